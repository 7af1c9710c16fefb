"""For which pack a row's price is, from whichever column says so."""

from typing import Any

import pytest

from marketplace.catalogue.imports.offers import pack_of
from marketplace.catalogue.imports.rows import ImportedRow
from marketplace.core.text import parse_price


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
        ({"name": "MẬT ONG NINH BÌNH 500ML"}, "500 ml", None),
        ({"name": "Trà túi lọc, 40 TÚI LỌC/HỘP"}, "40 túi lọc/hộp", None),
        ({"unit": "mớ"}, "mớ", None),
        ({}, "sản phẩm", None),
    ],
)
def test_the_pack_of_a_price(given: dict[str, Any], label: str, grams: int | None) -> None:
    pack = pack_of(row(**given))
    assert (pack.label.replace("\u00a0", " "), pack.grams) == (label, grams)
