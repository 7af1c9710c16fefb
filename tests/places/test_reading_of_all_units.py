"""Units of all the table, written in the ways of lists: never understood as another one."""

import unicodedata
from collections.abc import Callable
from itertools import islice

import pytest
from sqlalchemy import select

from marketplace.core.db import session
from marketplace.places.models import Place
from marketplace.places.queries import read_address, successors_of

pytestmark = pytest.mark.usefixtures("places")

SHORT = {"xã": "X.", "phường": "P.", "thị trấn": "TT.", "huyện": "H.", "quận": "Q.", "thị xã": "TX."}
SHORT |= {"thành phố": "TP.", "tỉnh": "T."}
Way = Callable[[list[Place]], str]


def whole(unit: Place) -> str:
    return f"{unit.kind} {unit.name}"


def bare(unit: Place) -> str:
    return whole(unit) if unit.name.isdigit() else unit.name


def short(unit: Place) -> str:
    return f"{SHORT[unit.kind]}{unit.name}"


def plain(text: str) -> str:
    parts = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in parts if not unicodedata.combining(char)).lower()


WAYS: dict[str, Way] = {
    "whole": lambda units: ", ".join(map(whole, units)),
    "capitals": lambda units: ", ".join(map(whole, units)).upper(),
    "decomposed": lambda units: unicodedata.normalize("NFD", ", ".join(map(whole, units))),
    "no accents, no commas": lambda units: plain(" ".join(map(whole, units))),
    "short": lambda units: ", ".join(map(short, units)),
    "bare": lambda units: ", ".join(map(bare, units)),
    "bare, no commas": lambda units: " ".join(map(bare, units)),
    "dashes": lambda units: " - ".join(map(bare, units)),
    "largest first": lambda units: ", ".join(map(whole, reversed(units))),
    "after a hamlet": lambda units: f"Thôn Hòa Bình, {', '.join(map(whole, units))}",
    "after a street": lambda units: f"12 Trần Hưng Đạo, {', '.join(map(whole, units))}",
}


def every(number: int, era: str) -> list[Place]:
    communes = session.scalars(select(Place).where(Place.era == era, Place.level == "commune").order_by(Place.id))
    return list(islice(communes, 0, None, number))


@pytest.mark.parametrize("way", WAYS)
def test_former_communes(way: str) -> None:
    for unit in every(53, "pre2025"):
        above = [session.get_one(Place, key) for key in (unit.district_id, unit.province_id) if key]
        text = WAYS[way]([unit, *above])
        found = read_address(text)
        after = {place.id for place in successors_of(unit.id)}
        assert found.legacy_place_id in (unit.id, None), text
        assert found.place_id is None or found.place_id in after, text
        choices = {ref.place_id for ref in found.ambiguous}
        assert found.place_id or choices & after, text
        if len(after) > 1 and found.legacy_place_id:
            assert choices == after, text  # which part of a split one isn't said


@pytest.mark.parametrize("way", ["whole", "capitals", "no accents, no commas", "largest first", "after a street"])
def test_present_communes(way: str) -> None:
    for unit in every(11, "2025"):
        text = WAYS[way]([unit, session.get_one(Place, unit.province_id)])
        found = read_address(text)
        assert unit.id in {found.place_id, *(ref.place_id for ref in found.ambiguous)}, text


def test_commune_of_another_district_is_never_understood() -> None:
    communes = every(53, "pre2025")
    for unit, other in zip(communes, communes[24:], strict=False):
        district, province = session.get_one(Place, str(other.district_id)), session.get_one(Place, unit.province_id)
        found = read_address(f"{whole(unit)}, {whole(district)}, {whole(province)}")
        assert found.legacy_place_id != unit.id or unit.district_id == district.id
