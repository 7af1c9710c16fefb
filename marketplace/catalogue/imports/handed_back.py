"""Workbooks that we hand back: the rows that were refused, to be mended, and what became of a whole list."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from marketplace.catalogue.imports.columns import REASON_TITLE, is_reason_title
from marketplace.core.texts import N_, say

LINE_TITLE = N_("Dòng")
OUTCOME_TITLE = N_("Kết quả")
REMARKS_TITLE = N_("Cần xem lại")

_WIDEST, _NARROWEST, _REASON_WIDTH = 40, 8, 60  # characters
_LOOKED_AT = 200  # rows, for the widths of columns


def refused_workbook(titles: Sequence[str], rows: Sequence[tuple[int, Sequence[str], str]]) -> bytes:
    """The refused rows as (line, cells, reason), under the list's own titles; the reason stands in a last column.

    It can be mended in a spreadsheet and handed in again: the reasons are left aside then. A reason that an earlier
    return wrote gives way to the new one.
    """
    kept = [position for position, title in enumerate(titles) if not is_reason_title(title)]
    lines = [[*_cells(cells, kept), reason] for _line, cells, reason in rows]
    return _workbook([*(titles[position] for position in kept), REASON_TITLE], lines, last=1)


def result_workbook(titles: Sequence[str], rows: Sequence[tuple[int, Sequence[str], str, str]]) -> bytes:
    """Every row as (line, cells, outcome in words, remarks in words), line first, for whoever keeps the result."""
    everything = range(len(titles))
    lines = [[str(line), *_cells(cells, everything), outcome, words] for line, cells, outcome, words in rows]
    return _workbook([say(LINE_TITLE), *titles, say(OUTCOME_TITLE), say(REMARKS_TITLE)], lines, last=2)


def _cells(cells: Sequence[str], positions: Iterable[int]) -> list[str]:
    return [cells[position] if position < len(cells) else "" for position in positions]


def _workbook(titles: Sequence[str], lines: Sequence[Sequence[str]], last: int) -> bytes:
    """A sheet of texts, never formulas or links; ``last`` columns are ours and may be long. Written row by row."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        options = {"constant_memory": True, "tmpdir": folder}
        with xlsxwriter.Workbook(path, options) as book:
            sheet = book.add_worksheet("Danh sách")
            formats = _formats(book)
            _set_widths(sheet, titles, lines, last)
            for position, title in enumerate(titles):
                sheet.write_string(0, position, title, formats["title"])
            for number, line in enumerate(lines, start=1):
                for position, text in enumerate(line):
                    if text:
                        ours = position >= len(titles) - last
                        sheet.write_string(number, position, text, formats["ours" if ours else "text"])
            sheet.freeze_panes(1, 0)
            sheet.autofilter(0, 0, max(len(lines), 1), len(titles) - 1)
        return path.read_bytes()


def _formats(book: Any) -> dict[str, Any]:
    # A cell whose format is "text" keeps the zero of a telephone number when somebody edits it.
    return {
        "title": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({"num_format": "@", "valign": "top"}),
        "ours": book.add_format({"num_format": "@", "valign": "top", "text_wrap": True, "font_color": "#8A2B12"}),
    }


def _set_widths(sheet: Any, titles: Sequence[str], lines: Sequence[Sequence[str]], last: int) -> None:
    for position, title in enumerate(titles):
        longest = max([len(title), *(len(line[position]) for line in lines[:_LOOKED_AT])])
        width = min(max(longest + 2, _NARROWEST), _REASON_WIDTH if position >= len(titles) - last else _WIDEST)
        sheet.set_column(position, position, width)
