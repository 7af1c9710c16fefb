"""Which lines below a header are rows of the list; the others are told with their reason."""

import pytest

from tests.catalogue.workbooks import body_of, lines_of, rows_of, workbook

TITLES = "STT;Tên sản phẩm;Chủ thể;Xã;Sao\n"
NUMBERED = TITLES + "1;Bún;HTX Một;Tân Lập;3\n2;Miến;HTX Hai;Tân Lập;4\n3;Gạo;HTX Ba;Tân Lập;3\n"
PLAIN = "Tên sản phẩm;Chủ thể;Xã;Sao\nBún;HTX Một;Tân Lập;3\nMiến;HTX Hai;Tân Lập;4\nGạo;HTX Ba;Tân Lập;3\n"


def left_out(text: str) -> dict[int, str]:
    return dict(body_of(text).left_out)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("STT; tên  SẢN phẩm;Chủ thể;Xã;Sao", "Hàng tiêu đề lặp lại."),
        (";Tổng cộng: 3 sản phẩm;;;", "Dòng tổng cộng."),
        ("Tổng số;;;;10", "Dòng tổng cộng."),
        ("CỘNG;3;;;", "Dòng tổng cộng."),
        ("7;;;;", "Chỉ có số thứ tự."),
        ("7;#REF!;#REF!;#N/A;", "Dòng đã xóa trong bảng tính, chỉ còn lỗi #REF!."),
        ("Xã Quảng Bạch;;;;", "Dòng tiêu đề của một nhóm."),
        ("II;Đồ uống;;;", "Dòng tiêu đề của một nhóm."),
        (";NGƯỜI LẬP BIỂU;;;", "Phần ký tên dưới danh sách."),
        (";;;TM. UBND XÃ;", "Phần ký tên dưới danh sách."),
        (";;;Quảng Bạch, ngày 05 tháng 02 năm 2026;", "Phần ký tên dưới danh sách."),
        (";;;(Ký, ghi rõ họ tên);", "Phần ký tên dưới danh sách."),
        ("Ghi chú: giá chưa gồm vận chuyển;;;;", "Dòng ghi thêm dưới danh sách."),
        (";Trong đó: 3 sao;2;;", "Dòng ghi thêm dưới danh sách."),
        (";Nguyễn Văn A;;;", "Dòng ghi thêm dưới danh sách."),
    ],
)
def test_lines_that_are_no_rows(line: str, reason: str) -> None:
    assert left_out(f"{NUMBERED}{line}\n") == {5: reason}
    assert len(body_of(f"{NUMBERED}{line}\n").lines) == 3


@pytest.mark.parametrize("line", ["(1);(2);(3);(4);(5)", "A;B;1;2;3", "1;2;3;4;5"])
def test_columns_that_are_counted_under_their_titles(line: str) -> None:
    assert left_out(TITLES + line + "\n1;Bún;HTX Một;Tân Lập;3\n") == {2: "Hàng đánh số cột."}


@pytest.mark.parametrize(
    "line",
    [
        "4;Tổng hợp ngũ cốc;HTX Bốn;Tân Lập;3",
        "4;Cồng;;;",
        "4;Bún;;;",
        "4;Chủ tịch;HTX Bốn;;",
        ";Bún rối;HTX Bốn;Tân Lập;3",
        ";Bún ngày 12 tháng 5 năm 2024;HTX Bốn;Tân Lập;ngày 12 tháng 5 năm 2024",
        "4;#REF!;HTX Bốn;Tân Lập;3",
    ],
)
def test_lines_that_are_rows_after_all(line: str) -> None:
    assert not left_out(f"{NUMBERED}{line}\n")


def test_a_gong_is_no_total() -> None:
    assert not left_out(f"{PLAIN}Cồng\n")
    assert left_out(f"{PLAIN}Cong\n")


def test_a_line_without_a_name_is_a_row_that_says_so() -> None:
    assert len(body_of("Tên sản phẩm;Chủ thể\n;HTX Một\n").lines) == 1
    assert left_out("Tên sản phẩm;Chủ thể;\n;;Xã Quảng Bạch\n") == {2: "Dòng tiêu đề của một nhóm."}


def test_what_stands_below_the_list() -> None:
    text = NUMBERED + ";Tổng cộng;3;;\n;3 sao;2;;\n;4 sao;1;;\n;NGƯỜI LẬP;;THỦ TRƯỞNG;\n\n;Nguyễn Văn A;;Trần Văn B;\n"
    assert list(left_out(text)) == [5, 6, 7, 8, 10]
    assert len(body_of(text).lines) == 3


def test_however_much_stands_below_the_list() -> None:
    text = NUMBERED + ";Người A;;Người B;\n" * 9
    assert list(left_out(text)) == list(range(5, 14))


def test_a_heading_between_numbered_rows() -> None:
    assert left_out(NUMBERED + ";Xã Sảng Mộc;;;\n4;Chè;HTX Bốn;Sảng Mộc;3\n") == {5: "Dòng tiêu đề của một nhóm."}


def test_lists_without_numbers_end_at_their_total() -> None:
    text = PLAIN + "Tổng cộng;3;;\n3 sao;2;;\nNGƯỜI LẬP;;THỦ TRƯỞNG;\nNguyễn Văn A;;Trần Văn B;\n"
    assert list(left_out(text)) == [5, 6, 7, 8]
    subtotals = PLAIN + "Cộng;3;;\nChè;HTX Bốn;Sảng Mộc;3\nQuế;HTX Bốn;;\n"
    assert list(left_out(subtotals)) == [5], "after a subtotal the list goes on with its next whole row"


def test_a_list_of_names_alone_has_rows() -> None:
    body = body_of("Tên sản phẩm\nBún khô\n\nMiến dong\nI. Gạo\n")
    assert [line[1][0] for line in body.lines] == ["Bún khô", "Miến dong", "I. Gạo"]
    assert not body.left_out


def test_nothing_is_lost() -> None:
    text = NUMBERED + "\n;Tổng cộng;;;\n;;;;\n4;Chè;HTX Bốn;;\nSTT;Tên sản phẩm;Chủ thể;Xã;Sao\n;x;;;\n"
    body, lines = body_of(text), lines_of(text)
    told = [number for number, _ in (*body.lines, *body.left_out)]
    empty = [number for number, cells in enumerate(lines, start=1) if not any(cells)]
    assert sorted([1, *told, *empty]) == list(range(1, len(lines) + 1))


REGISTER = (
    "TT;Tên sản phẩm;Chủ thể;Loại hình;Xã/phường;Địa chỉ;Người đại diện;Điện thoại;Lần 1: Sao\n"
    "1;Bún;HTX Một;HTX;Tân Lập;thôn Nà Ngà;Ông A;0900 000 011;3\n"
    "2;Miến;;;;;;;3\n"
    "3;Gạo;HTX Hai;HTX;Sảng Mộc;;Bà B;;3\n"
    "4;Chè;;;;thôn Khác;;;3\n"
    "5;Quế;HTX Hai;;;;;;4\n"
    "6;Hồi;#REF!;;;;;;3\n"
)


def test_in_a_register_a_blank_producer_is_the_one_above() -> None:
    cells = [line[1][2:8] for line in body_of(REGISTER).lines]
    assert cells == [
        ("HTX Một", "HTX", "Tân Lập", "thôn Nà Ngà", "Ông A", "0900 000 011"),
        ("HTX Một", "HTX", "Tân Lập", "thôn Nà Ngà", "Ông A", "0900 000 011"),
        ("HTX Hai", "HTX", "Sảng Mộc", "", "Bà B", ""),
        ("HTX Hai", "HTX", "Sảng Mộc", "thôn Khác", "Bà B", ""),
        ("HTX Hai", "HTX", "Sảng Mộc", "", "Bà B", ""),
        ("#REF!", "", "", "", "", ""),
    ], "and a number that the producer doesn't have isn't taken from another one"


def test_in_no_other_list() -> None:
    body = body_of(REGISTER.replace("Lần 1: Sao", "Sao"))
    assert body.lines[1][1][2] == ""


def test_producers_merged_in_a_workbook_are_filled_in_any_list() -> None:
    lines: list[list[object]] = [
        ["STT", "Tên sản phẩm", "Chủ thể"],
        [1, "Bún", ""],
        [2, "Miến", ""],
        [3, "Gạo", "HTX Hai"],
    ]
    rows = rows_of(workbook(lines, [(1, 2, 2, 2, "HTX Một")]))
    assert [row.get("supplier") for row in rows] == ["HTX Một", "HTX Một", "HTX Hai"]
