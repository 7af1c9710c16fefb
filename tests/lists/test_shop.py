"""A shop's export: one product under many names and prices, and what the export's signs hide."""

from flask import Flask

from marketplace.catalogue.imports import offers, places, taking
from marketplace.catalogue.models import Product
from marketplace.core.text import parse_money
from marketplace.suppliers.models import Supplier
from tests.lists.settling import Summary, all_of, lines_of, message_of, prices, product, settle
from tests.lists.shop import exported, rows

SUMMARY: Summary = (
    {"created": 5, "changed": 2, "refused": 5},
    {
        offers.TWO_PRICES: 1,
        message_of(parse_money, "2.350,000"): 1,
        message_of(parse_money, "12.5"): 1,
        message_of(parse_money, "năm mươi nghìn"): 1,
        taking.NO_NAME: 1,
    },
    {places.PLACE_ASKS: 2, offers.NOBODY_SELLS: 1},
    ("id", "SKU", "Product Name", "Price (VND)", "Compare at price", "Rating", "Tags", "Cột N"),
    {},
)
POST, FAIR = "Bưu điện tỉnh Ví Dụ", "Cty TNHH Chợ phiên Ví Dụ"


def test_the_export_is_taken(app: Flask) -> None:
    taken = settle(exported(rows()))
    assert taken.summary == SUMMARY
    assert lines_of(taken, offers.TWO_PRICES) == [5], "the same pack of the same seller at another price"
    assert {found.name: (found.kind, found.is_outlet) for found in all_of(Supplier)} == {
        POST: ("diem_ban", True),
        FAIR: ("dn", True),
    }


def test_one_product_has_its_sizes_and_sellers(app: Flask) -> None:
    settle(exported(rows()))
    assert prices("Bún khô Hồng Luân") == [
        ("500 g", POST, 38_000, None),
        ("500 g", FAIR, 42_000, None),
        ("túi 1 kg", POST, 75_000, None),
    ]
    assert prices("Mật ong rừng & sáp ong - chai 500ml") == [("chai 500 ml", FAIR, 1_250_000, None)]
    assert prices("Miến dong – gói 300gr") == [("gói 300 g", "", None, None)]
    tea = product("Chè Shan tuyết Bằng Phúc")
    assert (tea.place_id, tea.supplier_id, tea.proposed_class) == ("2025:01933", None, "I.5.a")


def test_the_export_again_and_corrected(app: Flask) -> None:
    settle(exported(rows()))
    assert settle(exported(rows())).summary == ({"unchanged": 7, "refused": 5}, *SUMMARY[1:])
    changes = {
        "39.500 ₫": "38.000",
        "2.350,000": "2.350.000",
        "12.5": "12.500",
        "năm mươi nghìn": "50k",
        "38.000": "39k",
    }
    lines = [tuple(changes.get(cell, cell) for cell in line) for line in rows()]
    lines[3] = tuple("39k" if cell == "38.000" else cell for cell in lines[3])
    corrected = settle(exported(lines))
    assert corrected.counts == {"changed": 2, "unchanged": 7, "created": 2, "refused": 1}
    assert corrected.refused == {taking.NO_NAME: 1}
    assert prices("Bún khô Hồng Luân")[0] == ("500 g", POST, 39_000, None)
    assert prices("Trà hoa vàng") == [("hộp 40 g", POST, 1_250_000, None), ("hộp 80 g", POST, 2_350_000, None)]
    assert len(all_of(Product)) == 7
