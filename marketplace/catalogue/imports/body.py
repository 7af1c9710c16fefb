"""The lines below a header: those that are rows, and those that are none, with the reason."""

from dataclasses import dataclass

from marketplace.catalogue.imports.columns import Header
from marketplace.core.text import fold
from marketplace.core.texts import N_

TITLE_AGAIN = N_("Hàng tiêu đề lặp lại.")


@dataclass(frozen=True)
class Body:
    """``lines`` are rows as (line as a person counts, cells); ``left_out`` are none, each with a gettext id why."""

    lines: tuple[tuple[int, tuple[str, ...]], ...]
    left_out: tuple[tuple[int, str], ...]


def read_body(table_rows: list[list[str]], header: Header) -> Body:
    """Part the lines below the header; empty ones are neither. Nothing else is dropped."""
    titles = [[fold(cell) for cell in row] for row in table_rows[header.row : header.row + header.height]]
    lines, left_out = [], []
    first = header.row + header.height
    for number, cells in enumerate(table_rows[first:], start=first + 1):
        if not any(cell.strip() for cell in cells):
            continue
        if [fold(cell) for cell in cells] in titles:
            left_out.append((number, TITLE_AGAIN))
        else:
            lines.append((number, tuple(cells)))
    return Body(tuple(lines), tuple(left_out))
