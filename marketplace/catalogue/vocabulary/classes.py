"""The 26 product sets in force (Quyết định 26/2026/QĐ-TTg, Phụ lục I), with shelf names and prints of ours."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from marketplace.core.texts import in_english

_FILE = Path(__file__).resolve().parent.parent / "data" / "ocop_classes.csv"


@dataclass(frozen=True)
class OcopClass:
    """A product set. ``code`` is I.3.b, or I.6 where there is no subgroup."""

    set_no: int
    code: str
    sector: str
    sector_vi: str
    sector_en: str
    group: str
    group_vi: str
    group_en: str
    name_vi: str
    name_en: str
    shelf_vi: str
    shelf_en: str
    examples_vi: str
    examples_en: str
    art: str
    ground: str
    adult: bool

    @property
    def sector_name(self) -> str:
        """The sector in the reader's language."""
        return self.sector_en if in_english() else self.sector_vi

    @property
    def group_name(self) -> str:
        """The group in the reader's language."""
        return self.group_en if in_english() else self.group_vi

    @property
    def name(self) -> str:
        """The name of the decision, in the reader's language."""
        return self.name_en if in_english() else self.name_vi

    @property
    def shelf(self) -> str:
        """The short name of ours, in the reader's language."""
        return self.shelf_en if in_english() else self.shelf_vi

    @property
    def examples(self) -> str:
        """What is of this class, in the reader's language."""
        return self.examples_en if in_english() else self.examples_vi


@cache
def _classes() -> dict[str, OcopClass]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {row["code"]: _class(row) for row in csv.DictReader(file)}


def _class(row: dict[str, str]) -> OcopClass:
    kept = {
        **row,
        "set_no": int(row["set_no"]),
        "adult": row["adult"] == "yes",
    }
    return OcopClass(**kept)  # type: ignore[arg-type]  # the file's columns are the attributes


def all_classes() -> tuple[OcopClass, ...]:
    """All classes in the order of the decision."""
    return tuple(_classes().values())


def ocop_class(code: str) -> OcopClass | None:
    """The class with this code."""
    return _classes().get(code)


def class_codes_under(prefix: str) -> tuple[str, ...]:
    """Codes of the classes that a code or a prefix ending at a dot names: "I.3" → I.3.a, I.3.b, …"""
    return tuple(code for code in _classes() if code == prefix or code.startswith(prefix.rstrip(".") + "."))
