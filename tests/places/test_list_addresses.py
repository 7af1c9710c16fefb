"""300 places as real lists write them: how much is understood, and nothing wrongly."""

from collections import Counter

import pytest

from bench.addresses import LISTS, addresses, understood_as
from marketplace.core.text import fold
from marketplace.places.queries import display_names, read_address
from marketplace.places.vocabulary import ResolvedPlace

pytestmark = [
    pytest.mark.usefixtures("places"),
    pytest.mark.skipif(not LISTS.exists(), reason="the lists lie beside the checkout"),
]

# Judged by hand: two house numbers, and a commune that ended in 2024, before the table of the former era.
NOT_UNDERSTOOD = {"Số 6", "Số 8", "Nghĩa Hoàn"}


@pytest.fixture
def found() -> dict[str, ResolvedPlace]:
    return {text: read_address(text) for text in addresses()}


def test_shares(found: dict[str, ResolvedPlace]) -> None:
    assert len(found) == 300
    shares = Counter(map(understood_as, found.values()))
    assert shares["commune"] >= 130
    assert shares["commune"] + shares["area"] + shares["asked"] == 297
    assert shares["asked"] <= 33
    assert {text for text, place in found.items() if understood_as(place) == "nothing"} == NOT_UNDERSTOOD


def test_only_names_that_stand_there_are_understood(found: dict[str, ResolvedPlace]) -> None:
    for text, place in found.items():
        keys = [key for key in (place.place_id, place.legacy_place_id) if key]
        words = [fold(name.short).split()[-1] for name in display_names(keys).values()]
        is_spelt_otherwise = "Rã Bản" in text or text == "Liêng S'Rônh"
        assert not words or is_spelt_otherwise or any(word in fold(text) for word in words), text


def test_every_row_of_a_district_is_understood_in_its_district(found: dict[str, ResolvedPlace]) -> None:
    rows = {text: place for text, place in found.items() if text.endswith("Cầu Kè, Trà Vinh")}
    assert len(rows) == 33
    names = display_names(key for place in rows.values() if (key := place.legacy_place_id))
    assert all(
        names[place.legacy_place_id or ""].full.endswith(", huyện Cầu Kè, tỉnh Trà Vinh") for place in rows.values()
    )


def test_every_row_of_cho_don_is_understood(found: dict[str, ResolvedPlace]) -> None:
    rows = {text: place for text, place in found.items() if text.endswith(", Bắc Kạn")}
    assert len(rows) >= 37
    assert all(place.province_id == "2025:19" and not place.ambiguous for place in rows.values())
    provinces = {text for text, place in rows.items() if not place.place_id}
    assert provinces == {text for text in rows if "(Bắc Kạn)" in text} | {"HTX DỊCH VỤ VÀ PTNT PẮC NẶM, Bắc Kạn"}
