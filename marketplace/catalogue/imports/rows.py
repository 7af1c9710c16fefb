"""A row of a list, read field by field; what can't be read is a reason beside its column."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from marketplace.catalogue.imports.cells import LONGEST, read_cell
from marketplace.catalogue.imports.columns import SYNONYMS, Header
from marketplace.core.errors import Refused
from marketplace.core.text import TextRefused
from marketplace.core.texts import N_

TOO_LONG = N_("Dài quá %(most)s ký tự.")
ENDS_FIRST = N_("Ngày hết hạn đứng trước ngày cấp.")
FALLS = N_("Giá đến thấp hơn giá từ.")


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
        try:
            value = read_cell(name, row[position]) if position < len(row) else None
        except (TextRefused, Refused) as error:
            problems.append(Problem(SYNONYMS[name][0], error.message, error.params))
        else:
            if value is not None:
                given[name] = value
    return ImportedRow(number, tuple(row), given, (*problems, *_contradictions(given)))


def _contradictions(given: dict[str, Any]) -> Iterator[Problem]:
    issued, expires = _day(given.get("issued")), _day(given.get("expires"))
    if issued and expires and expires < issued:
        yield Problem(SYNONYMS["expires"][0], ENDS_FIRST)
    lowest, highest = given.get("price"), given.get("price_to")
    if lowest and highest and highest.amount < lowest.amount:
        yield Problem(SYNONYMS["price_to"][0], FALLS)
    for name, most in LONGEST.items():
        if len(given.get(name, "")) > most:
            yield Problem(SYNONYMS[name][0], TOO_LONG, {"most": most})


def _day(value: tuple[date | None, int | None] | None) -> date | None:
    return value[0] if value else None
