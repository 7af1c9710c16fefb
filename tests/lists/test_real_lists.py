"""The offices' own lists, where they lie beside the checkout: taken whole, and again without doing anything."""

import pytest
from flask import Flask

from marketplace.catalogue.imports import offers, places, remarks, suppliers
from marketplace.catalogue.imports.rows import ENDS_FIRST
from marketplace.catalogue.imports.stars import LOW_STARS
from marketplace.catalogue.models import Certificate, Offer, Pack, Product
from marketplace.core.resources import resource
from marketplace.suppliers.models import Supplier
from tests.lists.settling import Summary, all_of, papers, prices, product, settle, where

LISTS = resource("config.py").parent.parent / "shared" / "data" / "lists"
pytestmark = pytest.mark.skipif(not LISTS.is_dir(), reason="the real lists aren't here")

NOTHING_STRANGE: tuple[dict[str, int], dict[str, int], tuple[str, ...], dict[str, int]] = ({}, {}, (), {})
SUMMARIES: dict[str, Summary] = {
    "cho-don-bac-kan.csv": ({"created": 22}, *NOTHING_STRANGE),
    "lam-dong-2025-2026.xlsx": ({"created": 60}, *NOTHING_STRANGE),
    "cau-ke.txt": ({"created": 37}, *NOTHING_STRANGE),
    "an-giang-spoilt.xlsx": (
        {"created": 16, "refused": 9},
        {ENDS_FIRST: 9, LOW_STARS: 1},  # the telephone among food has both
        {offers.NOBODY_SELLS: 16, remarks.STANDARD_ALONE: 6, remarks.OTHER_TERM: 2},
        ("Vận chuyển", "SL", "HSD", "HSD sau mở"),
        {},
    ),
    "marketplace-listings-2025.csv": (
        {"created": 1031, "changed": 49, "unchanged": 14, "refused": 3},
        {offers.TWO_PRICES: 3},
        {
            offers.NOBODY_SELLS: 745,
            places.PLACE_ASKS: 63,
            places.PLACE_UNKNOWN: 11,
            remarks.DEAR: 2,
            suppliers.EARLIER: 1,
        },
        (),
        {},
    ),
}
ENTERED = {  # suppliers, products, papers, packs, offers
    "cho-don-bac-kan.csv": [22, 22, 14, 0, 0],
    "lam-dong-2025-2026.xlsx": [31, 60, 60, 0, 0],
    "cau-ke.txt": [22, 37, 36, 0, 0],
    "an-giang-spoilt.xlsx": [0, 16, 10, 16, 0],
    "marketplace-listings-2025.csv": [183, 1031, 145, 930, 349],
}


@pytest.mark.parametrize("name", SUMMARIES)
def test_a_list_is_taken_and_again_does_nothing(app: Flask, name: str) -> None:
    content = (LISTS / name).read_bytes()
    counts, *why = SUMMARIES[name]
    assert settle(content).summary == (counts, *why)
    tables = (Supplier, Product, Certificate, Pack, Offer)
    assert [len(all_of(table)) for table in tables] == ENTERED[name]
    taken = sum(counts.values()) - counts.get("refused", 0)
    again = settle(content)
    assert again.counts == {"unchanged": taken} | ({"refused": counts["refused"]} if "refused" in counts else {})
    assert [len(all_of(table)) for table in tables] == ENTERED[name]


def test_what_stands_afterwards(app: Flask) -> None:
    settle((LISTS / "cho-don-bac-kan.csv").read_bytes())
    assert where("HTX Hồng Luân") == ("Quảng Bạch", "Tân Lập", "Thái Nguyên")
    assert where("HTX Toàn Thắng") == ("Bạch Thông", "Đồng Thắng", "Thái Nguyên"), "Rã Bản, of before 2020"
    assert where("HTX 20-10") == ("Thanh Thịnh", "Nông Hạ", "Thái Nguyên"), "the district stands in brackets"
    assert papers("Miến dong Tài Hoan") == [(5, "năm 2021", "None", "None", None)]
    settle((LISTS / "cau-ke.txt").read_bytes())
    assert where("HTX Tân Qui") == ("An Phú Tân", "An Phú Tân", "Vĩnh Long"), "its commune is no part of its name"
    settle((LISTS / "lam-dong-2025-2026.xlsx").read_bytes())
    kinds = {found.name: found.kind for found in all_of(Supplier)}
    assert kinds["Chi nhánh Công ty TNHH Nông Nghiệp Ceres"] == "dn"
    assert where("Công ty TNHH Hải Nam Okinawa") == ("", "Phan Thiết", "Lâm Đồng"), "a city of many wards"


def test_what_stands_after_listings_of_a_market(app: Flask) -> None:
    settle((LISTS / "marketplace-listings-2025.csv").read_bytes())
    sizes = [pack for pack, _seller, _price, _highest in prices("Mắm Tép Chưng Thịt PTK")]
    assert sizes == ["hũ 500 g", "lọ 450 g", "lọ 170 g", "túi 90 g", "túi 50 g", "hũ 180 g", "túi 500 g"]
    names = [product("Mắm ruốc Thảo Vy"), product("NƯỚC MẮM CÁ ĐỒNG PHÚ HƯƠNG – LOẠI 2 – 900ml")]
    assert all(names), "without the dashes before them"
    assert not [pack.label for pack in all_of(Pack) if pack.label.startswith(("bình ", "ống ", "lon 2", "giỏ "))]


def test_what_stands_after_a_spoilt_list(app: Flask) -> None:
    taken = settle((LISTS / "an-giang-spoilt.xlsx").read_bytes())
    assert [row.about for row in taken.report.refused][-1] == "Iphone 13"
    assert prices("Rượu Đông Trùng Hạ Thảo") == [("chai 1 lít", "", None, None)]
    assert prices("Cam Hoài Luân") == [("thùng 10 kg", "", None, None)]
    assert [paper[0] for paper in papers("CAM KHE XAIA")] == [], "a standard alone is no star"
