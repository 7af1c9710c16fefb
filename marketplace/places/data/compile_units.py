"""Makes `units.csv.gz`, the administrative units of both eras.

A one-off tool, not part of the site. The source is the package `vietnamadminunits` (MIT licence, Python package
index), installed anywhere; run this with the project's interpreter from the checkout's root:

    PYTHONPATH=. python marketplace/places/data/compile_units.py SITE_PACKAGES/vietnamadminunits \
        -o marketplace/places/data/units.csv.gz

What the source lacks or has wrong stands in `corrections.csv` beside this file, each line with its own source.
`tests/places/test_against_public_files.py` compares the result with two public tables; docs/places.md tells of it.
"""

import argparse
import csv
import gzip
import io
import json
import sqlite3
import sys
from collections import defaultdict
from dataclasses import dataclass, field, replace
from pathlib import Path

from marketplace.core.text import normalise

COLUMNS = ("era", "code", "level", "kind", "name", "parent", "valid_from", "valid_until", "successors")
KINDS = ("thành phố", "thị trấn", "đặc khu", "thị xã", "phường", "huyện", "quận", "tỉnh", "xã")
LAST_DAY, FIRST_DAY = "2025-06-30", "2025-07-01"
LEVELS = ("province", "district", "commune")


@dataclass(frozen=True)
class Unit:
    """A line of the file; `successors` are codes of the present era, exactly one meaning that all of it went there."""

    era: str
    code: str
    level: str
    full_name: str
    parent: str = ""
    valid_from: str = ""
    successors: frozenset[str] = field(default_factory=frozenset)

    @property
    def row(self) -> tuple[str, ...]:
        """The line, kind and name parted."""
        kind, name = parted(self.full_name)
        end = LAST_DAY if self.era == "pre2025" else ""
        return (
            self.era,
            self.code,
            self.level,
            kind,
            name,
            self.parent,
            self.valid_from,
            end,
            " ".join(sorted(self.successors)),
        )


Units = dict[tuple[str, str, str], Unit]


def parted(full_name: str) -> tuple[str, str]:
    """Part "Thị trấn Bằng Lũng" into ("thị trấn", "Bằng Lũng"); raises ValueError for a kind that we don't know."""
    full_name = normalise(full_name).replace("’", "'")
    for kind in KINDS:
        if full_name.casefold().startswith(kind + " "):
            return kind, full_name[len(kind) + 1 :]
    raise ValueError(full_name)


def key(unit: Unit) -> tuple[str, str, str]:
    """What is unique among units: codes of one level are never used twice in an era."""
    return unit.era, unit.level, unit.code


def read_package(package: Path) -> Units:
    """All units as the package has them, communes with their successors."""
    database = sqlite3.connect(f"file:{package / 'data' / 'dataset.db'}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    present = database.execute("SELECT * FROM admin_units").fetchall()
    former = database.execute("SELECT * FROM admin_units_legacy").fetchall()
    successors = read_successors(package, present)
    units: Units = {}
    for row in present:
        province = Unit("2025", row["provinceCode"], "province", row["province"], valid_from=FIRST_DAY)
        commune = Unit("2025", row["wardCode"], "commune", row["ward"], province.code, FIRST_DAY)
        units |= {key(province): province, key(commune): commune}
    for row in former:
        province = Unit("pre2025", row["provinceCode"], "province", row["province"])
        district = Unit("pre2025", row["districtCode"], "district", row["district"], province.code)
        went_to = successors[f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"]
        units.setdefault(key(province), province)
        if row["wardCode"]:
            commune = Unit("pre2025", row["wardCode"], "commune", row["ward"], district.code, successors=went_to)
            units |= {key(district): district, key(commune): commune}
        else:  # an island district that had no communes
            units[key(district)] = replace(district, successors=went_to)
    return units


def read_successors(package: Path, present: list[sqlite3.Row]) -> dict[str, frozenset[str]]:
    """The package's key of an old commune → codes of the present communes that took it over, wholly or in part."""
    codes = {(row["provinceKey"], row["wardKey"]): row["wardCode"] for row in present}
    table = json.loads((package / "data" / "converter_2025.json").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = defaultdict(set)
    for province, communes in table["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for commune, former_keys in communes.items():
            for former in former_keys:
                found[former].add(codes[province, commune])
    for province, parts in table["DICT_PROVINCE_WARD_DIVIDED"].items():
        for former, communes in parts.items():
            found[former] |= {codes[province, part["newWardKey"]] for part in communes}
    return {former: frozenset(into) for former, into in found.items()}


def correct(units: Units, corrections: Path) -> None:
    """Apply corrections: a `name` (and the day since which it holds), or a succession to `add` or `drop`."""
    with corrections.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            place = (line["era"], line["level"], line["code"])
            unit = units[place]
            if line["what"] == "name":
                units[place] = replace(unit, full_name=line["value"], valid_from=line["valid_from"] or unit.valid_from)
                continue
            if (line["value"] in unit.successors) == (line["what"] == "add"):
                raise ValueError(f"needless correction: {line}")
            units[place] = replace(unit, successors=unit.successors ^ {line["value"]})


def add_province_successors(units: Units) -> None:
    """An old province went wholly where its communes went; none was split between two."""
    into: dict[str, set[str]] = defaultdict(set)
    for unit in list(units.values()):
        if unit.era == "pre2025" and unit.level == "commune":
            province = units["pre2025", "district", unit.parent].parent
            into[province] |= {units["2025", "commune", code].parent for code in unit.successors}
    for code, present in into.items():
        if len(present) != 1:
            raise ValueError(f"province {code} would be split among {present}")
        place = ("pre2025", "province", code)
        units[place] = replace(units[place], successors=frozenset(present))


def packed(units: Units) -> bytes:
    """The file: the same bytes whenever the units are the same."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    ordered = sorted(units.values(), key=lambda unit: (unit.era, LEVELS.index(unit.level), unit.code))
    writer.writerows(unit.row for unit in ordered)
    return gzip.compress(text.getvalue().encode("utf-8"), compresslevel=9, mtime=0)


def main(arguments: list[str]) -> None:
    """Compile and write."""
    parser = argparse.ArgumentParser(description="Compile the administrative units of both eras.")
    parser.add_argument("package", type=Path, help="folder of the installed package vietnamadminunits")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    units = read_package(options.package)
    correct(units, Path(__file__).with_name("corrections.csv"))
    add_province_successors(units)
    options.output.write_bytes(packed(units))
    print(f"{len(units)} units, {sum(len(unit.successors) for unit in units.values())} successions")


if __name__ == "__main__":
    main(sys.argv[1:])
