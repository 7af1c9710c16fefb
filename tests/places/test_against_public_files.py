"""Our table against two public ones, each row of them: what differs is known, with a reason."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from marketplace.places.services import UNITS_FILE
from tests.places.public_tables import (
    SUCCESSION,
    UNITS,
    Difference,
    differences_from_succession,
    differences_from_units,
    ours,
    successions,
)

LIST = UNITS_FILE.with_name("differences.csv")

PAGE = Path(__file__).parents[2] / "docs" / "places.md"

pytestmark = pytest.mark.usefixtures("places")
beside = pytest.mark.skipif(not SUCCESSION.exists() or not UNITS.exists(), reason="the tables lie beside the checkout")


def known(table: str) -> Counter[Difference]:
    with LIST.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["table"] == table]
    assert all(row["reason"] for row in rows)
    return Counter(Difference(*(row[field] for field in Difference._fields)) for row in rows)


@beside
def test_present_units_differ_in_what_is_listed_and_in_nothing_else() -> None:
    found = set(differences_from_units(ours()))
    assert Counter(found) == known("units")


@beside
def test_successions_differ_in_what_is_listed_and_in_nothing_else() -> None:
    found = set(differences_from_succession(ours(), successions()))
    assert Counter(found) == known("succession")


@beside
def test_every_row_is_compared() -> None:
    """A unit under another name, in another province, or that went elsewhere is noticed."""
    units, went_to = ours(), successions()
    moved = units["2025:02038"]
    moved.name, moved.province_id = "Quảng Bách", "2025:15"
    went_to["pre2025:02032"] = {"2025:02020"}
    found = set(differences_from_units(units)) | set(differences_from_succession(units, went_to))
    about = {(one.table, one.what, one.unit) for one in found - set(known("units")) - set(known("succession"))}
    assert about >= {
        ("units", "spelling", "2025:02038"),
        ("units", "province", "2025:02038"),
        ("succession", "province", "2025:02038"),
        ("succession", "successor", "pre2025:02032"),
    }


def test_the_page_on_places_names_every_difference() -> None:
    told = PAGE.read_text(encoding="utf-8")
    codes = {one.unit.partition(":")[2] for table in ("units", "succession") for one in known(table)}
    assert {code for code in codes if code not in told} == set()
