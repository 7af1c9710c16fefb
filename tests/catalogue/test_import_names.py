"""Names as they are typed: what is only around them goes, a producer's address and telephone are parted off."""

import pytest

from marketplace.catalogue.imports.names import Named, part_producer, tidy_name
from tests.catalogue.workbooks import row_of, words_of


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("_Mắm ruốc_hủ 450g", "Mắm ruốc – hủ 450g"),
        ("– NƯỚC MẮM CÁ ĐỒNG _ LOẠI 2_900ml", "NƯỚC MẮM CÁ ĐỒNG – LOẠI 2 – 900ml"),
        ("\U0001f525 B&uacute;n kh&ocirc; &amp; miến \u2764\ufe0f \u2b50\u2b50", "Bún khô & miến"),
        ("• Quýt ngọt;", "Quýt ngọt"),
        ("Gạo &lt;b&gt;nếp&lt;/b&gt;<br/>ngon", "Gạo nếp ngon"),
        ("Trà < 5 năm > 2 năm", "Trà < 5 năm > 2 năm"),
        ("Rượu 29° (loại 1)", "Rượu 29° (loại 1)"),
        ("Viên B1+", "Viên B1+"),
        ("***", "***"),
    ],
)
def test_a_name_without_what_is_typed_around_it(typed: str, name: str) -> None:
    assert tidy_name(typed) == name


@pytest.mark.parametrize(
    ("cell", "named"),
    [
        (
            "HTX Một, xã Tân Lập, huyện Chợ Đồn – ĐT 0900 000 012",
            Named("HTX Một", "xã Tân Lập, huyện Chợ Đồn", ("+84900000012",)),
        ),
        ("HTX Một (xã Tân Lập)", Named("HTX Một", "xã Tân Lập")),
        ("HTX Một; địa chỉ: Nà Ngà, Tân Lập; ĐT: 0900.000.014", Named("HTX Một", "Nà Ngà, Tân Lập", ("+84900000014",))),
        (
            "Cơ sở Hoa - tổ 5, TT Bằng Lũng - 0900000012/0900 000 013",
            Named("Cơ sở Hoa", "tổ 5, TT Bằng Lũng", ("+84900000012", "+84900000013")),
        ),
    ],
)
def test_a_producer_with_its_address_and_telephone(cell: str, named: Named) -> None:
    assert part_producer(cell) == named


@pytest.mark.parametrize(
    "name",
    ["HTX DVNN XÃ VĨNH QUANG", "HTX 20-10", "Tổ hợp tác số 5", "Công ty CP Phan Thiết - Mũi Né", "HTX Một 0900 000 01"],
)
def test_a_name_that_only_looks_like_an_address_stays(name: str) -> None:
    assert part_producer(name) == Named(name)


def test_what_a_producers_cell_says_beside_its_name_is_taken_where_no_column_says_it() -> None:
    row = row_of("Tên sản phẩm;Chủ thể", "Bún khô;HTX Một, xã Tân Lập, huyện Chợ Đồn - 0900 000 012")
    assert [row.get(name) for name in ("supplier", "origin", "phone")] == [
        "HTX Một",
        "xã Tân Lập, huyện Chợ Đồn",
        "+84900000012",
    ]
    assert not words_of(row)


def test_a_place_alone_is_nobodys_name() -> None:
    row = row_of("Tên sản phẩm;Chủ thể", "Ổi;xã Tân Lập, huyện Chợ Đồn. 0900 000 016")
    assert (row.get("supplier"), row.get("origin")) == (None, "xã Tân Lập, huyện Chợ Đồn")
    assert words_of(row) == [
        "Chủ thể: Ô này chỉ ghi nơi (“xã Tân Lập, huyện Chợ Đồn”), không có tên: coi như chưa rõ chủ thể."
    ]
    assert part_producer("Xã đoàn Tân Lập").name == "Xã đoàn Tân Lập"


def test_columns_stand_above_a_producers_cell_and_what_differs_is_said() -> None:
    titles = "Tên sản phẩm;Chủ thể;Xã;Điện thoại"
    same = row_of(titles, "Bún khô;HTX Một, xã Tân Lập;Xã Tân Lập;0900 000 012")
    assert (same.get("supplier"), same.get("origin"), words_of(same)) == ("HTX Một", None, [])
    other = row_of(titles, "Bún khô;HTX Một, xã Tân Lập - 0900 000 013;Bằng Phúc;0900 000 012")
    assert (other.get("commune"), other.get("phone")) == ("Bằng Phúc", "+84900000012")
    assert words_of(other) == [
        "Chủ thể: Ô này ghi cả nơi “xã Tân Lập”, mà cột xã ghi “Bằng Phúc”; lấy theo cột xã.",
        "Chủ thể: Ô này có 2 số; lấy số đầu.",
    ]
