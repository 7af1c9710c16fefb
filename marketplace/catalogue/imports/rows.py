"""A row of a list, read field by field; what can't be read is a reason beside its column."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from marketplace.catalogue.imports.columns import SYNONYMS, Header
from marketplace.catalogue.vocabulary import months_mask
from marketplace.core.clock import today
from marketplace.core.emails import parse_email
from marketplace.core.errors import Refused
from marketplace.core.text import (
    TextRefused,
    fold,
    normalise,
    normalise_lines,
    parse_date_or_year,
    parse_phones,
    parse_price,
    parse_quantity,
)
from marketplace.core.texts import N_

LONGEST_NAME = 200
_NOTHING = {"", "-", "--", "không", "0", "k", "x", "#ref!", "#n/a"}

BAD_STARS = N_("Hạng sao phải là 3, 4 hoặc 5; ở đây ghi “%(text)s”.")
NO_NAME = N_("Dòng này không có tên.")
LONG_NAME = N_("Tên dài quá %(most)s ký tự.")
ENDS_FIRST = N_("Ngày hết hạn đứng trước ngày cấp.")


@dataclass(frozen=True)
class Problem:
    """Why a field can't be taken; ``message`` is a gettext id."""

    column: str
    message: str
    params: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class ImportedRow:
    """What a row says. ``number`` is the line as a person counts; ``given`` holds only what was filled in."""

    number: int
    cells: tuple[str, ...]
    given: dict[str, Any]
    problems: tuple[Problem, ...]

    def get(self, name: str) -> Any:
        """The value of a field, None when it wasn't filled in."""
        return self.given.get(name)


def read_rows(rows: list[list[str]], header: Header) -> Iterator[ImportedRow]:
    """The rows below the header, empty ones and repeated headers left out."""
    title = [cell.strip() for cell in rows[header.row]]
    for number, row in enumerate(rows[header.row + 1 :], start=header.row + 2):
        if any(cell.strip() for cell in row) and [cell.strip() for cell in row] != title:
            yield read_row(number, row, header)


def read_row(number: int, row: list[str], header: Header) -> ImportedRow:
    """Read one row."""
    given: dict[str, Any] = {}
    problems = []
    for name, position in header.columns.items():
        text = normalise(row[position]) if position < len(row) else ""
        if text.casefold() in _NOTHING:
            continue
        try:
            value = _READERS.get(name, normalise)(text)
        except TextRefused as error:
            problems.append(Problem(SYNONYMS[name][0], error.message, error.params))
        except Refused as error:
            problems.append(Problem(SYNONYMS[name][0], error.message, error.params))
        else:
            if value is not None:
                given[name] = value
    return ImportedRow(number, tuple(row), given, (*problems, *_contradictions(given)))


def _contradictions(given: dict[str, Any]) -> Iterator[Problem]:
    issued, expires = _day(given.get("issued")), _day(given.get("expires"))
    if issued and expires and expires < issued:
        yield Problem(SYNONYMS["expires"][0], ENDS_FIRST)
    if len(given.get("name", "")) > LONGEST_NAME:
        yield Problem(SYNONYMS["name"][0], LONG_NAME, {"most": LONGEST_NAME})


def _day(value: Any) -> date | None:
    return value[0] if value else None


def _stars(text: str) -> int | None:
    """3, "3*", "3 sao", "OCOP 4 sao", "Ocop.4"; 0 is none. Only 3 to 5 are public (26/2026, Điều 4)."""
    digits = re.findall(r"\d+", text)
    if not digits and text.count("*") in (3, 4, 5):
        return text.count("*")
    if digits == ["0"]:
        return None
    if len(digits) != 1 or digits[0] not in ("3", "4", "5"):
        raise Refused(BAD_STARS, text=text)
    return int(digits[0])


def _date(text: str) -> tuple[date | None, int | None]:
    return parse_date_or_year(text, today())


def _price(text: str) -> int:
    return parse_price(text).amount


def _season(text: str) -> int | None:
    """ "9-4", "tháng 3, 5", "quanh năm" → the mask of months; words that name no month say nothing."""
    key = fold(text)
    if "quanh nam" in key or "ca nam" in key:
        return months_mask(range(1, 13))
    months: set[int] = set()
    for first, last in re.findall(r"(\d{1,2})(?:\s*(?:-|–|đến|den)\s*(\d{1,2}))?", text):
        start, end = int(first), int(last or first)
        if not (1 <= start <= 12 and 1 <= end <= 12):
            return None
        months.update((month - 1) % 12 + 1 for month in range(start, (end if end >= start else end + 12) + 1))
    return months_mask(months) if months else None


_READERS: dict[str, Callable[[str], Any]] = {
    "stars": _stars,
    "issued": _date,
    "expires": _date,
    "price": _price,
    "price_to": _price,
    "phone": lambda text: parse_phones(text)[0],
    "email": parse_email,
    "tax_code": lambda text: re.sub(r"[^\d-]", "", text) or None,
    "least": parse_quantity,
    "capacity": parse_quantity,
    "season": _season,
    "description": normalise_lines,
    "description_en": normalise_lines,
}
