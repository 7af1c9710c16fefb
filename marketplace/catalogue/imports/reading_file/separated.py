"""Separated text → rows, whatever the sign that parts its columns."""

import csv
import io
from collections.abc import Iterator
from itertools import islice

from marketplace.catalogue.imports.columns import find_any_header, is_list_title
from marketplace.catalogue.imports.reading_file import limits
from marketplace.catalogue.imports.reading_file.encodings import decoded
from marketplace.catalogue.imports.reading_file.old_tables import in_unicode
from marketplace.catalogue.imports.reading_file.tables import Filling
from marketplace.catalogue.imports.reading_file.wrong_files import NO_LIST
from marketplace.core.errors import Refused
from marketplace.core.texts import N_

SEPARATORS = ";\t,|"
UNCLOSED = N_("Từ dòng %(line)s có một dấu ngoặc kép mở mà không đóng. Xin sửa dấu đó rồi gửi lại.")

_NONE = "\x1f"  # parts nothing: a list of one column
_LAST = "\x1e"  # a row of our own after the last one
_LOOKED_AT = 30  # lines
_LOOKED_AT_CHARACTERS = 100_000
_MOST_BREAKS = 60  # line breaks in one cell, beyond which it has swallowed rows


def read_separated(content: bytes) -> list[list[str]]:
    """Read separated text; a cell in quotes may have line breaks. Raises Refused for what is no text, or too much."""
    text = decoded(content)
    separator = _separator(text)
    if any(line.count(separator) > limits.MOST_COLUMNS * 50 for line in text.splitlines()):
        raise limits.too_many()  # before a list of millions of empty cells is made of it
    filling = Filling()
    for number, cells in enumerate(_rows(text, separator)):
        for position, cell in enumerate(cells):
            if cell and (stripped := cell.strip()):
                if stripped.count("\n") > _MOST_BREAKS:
                    raise Refused(UNCLOSED, line=number + 1)
                filling.put(number, position, stripped)
    return in_unicode(filling.rows)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    """The rows. An opening quote that nothing closes would swallow the rest of the list, so it is refused."""
    line = 0
    try:
        for cells in _parsed(f"{text}\n{_LAST}", separator):
            line += 1
            if cells == [_LAST]:
                return
            if not cells or not cells[-1].endswith(_LAST):
                yield cells
    except csv.Error as error:
        raise Refused(NO_LIST) from error
    raise Refused(UNCLOSED, line=line)


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _separator(text: str) -> str:
    """The sign by which the most columns are known; where none are, the one that parts most lines alike."""
    beginning = text[:_LOOKED_AT_CHARACTERS]
    known = {sign: _known_columns(beginning, sign) for sign in SEPARATORS}
    best = max(SEPARATORS, key=lambda sign: known[sign])
    if known[best]:
        return best
    lines = [line for line in beginning.splitlines()[:_LOOKED_AT] if line.strip()]
    if any(is_list_title(line) for line in lines):
        return _NONE

    def fitness(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        usual = max(set(counts), key=counts.count) if counts else 0
        return (counts.count(usual) if usual else 0, usual)

    return max(SEPARATORS, key=fitness)


def _known_columns(beginning: str, sign: str) -> int:
    try:
        header = find_any_header(list(islice(_parsed(beginning, sign), _LOOKED_AT)))
    except csv.Error:
        return 0
    return len(header.columns) if header else 0
