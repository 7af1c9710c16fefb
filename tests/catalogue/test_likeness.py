"""Which products of one producer are probably one, on pairs that people judged."""

import csv
from pathlib import Path

from marketplace.catalogue.vocabulary.likeness import PROBABLE, product_likeness

JUDGED = Path(__file__).parent / "judged_doubles.csv"
PRECISION, RECALL = 0.9, 0.9  # at least
SAID = frozenset(["hong", "luan", "bac", "kan"])


def test_judged_pairs_are_found_and_few_others() -> None:
    rows = list(csv.DictReader(JUDGED.read_text(encoding="utf-8").splitlines()))
    said = {(row["first"], row["second"]): product_likeness(row["first"], row["second"], SAID)[0] for row in rows}
    ones = {pair for pair in said if _is_one(rows, pair)}
    found = {pair for pair, score in said.items() if score >= PROBABLE}
    assert len(found & ones) / len(found) >= PRECISION, found - ones
    assert len(found & ones) / len(ones) >= RECALL, ones - found


def _is_one(rows: list[dict[str, str]], pair: tuple[str, str]) -> bool:
    return next(row["one"] == "1" for row in rows if (row["first"], row["second"]) == pair)
