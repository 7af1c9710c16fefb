"""For which pack a row's price is, from whichever column says so."""

from typing import Any

import pytest

from marketplace.catalogue.imports.offers import asked_in
from marketplace.catalogue.imports.packs import pack_of
from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.core.text import parse_price, parse_quantity


def row(**given: Any) -> ImportedRow:
    return ImportedRow(2, (), {"name": "Bún khô", **given}, ())


@pytest.mark.parametrize(
    ("given", "label", "grams"),
    [
        ({"pack": "gói 500g"}, "gói 500 g", 500),
        ({"pack": "loại to"}, "loại to", None),
        ({"unit": "Kg", "name": "Bún khô 500g"}, "1 kg", 1000),
        ({"price": parse_price("45k/kg")}, "1 kg", 1000),
        ({"unit": "gói", "name": "Bún khô 500g"}, "gói 500 g", 500),
        ({"unit": "Gói 1kg", "name": "Bún khô 500g"}, "gói 1 kg", 1000),
        ({"name": "Rượu men lá chai 500ml"}, "chai 500 ml", None),
        ({"name": "Chè hộp 20 túi x 2g"}, "hộp 40 g", 40),
        ({"name": "Trà túi lọc", "unit": "hộp"}, "hộp", None),
        ({"pack": "1 hộp", "net": "120 g", "unit": "Hộp"}, "hộp 120 g", 120),
        ({"pack": "100 gram", "net": "100 g", "unit": "Túi"}, "túi 100 g", 100),
        ({"pack": "khác", "net": "10 kg", "unit": "Thùng"}, "thùng 10 kg", 10_000),
        ({"pack": "1 Lít", "net": "500 gram", "unit": "Chai"}, "chai 1 lít", None),
        ({"pack": "1 KG", "net": "0.3 Kg", "unit": "KG"}, "1 kg", 1000),
        ({"name": "MẬT ONG NINH BÌNH 500ML"}, "500 ml", None),
        ({"name": "Trà túi lọc, 40 TÚI LỌC/HỘP"}, "40 túi lọc/hộp", None),
        ({"unit": "mớ"}, "mớ", None),
        ({}, "sản phẩm", None),
    ],
)
def test_the_pack_of_a_price(given: dict[str, Any], label: str, grams: int | None) -> None:
    pack = pack_of(row(**given))
    assert (pack.label.replace("\u00a0", " "), pack.grams) == (label, grams)


def test_the_least_that_is_sold_is_an_offer_of_which_one_asks_the_price() -> None:
    asked = asked_in(row(least=parse_quantity("5 kg"), unit="kg"), has_outlet=False)
    assert asked and (asked.pack.label, asked.terms) == ("1 kg", {"least_grams": 5000, "least_packs": None})
    assert asked_in(row(unit="kg"), has_outlet=False) is None


@pytest.mark.parametrize(
    ("least", "terms", "is_doubtful"),
    [
        ("10 gói", {"least_grams": None, "least_packs": 10}, False),
        ("10 sản phẩm", {"least_grams": None, "least_packs": 10}, False),
        ("2 thùng", {}, True),
        ("0,5 gói", {}, True),
    ],
)
def test_the_least_counts_packs_of_its_own_kind(least: str, terms: dict[str, Any], is_doubtful: bool) -> None:
    asked = asked_in(row(least=parse_quantity(least), pack="gói 500 g"), has_outlet=False)
    assert asked and (asked.terms, asked.doubt is not None) == (terms, is_doubtful)
