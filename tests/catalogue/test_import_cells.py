"""What single cells of a list say, which are refused, and which a person should look at."""

from datetime import date
from typing import Any

import pytest

from marketplace.catalogue.imports.cells import Said, read_cell
from marketplace.catalogue.vocabulary import ALL_YEAR, months_of
from marketplace.core.text import Price


def said_of(said: tuple[str, dict[str, object]] | None) -> str:
    return said[0] % said[1] if said else ""


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("stars", "3", 3),
        ("stars", "3*", 3),
        ("stars", "3 sao", 3),
        ("stars", "3sao", 3),
        ("stars", "***", 3),
        ("stars", "*****", 5),
        ("stars", "★★★★", 4),
        ("stars", "4★", 4),
        ("stars", "Hạng 4", 4),
        ("stars", "OCOP 4 sao", 4),
        ("stars", "Ocop.4", 4),
        ("stars", "3 sao (năm 2023)", 3),
        ("stars", "Đạt 4 sao lần 2", 4),
        ("stars", "Bốn sao", 4),
        ("stars", "NĂM SAO", 5),
        ("stars", "-", None),
        ("stars", "0", None),
        ("stars", "0*", None),
        ("stars", "Chưa xếp hạng", None),
        ("stars_1", "4*", 4),
        ("issued", "29/12/2021", (date(2021, 12, 29), None)),
        ("issued", "2021-12-29", (date(2021, 12, 29), None)),
        ("issued", "29-12-21", (date(2021, 12, 29), None)),
        ("issued", "29.12.2021", (date(2021, 12, 29), None)),
        ("issued", "ngày 29 tháng 12 năm 2021", (date(2021, 12, 29), None)),
        ("issued", "29/12/2021 0:00", (date(2021, 12, 29), None)),
        ("issued", "44559", (date(2021, 12, 29), None)),
        ("issued", "2021", (None, 2021)),
        ("issued", "năm 2021", (None, 2021)),
        ("issued", "#N/A", None),
        ("year", "2021", 2021),
        ("year_2", "29/12/2021", 2021),
        ("expires", "36 tháng", None),
        ("expires", "03 năm", None),
        ("expires", "29/12/2024", (date(2024, 12, 29), None)),
        ("tax_code", "4700 123 452", "4700123452"),
        ("tax_code", "100109106", "0100109106"),
        ("tax_code", "4700123452001", "4700123452-001"),
        ("tax_code", "19084000123", "019084000123"),
        ("phone", "0900.000.012", "+84900000012"),
        ("phone", "900000012", "+84900000012"),
        ("email", " HTX@Example.org ", "htx@example.org"),
        ("email", "không có", None),
        ("price", "45k/kg", Price(45_000, "kg")),
        ("price", "1tr2", Price(1_200_000, None)),
        ("price", "38.000 đ", Price(38_000, None)),
        ("price", "Liên hệ", "ask"),
        ("price", "thỏa thuận", "ask"),
        ("price", "35.000 - 40.000", (Price(35_000, None), Price(40_000, None))),
        ("price", "35-40k/kg", (Price(35_000, "kg"), Price(40_000, "kg"))),
        ("price", "từ 35 nghìn đến 40 nghìn", (Price(35_000, None), Price(40_000, None))),
        ("price_thousands", "45", Price(45_000, None)),
        ("price_thousands", "45,5", Price(45_500, None)),
        ("price_thousands", "45 – 50", (Price(45_000, None), Price(50_000, None))),
        ("price_thousands", "45k", Price(45_000, None)),
        ("capacity", "3 tấn", 3_000_000),
        ("capacity", "36 tấn/năm", 3_000_000),
        ("capacity", "9 tạ mỗi quý", 300_000),
        ("commune", "Không", None),
        ("name", "  Bún \u00a0 kh\u200bô ", "Bún khô"),
        ("name", "Bu\u0301n kho\u0302", "Bún khô"),
        ("description", "Sợi nhỏ.\n\n\nPhơi nắng. ", "Sợi nhỏ.\n\nPhơi nắng."),
        ("ingredients", "gạo,\nnước", "gạo, nước"),
        ("season", "quanh năm", ALL_YEAR),
        ("season", "khi có mưa", None),
        ("season", "tháng 13", None),
    ],
)
def test_what_a_cell_says(column: str, cell: str, value: Any) -> None:
    said = read_cell(column, cell)
    assert (said.value, said.refusal) == (value, None)


@pytest.mark.parametrize(
    ("cell", "months"),
    [("tháng 11 đến tháng 2", (1, 2, 11, 12)), ("3, 5-6", (3, 5, 6)), ("9–10", (9, 10)), ("T7", (7,))],
)
def test_seasons_go_round_the_turn_of_the_year(cell: str, months: tuple[int, ...]) -> None:
    assert months_of(read_cell("season", cell).value) == months


@pytest.mark.parametrize(
    ("cell", "phone", "doubt"),
    [
        ("ĐT: 0900 000 021", "+84900000021", None),
        ("0900.000.021 (Zalo)", "+84900000021", None),
        ("0900 000 021 (bà Lan)", "+84900000021", "Ô này có chữ bên cạnh số (“0900 000 021 (bà Lan)”); chỉ lấy số."),
        ("0900.000.021 (bà Lan)\n0900 000 022 (ông Tú)", "+84900000021", "Ô này có 2 số; lấy số đầu."),
    ],
)
def test_telephones_with_words_beside_them(cell: str, phone: str, doubt: str | None) -> None:
    said = read_cell("phone", cell)
    assert said.value == phone and (said.doubt and said.doubt[0] % said.doubt[1]) == doubt


@pytest.mark.parametrize("cell", ["3 hoặc 4 sao", "3-4 sao", "3*/4*", "4 lên 5 sao"])
def test_stars_of_which_nobody_can_say_which_are_refused(cell: str) -> None:
    assert read_cell("stars", cell).refusal


def test_a_season_without_months_is_told() -> None:
    said = read_cell("season", "sau Tết")
    assert said.value is None and said.doubt and said.doubt[1] == {"text": "sau Tết"}


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("stars", "1", "1 sao là kết quả chấm nội bộ, không có giấy chứng nhận: chỉ ghi từ 3 sao"),
        ("stars", "2*", "2 sao là kết quả chấm nội bộ"),
        ("stars", "hai sao", "2 sao là kết quả chấm nội bộ"),
        ("stars", "7 sao", "Hạng sao phải là 3, 4 hoặc 5; ở đây ghi “7 sao”."),
        ("stars", "3-4", "ở đây ghi “3-4”"),
        ("stars", "cao", "ở đây ghi “cao”"),
        ("issued", "31/2/2024", "Tháng 2 năm 2024 không có ngày 31."),
        ("issued", "29/12", "Ngày “29/12” cần có năm"),
        ("issued", "ngày 29 tháng 12", "cần có năm"),
        ("issued", "12/29/2021", "Xin ghi ngày trước: 29/12/2021."),
        ("expires", "24 tháng", "hạn của giấy OCOP là 36 tháng"),
        ("price", "rẻ", "Không hiểu số tiền “rẻ”"),
        ("tax_code", "12345", "Mã số thuế có 10, 12 hoặc 13 chữ số"),
        ("phone", "12", "không phải số điện thoại"),
        ("email", "a@", ""),
        ("capacity", "3 tấn mỗi chuyến", "tháng, quý hoặc năm"),
        ("capacity", "300 gói", "tháng, quý hoặc năm"),
        ("least", "nhiều", "Thiếu con số"),
        ("name", "B\ufffdn kh\ufffd", "Chữ trong ô đã hỏng: “B\ufffdn kh\ufffd”."),
    ],
)
def test_what_cannot_be_read_is_refused(column: str, cell: str, why: str) -> None:
    said = read_cell(column, cell)
    assert said.value is None and said.refusal and why in said_of(said.refusal)


@pytest.mark.parametrize(
    ("column", "cell", "value", "why"),
    [
        ("stars", "Tiềm năng 5 sao", None, "“Tiềm năng 5 sao”: tiềm năng chưa phải là sao"),
        ("stars", "5 sao (tiềm năng)", None, "tiềm năng chưa phải là sao"),
        ("tax_code", "4700123456", "4700123456", "Mã số thuế 4700123456 sai chữ số kiểm tra"),
        ("tax_code", "4700123456-001", "4700123456-001", "sai chữ số kiểm tra"),
        ("issued", "12/2021", (None, 2021), "Chỉ có tháng và năm (“12/2021”)"),
        ("issued", "tháng 12 năm 2021", (None, 2021), "nên chỉ lấy năm"),
        ("phone", "0900 000 012 / 0900 000 013", "+84900000012", "có 2 số; lấy số đầu"),
        ("decision", "15/12/2021", "15/12/2021", "Số quyết định “15/12/2021” giống một ngày"),
        ("supplier", "#REF!", None, "bị lỗi #REF! trong bảng tính"),
        ("price", "#VALUE!", None, "bị lỗi #VALUE!"),
        ("price_thousands", "45.000", Price(45_000_000, None), "“45.000” thành 45.000.000\xa0₫"),
    ],
)
def test_what_is_strange_is_taken_with_a_remark(column: str, cell: str, value: Any, why: str) -> None:
    said = read_cell(column, cell)
    assert (said.value, said.refusal) == (value, None) and why in said_of(said.doubt)


@pytest.mark.parametrize("cell", ["", " ", "-", "…", "k", "không", "\u200b", "n/a"])
def test_nothing_is_said_in_many_ways(cell: str) -> None:
    assert read_cell("supplier", cell) == Said()
