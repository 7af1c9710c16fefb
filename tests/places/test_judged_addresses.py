"""Addresses judged one by one: what a person understands is understood, and nothing is understood wrongly."""

import csv
from pathlib import Path

import pytest

from marketplace.places.queries import read_address

pytestmark = pytest.mark.usefixtures("places")

# text; keys of the present commune, of the former unit, of the present province, as far as the words say them;
# among: "place|former" of units between which the words leave the choice, some or all of them.
with Path(__file__).with_name("judged_addresses.csv").open(encoding="utf-8", newline="") as lines:
    JUDGED = list(csv.DictReader(lines))


@pytest.mark.parametrize("row", JUDGED, ids=lambda row: row["text"])
def test_understood_as_a_person_does(row: dict[str, str]) -> None:
    found = read_address(row["text"])
    assert (found.place_id or "", found.legacy_place_id or "") == (row["place_id"], row["legacy_place_id"])
    choices = {f"{ref.place_id or ''}|{ref.legacy_place_id or ''}" for ref in found.ambiguous}
    assert bool(choices) == bool(row["among"])
    assert set(row["among"].split()) <= choices
    if row["province_id"] or not choices:
        assert (found.province_id or "") == row["province_id"]


def test_the_set_is_large_and_mixed() -> None:
    assert len(JUDGED) >= 150
    assert sum(bool(row["place_id"]) for row in JUDGED) >= 100
    assert sum(bool(row["among"]) for row in JUDGED) >= 15
    assert sum(not any(list(row.values())[1:]) for row in JUDGED) >= 15
