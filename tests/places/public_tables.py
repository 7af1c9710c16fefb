"""Two public tables of administrative units, row by row against ours; see docs/places.md."""

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import select

from marketplace.core.db import session
from marketplace.core.text import exact_key, fold
from marketplace.places.models import Place, PlaceSuccession

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "places"
SUCCESSION, UNITS = FOLDER / "succession-2025-07.csv", FOLDER / "units-2026-04.json"


class Difference(NamedTuple):
    """Something in which a table and ours disagree: about which unit, what theirs says, what ours says.

    ``what`` is code, name, province, district, successor or whole; or spelling, where folded names agree.
    """

    table: str
    what: str
    unit: str
    theirs: str
    ours: str


def ours() -> dict[str, Place]:
    """All our units by key."""
    return {unit.id: unit for unit in session.scalars(select(Place))}


def successions() -> dict[str, set[str]]:
    """Former unit → the present ones that took it over."""
    found: dict[str, set[str]] = {}
    for old_id, new_id in session.execute(select(PlaceSuccession.old_id, PlaceSuccession.new_id)):
        found.setdefault(old_id, set()).add(new_id)
    return found


def differences_from_units(units: dict[str, Place]) -> Iterator[Difference]:
    """Present provinces and communes: code, kind and name, province; both ways."""
    theirs: set[str] = set()
    for province in json.loads(UNITS.read_text(encoding="utf-8")):
        for row in (province, *province["Wards"]):
            key = f"2025:{row['Code']}"
            theirs.add(key)
            if key not in units:
                yield Difference("units", "code", key, row["FullName"], "")
                continue
            yield from _named("units", units[key], row["FullName"])
            yield from _same("units", "province", key, f"2025:{province['Code']}", units[key].province_id)
    present = {key for key, unit in units.items() if unit.era == "2025"}
    for key in sorted(present - theirs):
        yield Difference("units", "code", key, "", _full(units[key]))


def differences_from_succession(units: dict[str, Place], went_to: dict[str, set[str]]) -> Iterator[Difference]:
    """Old and new commune of each row with what lies above them, and whether all of it went there; both ways."""
    linked: set[tuple[str, str]] = set()
    with SUCCESSION.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            old, name = _old_of(row)
            new = f"2025:{row['new_ward_code']}"
            linked.add((old, new))
            yield from _named("succession", units[new], row["new_ward"])
            yield from _named("succession", units[units[new].province_id], row["new_province"])
            yield from _same("succession", "province", new, f"2025:{row['new_province_code']}", units[new].province_id)
            yield from _named("succession", units[old], name)
            yield from _above(units, old, row)
            yield from _successor(units, went_to, old, new, row)
    for old, new in sorted((old, new) for old, into in went_to.items() for new in into):
        if (old, new) not in linked and units[old].level != "province":
            yield Difference("succession", "successor", old, "", new)


def _old_of(row: dict[str, str]) -> tuple[str, str]:
    """Key and name of the former unit; island districts and land without a commune have none."""
    if row["old_ward_code"]:
        return f"pre2025:{row['old_ward_code']}", row["old_ward"]
    return f"pre2025:{row['old_district_code']}", row["old_district"]


def _above(units: dict[str, Place], old: str, row: dict[str, str]) -> Iterator[Difference]:
    district, province = units[str(units[old].district_id)], units[units[old].province_id]
    yield from _named("succession", district, row["old_district"])
    yield from _named("succession", province, row["old_province"])
    yield from _same("succession", "district", old, f"pre2025:{row['old_district_code']}", district.id)
    yield from _same("succession", "province", old, f"pre2025:{row['old_province_code']}", province.id)


def _successor(
    units: dict[str, Place], went_to: dict[str, set[str]], old: str, new: str, row: dict[str, str]
) -> Iterator[Difference]:
    if new not in went_to.get(old, set()):
        yield Difference("succession", "successor", old, new, "")
        return
    in_part = "phần" in row["note"].casefold()
    if in_part == (len(went_to[old]) == 1):
        yield Difference("succession", "whole", old, row["note"], " ".join(sorted(went_to[old])))


def _named(table: str, unit: Place, name: str) -> Iterator[Difference]:
    """A name that differs when folded, or only in its accents and signs (capitals and the place of a tone aside)."""
    mine = _full(unit)
    if fold(mine) != fold(name):
        yield Difference(table, "name", unit.id, name, mine)
    elif exact_key(mine) != exact_key(name) or ("'" in mine) != ("'" in name):
        yield Difference(table, "spelling", unit.id, name, mine)


def _same(table: str, what: str, unit: str, theirs: str, mine: str) -> Iterable[Difference]:
    return [] if theirs == mine else [Difference(table, what, unit, theirs, mine)]


def _full(unit: Place) -> str:
    return f"{unit.kind} {unit.name}"
