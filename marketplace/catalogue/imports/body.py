"""The lines below a header: those that are rows, and those that are none, with the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from marketplace.catalogue.imports.columns import Header
from marketplace.catalogue.imports.no_rows import reasons_for

# What stands once for all products of a producer in an office's register, even where merged cells were lost.
_PRODUCER = (
    "supplier", "kind", "tax_code", "representative", "phone", "email", "commune", "district", "province", "origin",
)  # fmt: skip

Line = tuple[int, tuple[str, ...]]


@dataclass(frozen=True)
class Body:
    """``lines`` are rows as (line as a person counts, cells); ``left_out`` are none, each with a gettext id why."""

    lines: tuple[Line, ...]
    left_out: tuple[tuple[int, str], ...]


def read_body(table_rows: Sequence[Sequence[str]], header: Header) -> Body:
    """Part the lines below the header; empty ones are neither. Nothing else is dropped.

    In an office's register (with columns of lần 1, lần 2) a blank producer is the one above.
    """
    first = header.row + header.height
    lines = [
        (number, tuple(cells))
        for number, cells in enumerate(table_rows[first:], start=first + 1)
        if any(cell.strip() for cell in cells)
    ]
    reasons = reasons_for([cells for _number, cells in lines], table_rows[header.row : first], header)
    kept = [line for line, reason in zip(lines, reasons, strict=True) if reason is None]
    left_out = [(number, reason) for (number, _), reason in zip(lines, reasons, strict=True) if reason is not None]
    return Body(tuple(_filled_down(kept, header) if header.is_register else kept), tuple(left_out))


def _filled_down(lines: list[Line], header: Header) -> list[Line]:
    """Blank cells of a producer, where the producer is blank too or named again: those of the row above."""
    supplier = header.columns.get("supplier")
    if supplier is None:
        return lines
    positions = [header.columns[name] for name in _PRODUCER if name in header.columns]
    filled: list[Line] = []
    above: tuple[str, ...] = ()
    for number, cells in lines:
        named = _at(cells, supplier)
        if above and named in ("", _at(above, supplier)):
            cells = _with(cells, {p: _at(above, p) for p in positions if not _at(cells, p)})
        if named:
            above = cells
        filled.append((number, cells))
    return filled


def _at(cells: Sequence[str], position: int) -> str:
    return cells[position].strip() if position < len(cells) else ""


def _with(cells: tuple[str, ...], given: dict[int, str]) -> tuple[str, ...]:
    width = max([len(cells), *(position + 1 for position, text in given.items() if text)])
    return tuple(given.get(p) or (cells[p] if p < len(cells) else "") for p in range(width))
