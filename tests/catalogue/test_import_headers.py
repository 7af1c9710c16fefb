"""Which row is the header, and which column is what."""

import pytest

from marketplace.catalogue.imports.columns import SYNONYMS, Kind, find_any_header, find_field, find_header
from marketplace.core.errors import Refused
from tests.catalogue.workbooks import header_of, lines_of

REGISTER = """
DANH SÁCH SẢN PHẨM OCOP;;;;;;;;;;;;;;;;;;;;;

TT;Tên sản phẩm;Nhóm;Loại hình;Chủ thể;Xã/phường;Địa chỉ;Người đại diện;Điện thoại;Hạng sao hiện tại;Ngày hết hạn;\
Lần 1;;;;;Lần 2 / nâng hạng;;;;;Ghi chú
;;;;;;;;;;;Sao;Ngày;Năm;Số quyết định;Cơ quan;Sao;Ngày;Năm;Số quyết định;Cơ quan;
"""
NUMBERED = [
    "stars_1",
    "issued_1",
    "year_1",
    "decision_1",
    "issuer_1",
    "stars_2",
    "issued_2",
    "year_2",
    "decision_2",
    "issuer_2",
]


def test_headers_are_known_in_any_dress_and_the_rest_is_named() -> None:
    header = header_of("Danh sách năm 2026\nstt;TÊN  SP;Sản lượng;xã (CŨ);Tên hàng")
    assert (header.row, header.height, dict(header.columns)) == (1, 1, {"name": 1, "commune": 3})
    assert header.unused == ("Sản lượng", "Tên hàng"), "a second column of one meaning is not dropped in silence"
    assert (header.counting, header.is_register) == (0, False)


def test_the_register_of_22_columns() -> None:
    header = header_of(REGISTER)
    assert (header.row, header.height, header.is_register) == (2, 2, True)
    plain = [
        "name",
        "class_text",
        "kind",
        "supplier",
        "commune",
        "origin",
        "representative",
        "phone",
        "stars",
        "expires",
    ]
    assert [*header.columns] == plain + NUMBERED
    assert [*header.columns.values()] == list(range(1, 21))
    assert header.titles[11] == "Lần 1: Sao" and header.titles[20] == "Lần 2 / nâng hạng: Cơ quan"
    assert (header.titles[1], header.unused) == ("Tên sản phẩm", ("Ghi chú",))


def test_the_register_whose_titles_are_merged_over_both_rows() -> None:
    upper, lower = lines_of(REGISTER)[2:]
    filled = [
        low or high if number < 11 or number == 21 else low
        for number, (high, low) in enumerate(zip(upper, lower, strict=True))
    ]
    assert find_header([upper, filled], "name") == find_header([upper, lower], "name")


def test_the_register_in_one_row_as_we_hand_it_back() -> None:
    first = header_of(REGISTER)
    again = find_header([list(first.titles)], "name")
    assert (again.columns, again.titles, again.unused) == (first.columns, first.titles, first.unused)
    assert (again.height, again.is_register) == (1, True)


@pytest.mark.parametrize(
    ("title", "above", "field"),
    [
        ("Số QĐ lần 1", "", "decision_1"),
        ("Ngày công nhận lần đầu", "", "issued_1"),
        ("Hạng sao (lần 2)", "", "stars_2"),
        ("Năm nâng hạng", "", "year_2"),
        ("Hạng sao", "Công nhận lần đầu", "stars_1"),
        ("QĐ số", "Đánh giá lại", ""),
        ("Số QĐ", "Công nhận lại (nâng hạng)", "decision_2"),
        ("Ghi chú", "Lần 1", ""),
        ("Tên sản phẩm", "Danh sách công nhận lần 1 năm 2025", ""),
        ("Từ", "Giá", "price"),
        ("Tên", "Chủ thể", "supplier"),
        ("Ngày", "Quyết định", "issued"),
        ("Xã", "Địa chỉ", "commune"),
        ("Địa chỉ: Xã", "", "commune"),
        ("Sao", "Chứng nhận OCOP", "stars"),
        ("Giá bán (VNĐ)", "", "price"),
        ("Giá (1.000 đồng)", "", "price_thousands"),
        ("Giá bán (triệu đồng)", "", ""),
        ("Giá (USD)", "", ""),
        ("Tên sản phẩm (*)", "", "name"),
        ("Tên\nchủ  thể ", "", "supplier"),
        ("MST", "", "tax_code"),
        ("Tên chủ thể/cơ sở sản xuất", "", "supplier"),
        ("Chủ thể, địa chỉ", "", "supplier"),
    ],
)
def test_titles_alone_and_under_others(title: str, above: str, field: str) -> None:
    assert find_field(title, above).field == field


def test_two_names_under_what_they_are_the_names_of() -> None:
    header = header_of("TT;Chủ thể;;;Sản phẩm;;\n;Tên;Địa chỉ;ĐT;Tên;Nhóm;Sao")
    assert (header.height, header.unused) == (2, ())
    assert header.columns == {"supplier": 1, "origin": 2, "phone": 3, "name": 4, "class_text": 5, "stars": 6}


def test_counting_numbers_and_our_own_reasons_are_left_aside_in_silence() -> None:
    header = header_of("TT;Tên sản phẩm;Mã tin;Lý do")
    assert (dict(header.columns), header.unused) == ({"name": 1}, ())


def test_a_column_without_a_title_is_named_by_its_letters() -> None:
    header = header_of("Tên sản phẩm;;Giá;\nBún;đặc sản;45000;\nMiến;;;")
    assert header.unused == ("Cột B",)


def test_of_two_columns_about_the_class_the_wider_is_the_sector() -> None:
    assert header_of("Tên;Nhóm;Loại").columns == {"name": 0, "sector": 1, "class_text": 2}
    assert header_of("Tên;Loại;Nhóm").unused == ("Nhóm",)
    both = header_of("Tên;Lĩnh vực;Nhóm;Loại")
    assert (both.columns["sector"], both.unused) == (1, ("Loại",))


LISTS = {
    "an alliance's": "STT;Tên HTX;Mã số HTX;Địa chỉ trụ sở;Người đại diện theo pháp luật;SĐT liên hệ;Số thành viên",
    "a department's": "STT;Tên sản phẩm, dịch vụ;Đơn vị sản xuất;Địa chỉ;ĐT liên hệ;Giá bán lẻ (đồng);ĐVT;Quy cách",
    "a stall's": "Tên sản phẩm;Danh mục;Giá bán;Khối lượng (g);Mô tả sản phẩm;Tên gian hàng;Xuất xứ",
    "An Giang's": "Tên;Nhóm;Loại;ĐVT;Quy cách;Thành phần;Tiêu chuẩn;Bảo quản;KL tịnh;SL;Giá;Sao;Từ ngày;Đến ngày",
}
FIELDS = {
    "an alliance's": "supplier tax_code origin representative phone",
    "a department's": "name supplier origin phone price unit pack",
    "a stall's": "name class_text price net description seller origin",
    "An Giang's": "name class_text unit pack ingredients standard storage net price stars issued expires sector",
}


@pytest.mark.parametrize("whose", LISTS)
def test_lists_of_several_offices(whose: str) -> None:
    header = find_any_header([LISTS[whose].split(";")])
    assert header is not None and [*header.columns] == FIELDS[whose].split()


def test_without_a_header_it_is_said_which_column_is_needed() -> None:
    with pytest.raises(Refused, match="cần có cột “Tên sản phẩm” trong 30 dòng đầu"):
        header_of("Họ tên;Ngày sinh\nA;1990")
    with pytest.raises(Refused, match="“Chủ thể”"):
        header_of("Tên sản phẩm;Giá", "supplier")


def test_no_title_has_two_meanings() -> None:
    titles = [(title, name) for name, titles in SYNONYMS.items() for title in titles]
    for title, name in titles:
        found = find_field(title)
        assert (found.kind, found.field) == (Kind.FIELD, name), title


def test_long_cells_are_no_titles() -> None:
    assert find_field("Tên sản phẩm " + "rất dài " * 100).kind is Kind.UNKNOWN


def test_our_own_title_and_a_vietnamese_one_stand_above_others_before_them() -> None:
    header = header_of(
        "Product Name;Tên hàng;Tên sản phẩm;Price (VND);Giá bán;Shop\nNoodles;a;Bún khô;1;38.000;Bưu điện"
    )
    assert dict(header.columns) == {"name": 2, "price": 4, "seller": 5}
    assert header.unused == ("Product Name", "Tên hàng", "Price (VND)")


def test_a_title_of_several_names() -> None:
    header = header_of(
        "Tên chủ thể, địa chỉ, điện thoại;Sản phẩm;Xã, huyện, tỉnh;Quyết định số, ngày;Giá, ĐVT\na;b;c;d;e"
    )
    assert dict(header.columns) == {"supplier": 0, "name": 1, "origin": 2, "decision": 3}
    assert header.unused == ("Giá, ĐVT",)
