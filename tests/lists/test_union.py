"""A union's Word table, pasted: what its members said is taken, what nobody can tell is handed back."""

import pytest
from flask import Flask

from marketplace.catalogue.imports import no_rows, offers, stars
from marketplace.catalogue.imports.cells import MORE_PHONES, NO_MONTHS
from marketplace.catalogue.models import Offer, Product
from marketplace.core.text import parse_phone
from tests.lists.settling import Summary, all_of, message_of, prices, product, settle, where
from tests.lists.union import pasted, rows

NO_PHONE = message_of(parse_phone, "hỏi anh Tú")
SUMMARY: Summary = (
    {"created": 6, "refused": 2},
    {stars.BAD_STARS: 1, NO_PHONE: 1},
    {MORE_PHONES: 3, NO_MONTHS: 1, offers.LEAST_OF_OTHERS: 1},
    ("GHI CHÚ",),
    {no_rows.TOTAL: 1},
)


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_the_table_is_taken(app: Flask, newline: str) -> None:
    assert settle(pasted(rows(), newline)).summary == SUMMARY
    assert where("HTX VÍ DỤ HỒNG LUÂN") == ("Quảng Bạch", "Tân Lập", "Thái Nguyên")
    assert where("HTX VÍ DỤ HỒNG HÀ") == ("Đồng Phúc", "Bằng Phúc", "Thái Nguyên")
    assert product("BÚN NGŨ SẮC (GÓI 500G)").proposed_class == "I.3.b", "decomposed capitals are the same words"


def test_prices_as_members_say_them(app: Flask) -> None:
    settle(pasted(rows()))
    luan, ha = "HTX VÍ DỤ HỒNG LUÂN", "HTX VÍ DỤ HỒNG HÀ"
    assert prices("BÚN KHÔ") == [("1 kg", luan, 45_000, None)]
    assert prices("BÚN NGŨ SẮC (GÓI 500G)") == [("gói 500 g", luan, 35_000, 40_000)]
    assert prices("GẠO BAO THAI") == [("thùng", luan, 1_200_000, None)]
    assert prices("CHÈ SHAN TUYẾT") == [("1 kg", ha, None, None)]
    assert prices("RƯỢU MEN LÁ") == [("lít", ha, None, None)]
    assert prices("MĂNG KHÔ") == [("1 yến", ha, 1_200_000, None)]
    least = {offer.id: (offer.least_grams, offer.least_packs) for offer in all_of(Offer)}
    assert list(least.values()) == [
        (50_000, None),
        (None, 100),
        (None, None),
        (5_000, None),
        (None, None),
        (None, None),
    ]


def test_the_table_again_and_corrected(app: Flask) -> None:
    settle(pasted(rows()))
    assert settle(pasted(rows())).summary == ({"unchanged": 6, "refused": 2}, *SUMMARY[1:])
    changes = {"45k/kg": "48k/kg", "3 hoặc 4 sao": "4 sao", "hỏi anh Tú": "0900 000 024", "sau Tết": "2-3"}
    corrected = settle(pasted([tuple(changes.get(cell, cell) for cell in line) for line in rows()]))
    assert (corrected.counts, corrected.refused) == ({"changed": 2, "unchanged": 4, "created": 2}, {})
    assert prices("BÚN KHÔ") == [("1 kg", "HTX VÍ DỤ HỒNG LUÂN", 48_000, None)]
    assert len(all_of(Product)) == 8
