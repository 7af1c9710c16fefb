"""Contradictions within a row: taken, and told to a person; what can't be is refused."""

from datetime import date, timedelta

import pytest

from marketplace.catalogue.imports.rows import Recognition
from marketplace.core.clock import today
from tests.catalogue.workbooks import row_of, words_of

PLAIN = "Tên sản phẩm;Sao;Số quyết định;Ngày cấp;Năm;Ngày hết hạn;Cơ quan cấp;Tiêu chuẩn;Giá;Giá đến;Mã số thuế"
REGISTER = (
    "Tên sản phẩm;Hạng sao hiện tại;Ngày hết hạn;Sao lần 1;Ngày lần 1;Năm lần 1;Số QĐ lần 1;Cơ quan lần 1;"
    "Sao lần 2;Ngày lần 2;Năm lần 2;Số QĐ lần 2;Cơ quan lần 2"
)
FIRST = Recognition(3, "15/QĐ-UBND", date(2021, 12, 29), 2021, None, "UBND huyện Chợ Đồn")
SECOND = Recognition(4, "858/QĐ-UBND", date(2024, 12, 20), 2024, date(2027, 12, 20), "UBND tỉnh Bắc Kạn")
TWICE = (
    "Bún;4;20/12/2027;3;29/12/2021;2021;15/QĐ-UBND;UBND huyện Chợ Đồn;4;20/12/2024;2024;858/QĐ-UBND;UBND tỉnh Bắc Kạn"
)


def plain(**fields: str) -> list[str]:
    names = ("name", "stars", "decision", "issued", "year", "expires", "issuer", "standard", "price", "to", "tax")
    return words_of(row_of(PLAIN, ";".join(fields.get(name, "Bún" if name == "name" else "") for name in names)))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"stars": "3"},
        {"stars": "3", "issued": "29/12/2021", "year": "2021", "expires": "29/12/2024", "standard": "Ocop.3"},
        {"stars": "3", "issued": "29/12/2021", "expires": "28/12/2024"},
        {"stars": "3", "issued": "29/2/2024", "expires": "28/2/2027"},
        {"stars": "3", "issued": "2021", "expires": "20/6/2024"},
        {"price": "1.000"},
        {"price": "50 triệu"},
        {"standard": "Ocop", "price": "45k", "to": "50k", "tax": "4700123452"},
    ],
)
def test_rows_that_agree_with_themselves(fields: dict[str, str]) -> None:
    assert plain(**fields) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"stars": "3", "issued": "29/12/2021", "year": "2022"},
         "Năm công nhận: Ngày cấp là 29/12/2021, mà cột năm ghi 2022."),
        ({"stars": "3", "issued": "29/12/2021", "expires": "29/6/2024"},
         "Ngày hết hạn: Hạn ghi 29/6/2024; 36 tháng từ ngày cấp là 29/12/2024."),
        ({"stars": "3", "issued": "29/12/2021", "expires": "27/12/2024"},
         "Ngày hết hạn: Hạn ghi 27/12/2024; 36 tháng từ ngày cấp là 29/12/2024."),
        ({"stars": "3", "issued": "29/12/2021", "expires": "29/12/2021"},
         "Ngày hết hạn: Hạn ghi 29/12/2021; 36 tháng từ ngày cấp là 29/12/2024."),
        ({"stars": "3", "issued": "2021", "expires": "20/6/2025"},
         "Ngày hết hạn: Hạn ghi 20/6/2025; 36 tháng từ năm 2021 là năm 2024."),
        ({"stars": "3", "issued": "29/12/2021", "expires": "29/12/2020"},
         "Ngày hết hạn: Ngày hết hạn đứng trước ngày cấp."),
        ({"stars": "3", "issued": "6/5/2018"},
         "Ngày cấp: Ngày cấp 6/5/2018 đứng trước khi có chương trình OCOP (7/5/2018)."),
        ({"stars": "3", "decision": "15/QĐ-UBND ngày 28/12/2021", "issued": "29/12/2021"},
         "Số quyết định: Quyết định ghi ngày 28/12/2021, mà cột ngày ghi 29/12/2021."),
        ({"stars": "3", "standard": "Ocop.4"}, "Tiêu chuẩn: Tiêu chuẩn ghi OCOP 4 sao, cột sao ghi 3."),
        ({"standard": "Ocop.4"}, "Tiêu chuẩn: Tiêu chuẩn ghi OCOP 4 sao mà cột sao để trống, nên chưa có sao."),
        ({"decision": "15/QĐ-UBND"}, "Hạng sao: Có quyết định mà không ghi mấy sao, nên chưa thành giấy chứng nhận."),
        ({"stars": "tiềm năng 5 sao"},
         "Hạng sao: “tiềm năng 5 sao”: tiềm năng chưa phải là sao, nên ô này chưa tính là sao."),
        ({"price": "999"}, "Giá từ: Giá 999\xa0₫ thấp lạ thường. Có thiếu “nghìn” không?"),
        ({"price": "50.000.001"}, "Giá từ: Giá 50.000.001\xa0₫ cao lạ thường. Có thừa số 0 không?"),
        ({"price": "45k", "to": "40k"}, "Giá đến: Giá đến thấp hơn giá từ."),
        ({"price": "40k-35k"}, "Giá đến: Giá đến thấp hơn giá từ."),
        ({"tax": "4700123456"}, "Mã số thuế: Mã số thuế 4700123456 sai chữ số kiểm tra: có thể gõ nhầm một số."),
        ({"stars": "2", "decision": "15/QĐ-UBND"},
         "Hạng sao: 2 sao là kết quả chấm nội bộ, không có giấy chứng nhận: chỉ ghi từ 3 sao "
         "(Quyết định 26/2026/QĐ-TTg). Xin để trống ô này."),
        ({"name": "B" * 201}, "Tên sản phẩm: Dài quá 200 ký tự."),
    ],
)  # fmt: skip
def test_rows_that_contradict_themselves(fields: dict[str, str], said: str) -> None:
    assert plain(**fields) == [said]


def test_a_day_that_is_yet_to_come() -> None:
    tomorrow = today() + timedelta(days=1)
    assert plain(stars="3", issued=f"{tomorrow:%d/%m/%Y}") == [
        f"Ngày cấp: Ngày cấp {tomorrow.day}/{tomorrow.month}/{tomorrow.year} còn chưa tới."
    ]


def test_what_is_refused_and_what_is_only_remarked() -> None:
    row = row_of("Tên sản phẩm;Sao;Ngày cấp;Ngày hết hạn", "Bún;3;29/12/2021;29/12/2020")
    assert row.problems and not row.remarks
    row = row_of("Tên sản phẩm;Sao;Ngày cấp;Ngày hết hạn", "Bún;3;29/12/2021;29/12/2023")
    assert row.remarks and not row.problems


def test_a_plain_list_tells_of_one_decision() -> None:
    row = row_of(PLAIN, "Bún;3;15/QĐ-UBND;29/12/2021;;29/12/2024;UBND huyện Chợ Đồn")
    assert row.recognitions == (
        Recognition(3, "15/QĐ-UBND", date(2021, 12, 29), None, date(2024, 12, 29), "UBND huyện Chợ Đồn"),
    )
    assert row_of(PLAIN, "Bún;;15/QĐ-UBND;29/12/2021").recognitions == (), "none without stars"
    assert row_of(PLAIN, "Bún;4;;;2021").recognitions == (Recognition(4, year=2021),)


def test_a_decision_and_its_day_in_one_cell() -> None:
    row = row_of("Tên sản phẩm;Sao;Số, ngày quyết định", "Bún;3;QĐ số 15/QĐ-UBND, ngày 29/12/2021")
    assert row.recognitions == (Recognition(3, "QĐ số 15/QĐ-UBND", date(2021, 12, 29)),)
    for decision in ("15/QĐ-UBND, 29-12-2021", "15/QĐ-UBND (29/12/2021)"):
        row = row_of("Tên sản phẩm;Sao;Quyết định", f"Bún;3;{decision}")
        assert row.recognitions == (Recognition(3, "15/QĐ-UBND", date(2021, 12, 29)),)
    row = row_of("Tên sản phẩm;Sao;Quyết định", "Bún;3;QĐ ngày thành lập huyện")
    assert row.recognitions == (Recognition(3, "QĐ ngày thành lập huyện"),)


def test_a_range_of_prices_in_one_cell() -> None:
    row = row_of("Tên sản phẩm;Giá (1.000đ)", "Bún;35-40")
    assert (row.get("price").amount, row.get("price_to").amount) == (35_000, 40_000)


def test_a_register_tells_of_two_decisions_in_order_of_time() -> None:
    row = row_of(REGISTER, TWICE)
    assert row.recognitions == (FIRST, SECOND) and not words_of(row)


def test_a_register_with_one_decision() -> None:
    row = row_of(REGISTER, "Bún;3;29/12/2024;3;29/12/2021;2021;15/QĐ-UBND;UBND huyện Chợ Đồn;;;;;")
    assert [found.expires for found in row.recognitions] == [date(2024, 12, 29)] and not words_of(row)
    assert row_of(REGISTER, "Bún;3;29/12/2024;;;;;;;;;;").recognitions == (Recognition(3, expires=date(2024, 12, 29)),)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Bún;4", "Bún;3", "Hạng sao: Hạng hiện tại ghi 3 sao, lần công nhận cuối ghi 4 sao."),
        (";2024;", ";2023;", "Năm công nhận lần 2: Ngày cấp là 20/12/2024, mà cột năm ghi 2023."),
        (";2021;", ";2022;", "Năm công nhận lần 1: Ngày cấp là 29/12/2021, mà cột năm ghi 2022."),
        ("20/12/2027", "29/12/2024", "Ngày hết hạn: Hạn ghi 29/12/2024; 36 tháng từ ngày cấp là 20/12/2027."),
        ("20/12/2027", "20/12/2023", "Ngày hết hạn: Ngày hết hạn đứng trước ngày cấp."),
        (
            ";4;20/12/2024",
            ";;20/12/2024",
            "Hạng sao: Lần công nhận cuối không ghi mấy sao; lấy theo hạng hiện tại: 4 sao.",
        ),
    ],
)
def test_contradictions_of_a_register(old: str, new: str, said: str) -> None:
    assert words_of(row_of(REGISTER, TWICE.replace(old, new))) == [said]


def test_recognitions_in_the_wrong_order_are_told() -> None:
    row = row_of(REGISTER, TWICE.replace("20/12/2024;2024", "20/12/2020;2020").replace("20/12/2027", "29/12/2024"))
    assert [found.stars for found in row.recognitions] == [4, 3]
    assert row.recognitions[-1].expires == date(2024, 12, 29)
    assert "Ngày cấp lần 2: Lần 2 (20/12/2020) đứng trước lần 1 (29/12/2021); xếp lại theo ngày cấp." in words_of(row)


def test_a_product_that_was_raised_after_a_plain_recognition() -> None:
    titles = "Tên sản phẩm;Sao;Số QĐ;Ngày cấp;Nâng hạng: Sao;Nâng hạng: Số QĐ;Nâng hạng: Ngày"
    row = row_of(titles, "Bún;3;15/QĐ-UBND;29/12/2021;4;858/QĐ-UBND;20/12/2024")
    assert [(found.stars, found.decision) for found in row.recognitions] == [(3, "15/QĐ-UBND"), (4, "858/QĐ-UBND")]
    assert not words_of(row)
