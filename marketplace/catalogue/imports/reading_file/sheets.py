"""One sheet of a workbook: its cells with merged ones filled down, streamed from its XML."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from marketplace.catalogue.imports.reading_file import limits
from marketplace.catalogue.imports.reading_file.archives import Archive, PartEnds
from marketplace.catalogue.imports.reading_file.cell_values import Dates, shown_number, shown_text
from marketplace.catalogue.imports.reading_file.old_tables import in_unicode
from marketplace.catalogue.imports.reading_file.shared_texts import plain
from marketplace.catalogue.imports.reading_file.tables import Filling

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_MOST_MERGES = 100_000
_MOST_NOTED = 100_000


@dataclass(frozen=True)
class Surroundings:
    """What a sheet's cells refer to: shared texts, which styles show dates, and the year that dates count from."""

    texts: list[str]
    dates: Dates
    is_1904: bool


@dataclass
class Sheet:
    """``rows`` of texts; ``unreckoned`` are (row, column) of formulas whose result nobody has stored."""

    rows: list[list[str]]
    unreckoned: list[tuple[int, int]] = field(default_factory=list)


class _Reader:
    """Handlers for the parser; rows and columns count from 0."""

    def __init__(self, around: Surroundings, first_rows: int | None) -> None:
        self.around = around
        self.first_rows = first_rows
        self.filling = Filling()
        self.merges: list[tuple[int, int, int]] = []
        self.unreckoned: list[tuple[int, int]] = []
        self.row = self.column = -1
        self.kind = ""
        self.style = ""
        self.has_formula = self.is_listening = False
        self.words: list[str] = []
        self.heard = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "v" or name == "t":
            self.is_listening = True
        elif name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self._begin_row(attributes)
        elif name == "f":
            self.has_formula = True
        elif name == "mergeCell":
            self._note_merge(attributes.get("ref", ""))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self.row = int(attributes["r"]) - 1 if "r" in attributes else self.row + 1
        self.column = -1
        if self.first_rows is not None and self.row >= self.first_rows:
            raise PartEnds

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        self.column = _column(reference) if reference else self.column + 1
        self.kind = attributes.get("t", "n")
        self.style = attributes.get("s", "")
        self.has_formula = False
        self.words.clear()
        self.heard = 0

    def end(self, name: str) -> None:
        if name == "v" or name == "t":
            self.is_listening = False
        elif name == "c":
            self._end_cell()

    def hear(self, words: str) -> None:
        if self.is_listening:
            self.words.append(words)
            self.heard += len(words)
            if self.heard > limits.LONGEST_CELL:
                raise limits.too_long(self.row, self.column)

    def _end_cell(self) -> None:
        value = "".join(self.words)
        if not value:
            # Excel stores an empty result as an empty text; anything else without a value was never reckoned.
            if self.has_formula and self.kind != "str" and len(self.unreckoned) < _MOST_NOTED:
                self.unreckoned.append((self.row, self.column))
            return
        text = self._shown(value)
        if text:
            self.filling.put(self.row, self.column, text)

    def _shown(self, value: str) -> str:
        if self.kind == "n":
            part = self.around.dates.get(int(self.style)) if self.style else None
            return shown_number(value, part, self.around.is_1904)
        if self.kind == "s":
            return self.around.texts[int(value)]
        return plain(shown_text(self.kind, value))

    def _note_merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
        if start and end and int(end[2]) > int(start[2]):
            self.merges.append((int(start[2]) - 1, int(end[2]) - 1, _column(start[1])))
            if len(self.merges) > _MOST_MERGES:
                raise limits.too_many()


def read_sheet(archive: Archive, part: str, around: Surroundings, first_rows: int | None = None) -> Sheet:
    """Read a sheet, or its ``first_rows`` alone. Raises Refused beyond a limit."""
    reader = _Reader(around, first_rows)
    archive.parse(part, reader.begin, reader.end, reader.hear)
    _fill_down(reader)
    return Sheet(in_unicode(reader.filling.rows), reader.unreckoned)


def _fill_down(reader: _Reader) -> None:
    """Cells merged over rows: the text stands in each row that has something of its own. Sideways nothing spreads."""
    filling = reader.filling
    visited = 0
    for first, last, column in reader.merges:
        if first >= len(filling.rows) or column >= len(filling.rows[first]):
            continue
        text = filling.rows[first][column]
        if not text:
            continue
        visited += min(last + 1, len(filling.rows)) - first
        if visited > limits.MOST_ROWS * limits.MOST_COLUMNS:  # honest ones don't lie over each other
            raise limits.too_many()
        for number in range(first + 1, min(last + 1, len(filling.rows))):
            row = filling.rows[number]
            if row and (column >= len(row) or not row[column]):
                filling.put(number, column, text)


@lru_cache(maxsize=1024)
def _letters(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _column(reference: str) -> int:
    """The column of "AB12", counted from 0."""
    return _letters(reference.rstrip("0123456789"))
