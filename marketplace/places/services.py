"""Loads the administrative units from the file that comes with the program."""

import csv
import gzip
import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import delete, insert, select, update

from marketplace.core.db import session
from marketplace.core.stamps import put_stamp, stamp_of
from marketplace.core.text import fold
from marketplace.places.models import Place, PlaceSuccession
from marketplace.places.queries import UNITS_STAMP
from marketplace.places.vocabulary import Era, Level, place_key

UNITS_FILE = Path(__file__).parent / "data" / "units.csv.gz"


def seed_places(file: Path = UNITS_FILE) -> bool:
    """Bring the tables to the state of the file; says whether there was anything to do.

    Units that the file no longer has stay, for products and facts may point to them.
    """
    content = file.read_bytes()
    stamp = hashlib.sha256(content).hexdigest()
    if stamp_of(UNITS_STAMP) == stamp:
        return False
    lines = list(csv.DictReader(gzip.decompress(content).decode("utf-8").splitlines()))
    _put_units(list(_units(lines)))
    session.execute(delete(PlaceSuccession))
    if successions := list(_successions(lines)):
        session.execute(insert(PlaceSuccession), successions)
    put_stamp(UNITS_STAMP, stamp)
    session.info.pop(UNITS_STAMP, None)  # what was read with the units before
    return True


def _put_units(rows: list[dict[str, Any]]) -> None:
    known = set(session.scalars(select(Place.id)))
    new = [row for row in rows if row["id"] not in known]
    changed = [row for row in rows if row["id"] in known]
    if new:
        session.execute(insert(Place), new)
    if changed:
        session.execute(update(Place), changed)


def _units(lines: list[dict[str, str]]) -> Iterator[dict[str, Any]]:
    """Rows of Place, larger units first, as the file has them."""
    done: dict[str, dict[str, Any]] = {}
    for line in lines:
        era, level = Era(line["era"]), Level(line["level"])
        place_id = place_key(era, line["code"])
        parent = done[place_key(era, line["parent"])] if line["parent"] else None
        row = {
            "id": place_id,
            "era": era.value,
            "code": line["code"],
            "level": level.value,
            "kind": line["kind"],
            "name": line["name"],
            "name_key": fold(line["name"]),
            "path_key": f" {fold(line['kind'])} {fold(line['name'])}{parent['path_key'] if parent else ' '}",
            "parent_id": parent["id"] if parent else None,
            "province_id": parent["province_id"] if parent else place_id,
            "district_id": place_id if level is Level.DISTRICT else parent and parent["district_id"],
            "valid_from": _day(line["valid_from"]),
            "valid_until": _day(line["valid_until"]),
        }
        done[place_id] = row
        yield row


def _successions(lines: list[dict[str, str]]) -> Iterator[dict[str, Any]]:
    for line in lines:
        successors = line["successors"].split()
        for code in successors:
            yield {
                "old_id": place_key(Era(line["era"]), line["code"]),
                "new_id": place_key(Era.PRESENT, code),
                "whole": len(successors) == 1,
            }


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
