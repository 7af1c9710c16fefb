"""Makes `units.csv.gz`, the administrative units of both eras, and compares it with other tables of them.

A one-off tool, not part of the site. The source is the package `vietnamadminunits` (MIT licence, Python package
index), installed anywhere; run this with the project's interpreter from the checkout's root:

    PYTHONPATH=. python marketplace/places/data/compile_units.py SITE_PACKAGES/vietnamadminunits \
        -o marketplace/places/data/units.csv.gz [--succession CSV] [--units JSON]

What the source lacks or has wrong stands in `corrections.csv` beside this file, each line with its own source.
"""

import argparse
import csv
import gzip
import io
import json
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from marketplace.core.text import fold, normalise

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


def differences_from_units(units: Units, path: Path) -> Iterator[str]:
    """Where present units differ by code, folded name or province from a list of provinces with their wards."""
    theirs: dict[str, str] = {}
    for province in json.loads(path.read_text(encoding="utf-8")):
        theirs[province["Code"]] = fold(province["FullName"])
        theirs |= {ward["Code"]: f"{fold(ward['FullName'])} {province['Code']}" for ward in province["Wards"]}
    ours = {u.code: f"{fold(u.full_name)} {u.parent}".strip() for u in units.values() if u.era == "2025"}
    for code in sorted(theirs.keys() | ours.keys()):
        if theirs.get(code) != ours.get(code):
            yield f"unit {code}: theirs {theirs.get(code)}, ours {ours.get(code)}"


def differences_from_succession(units: Units, path: Path) -> Iterator[str]:
    """Where successions differ by the old folded names and the new code (new names may have changed since)."""
    ours: set[tuple[str, ...]] = set()
    for unit in units.values():
        if unit.era == "2025" or not unit.successors or unit.level == "province":
            continue
        district = unit if unit.level == "district" else units["pre2025", "district", unit.parent]
        names = (units["pre2025", "province", district.parent].full_name, district.full_name)
        own = unit.full_name if unit.level == "commune" else ""
        ours |= {folded(*names, own, code) for code in unit.successors}
    with path.open(encoding="utf-8-sig", newline="") as lines:
        columns = ("old_province", "old_district", "old_ward", "new_ward_code")
        theirs = {folded(*(line[column] for column in columns)) for line in csv.DictReader(lines)}
    yield from (f"succession only theirs: {', '.join(names)}" for names in sorted(theirs - ours))
    yield from (f"succession only ours: {', '.join(names)}" for names in sorted(ours - theirs))


def folded(*names: str) -> tuple[str, ...]:
    """Names to compare by."""
    return tuple(map(fold, names))


def main(arguments: list[str]) -> None:
    """Compile, write, compare."""
    parser = argparse.ArgumentParser(description="Compile the administrative units of both eras.")
    parser.add_argument("package", type=Path, help="folder of the installed package vietnamadminunits")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--succession", type=Path, help="table of old and new communes to compare with (CSV)")
    parser.add_argument("--units", type=Path, help="list of present provinces and communes to compare with (JSON)")
    options = parser.parse_args(arguments)
    units = read_package(options.package)
    correct(units, Path(__file__).with_name("corrections.csv"))
    add_province_successors(units)
    options.output.write_bytes(packed(units))
    print(f"{len(units)} units, {sum(len(unit.successors) for unit in units.values())} successions")
    found = [*differences_from_units(units, options.units)] if options.units else []
    found += differences_from_succession(units, options.succession) if options.succession else []
    print(*found, f"{len(found)} differences", sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
