"""A commune's list of few columns: names, places of two eras and telephones are parted, what can't be told asks."""

import pytest
from flask import Flask

from marketplace.catalogue.imports import places
from marketplace.catalogue.imports import rows as reading
from marketplace.catalogue.imports.cells import MORE_PHONES
from marketplace.catalogue.imports.stars import LOW_STARS
from marketplace.catalogue.models import Product
from marketplace.suppliers.models import Supplier
from tests.lists.commune import listed, rows
from tests.lists.settling import Summary, all_of, lines_of, papers, product, settle, where

SPLIT = "phường Gia Sàng, thành phố Thái Nguyên"
SUMMARY: Summary = (
    {"created": 10, "refused": 1},
    {LOW_STARS: 1},
    {places.PLACE_ASKS: 3, reading.PLACE_ALONE: 1, MORE_PHONES: 1},
    (),
    {},
)


@pytest.mark.parametrize(
    "split", [SPLIT, "xã Thượng Đình, huyện Phú Bình, tỉnh Thái Nguyên", "phường Cam Giá, TP. Thái Nguyên"]
)
def test_the_list_is_taken_and_split_communes_ask(app: Flask, split: str) -> None:
    taken = settle(listed(rows(), split))
    assert lines_of(taken, places.PLACE_ASKS)[-1] == 12 and 8 in lines_of(taken, places.PLACE_ASKS)
    present, former, province = where("THT Ví Dụ Sáu")
    assert (present, province) == ("", "Thái Nguyên") and former in split


def test_producers_stand_where_they_are_whichever_era_named_it(app: Flask) -> None:
    assert settle(listed(rows(), SPLIT)).summary == SUMMARY
    assert where("HTX Ví Dụ Một") == ("Quảng Bạch", "Tân Lập", "Thái Nguyên"), "two rows, two eras, one place"
    assert where("HTX Ví Dụ Hai") == ("Quảng Bạch", "Quảng Bạch", "Thái Nguyên")
    assert where("Cơ sở Ví Dụ Ba") == ("Chợ Đồn", "Bằng Lũng", "Thái Nguyên")
    assert where("Hộ Ví Dụ Bốn") == ("", "", ""), "22 communes had this name"
    assert where("HTX Ví Dụ Năm") == ("Chợ Đồn", "", "Thái Nguyên"), "a district of old, a commune of now"
    assert where("HTX Ví Dụ Bảy") == ("Bạch Thông", "Đồng Thắng", "Thái Nguyên"), "merged twice"
    phones = {found.name: found.phone for found in all_of(Supplier) if found.phone}
    assert phones == {
        "HTX Ví Dụ Một": "+84900000012",
        "Cơ sở Ví Dụ Ba": "+84900000013",
        "HTX Ví Dụ Năm": "+84900000015",
    }


def test_decisions_and_their_days_stand_in_one_cell(app: Flask) -> None:
    settle(listed(rows(), SPLIT))
    until = ("15/QĐ-UBND", "2024-12-29", "2027-12-29", None)
    assert [papers(name) for name in ("Bún khô", "Gạo nếp", "Rau su su")] == [[(3, *until)]] * 3
    assert papers("Bún ngũ sắc") == [(4, "QĐ 20/QĐ-UBND", "None", "None", None)]
    assert papers("Rượu men lá") == [(3, "năm 2024", "None", "None", None)]
    orphan = product("Ổi")
    assert (orphan.supplier_id, orphan.place_text) == (None, "xã Tân Lập")


def test_the_list_again_and_corrected(app: Flask) -> None:
    settle(listed(rows(), SPLIT))
    assert settle(listed(rows(), SPLIT)).summary == ({"unchanged": 10, "refused": 1}, *SUMMARY[1:])
    changes = {"Hộ Ví Dụ Bốn, xã Tân Lập": "Hộ Ví Dụ Bốn, xã Tân Lập, huyện Chợ Đồn", "1 sao": "", "3*": "4*"}
    corrected = settle(listed([tuple(changes.get(cell, cell) for cell in line) for line in rows()], SPLIT))
    assert (corrected.counts, corrected.refused) == ({"changed": 2, "unchanged": 8, "created": 1}, {})
    assert where("Hộ Ví Dụ Bốn") == ("Quảng Bạch", "Tân Lập", "Thái Nguyên")
    assert where("HTX Ví Dụ Tám") == ("", "Chợ Đồn", "Thái Nguyên"), "the commune that nobody knows keeps its words"
    assert len(all_of(Product)) == 11
