"""Where a row is, when an address stands beside the columns of commune, district and province."""

import pytest
from flask import Flask

from marketplace.core.texts import say
from tests.catalogue.lists import supplier, take

COLUMNS = "Tên sản phẩm;Chủ thể;Xã;Huyện;Tỉnh;Địa chỉ"


def place(cells: str) -> tuple[str | None, str | None, str | None, list[str]]:
    """(present commune, former unit, words, remarks) of a row's producer."""
    report = take(COLUMNS, f"Bún khô;HTX Một;{cells}")
    found = supplier("HTX Một")
    said = [say(remark.message, **remark.params) for row in report.remarked for remark in row.remarks]
    return found.place_id, found.legacy_place_id, found.place_text, said


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (";;Bắc Kạn;thôn Nà Ngà, xã Tân Lập, huyện Chợ Đồn", "thôn Nà Ngà, xã Tân Lập, huyện Chợ Đồn, Bắc Kạn"),
        ("Tân Lập;;;thôn Nà Ngà, huyện Chợ Đồn", "thôn Nà Ngà, huyện Chợ Đồn, Tân Lập"),
        ("Xã Tân Lập;Chợ Đồn;Bắc Kạn;thôn Nà Ngà, xã Tân Lập", "thôn Nà Ngà, xã Tân Lập, Chợ Đồn, Bắc Kạn"),
    ],
)
def test_columns_and_address_say_it_together(app: Flask, cells: str, text: str) -> None:
    assert place(cells) == ("2025:02038", "pre2025:02032", text, [])


def test_an_address_that_says_otherwise_is_told_and_the_columns_hold(app: Flask) -> None:
    where, former, _text, said = place("Tân Lập;Chợ Đồn;Bắc Kạn;xã Bằng Phúc, huyện Chợ Đồn, tỉnh Bắc Kạn")
    assert (where, former) == ("2025:02038", "pre2025:02032")
    assert said == [
        "Địa chỉ “xã Bằng Phúc, huyện Chợ Đồn, tỉnh Bắc Kạn” ở xã khác với cột xã “Tân Lập”; lấy theo cột xã."
    ]


def test_an_address_in_another_province_than_the_column_moves_nothing(app: Flask) -> None:
    where, _former, text, _said = place(";;Lào Cai;xã Tân Lập, huyện Chợ Đồn")
    assert where is None and text == "xã Tân Lập, huyện Chợ Đồn, Lào Cai"


def test_a_name_that_many_communes_have_asks(app: Flask) -> None:
    assert place("Tân Lập;;;thôn Nà Ngà")[3] == [
        "“thôn Nà Ngà, Tân Lập” có thể là 25 nơi: xin ghi thêm huyện, tỉnh, hoặc chọn xã ở trang của chủ thể."
    ]
