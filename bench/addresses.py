"""``python -m bench.addresses``: how much of 300 places, as real lists write them, is understood; each that isn't.

The lists lie beside the checkout (shared/data/lists). The places are distinct and in a fixed order: whole addresses,
origins of one word or two, the columns of two lists in one line, alone and after the producer's name.
"""

import csv
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl

from marketplace.app.commands import prepared_app
from marketplace.core.db import transaction
from marketplace.core.text import normalise
from marketplace.places.queries import read_address
from marketplace.places.vocabulary import ResolvedPlace

LISTS = Path(__file__).parents[2] / "shared" / "data" / "lists"
MOST, ROUNDS = 300, 20
LABELS = {
    "commune": "a present commune",
    "asked": "several would fit: asked back",
    "area": "a province or former district, where no more is said",
    "nothing": "not understood",
}


def addresses() -> list[str]:
    """The places, at most 300, each once."""
    texts = (normalise(text) for text in _written())
    return list(dict.fromkeys(text for text in texts if text))[:MOST]


def understood_as(found: ResolvedPlace) -> str:
    """Which of the labels a reading gets."""
    if found.place_id:
        return "commune"
    if found.ambiguous:
        return "asked"
    return "area" if found.legacy_place_id or found.province_id else "nothing"


def _written() -> Iterator[str]:
    register = openpyxl.load_workbook(LISTS / "lam-dong-2025-2026.xlsx").worksheets[0]
    yield from (str(row[3]) for row in register.iter_rows(min_row=5, values_only=True) if row[3])
    with (LISTS / "marketplace-listings-2025.csv").open(encoding="utf-8-sig", newline="") as lines:
        listings = [(row["Xuất xứ"], row["Đơn vị đăng bán"]) for row in csv.DictReader(lines)]
    yield from (origin for origin, _ in listings)
    district = (LISTS / "cau-ke.txt").read_text(encoding="utf-16").splitlines()[1:]
    for _, producer, commune, _, *above in (line.split("\t") for line in district):
        yield from (", ".join([commune, *above]), producer if ", xã " in producer else "")
        yield ", ".join([producer, commune, *above])
    with (LISTS / "cho-don-bac-kan.csv").open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines, delimiter=";"):
            yield from (f"{row['Xã (cũ)']}, {row['Tỉnh']}", f"{row['Chủ thể']}, {row['Xã (cũ)']}, {row['Tỉnh']}")
    yield from (f"{seller}, {origin}" for origin, seller in listings if seller and origin)


def main() -> None:
    """Read all with the units of a fresh data folder, and print."""
    with tempfile.TemporaryDirectory() as folder:
        site = prepared_app(Path(folder), "local")
        with site.app_context(), transaction(write=False):
            read_address("")  # the units are loaded once
            began = time.perf_counter()
            found = {text: read_address(text) for text in addresses()}
            first = time.perf_counter() - began
            began = time.perf_counter()
            for _ in range(ROUNDS):
                for text in found:
                    read_address(text)
            again = time.perf_counter() - began
    shares = Counter(map(understood_as, found.values()))
    for label, words in LABELS.items():
        print(f"{shares[label]:4} {shares[label] / len(found):6.1%}  {words}")
    print(f"{1000 * first / len(found):.3f} ms each, read for the first time")
    print(f"{1000 * again / len(found) / ROUNDS:.4f} ms each, read again")
    for label in ("asked", "nothing"):
        print(f"\n{LABELS[label]}:")
        for text, place in found.items():
            if understood_as(place) == label:
                print(f"  {text}{f' ({len(place.ambiguous)})' if place.ambiguous else ''}")


if __name__ == "__main__":
    main()
