"""A table of texts, filled cell by cell within its limits."""

from dataclasses import dataclass

from marketplace.catalogue.imports.reading_file import limits
from marketplace.core.errors import Refused


@dataclass(frozen=True)
class Table:
    """Rows of texts; ``rows[i]`` is line i + 1 of the list as a person counts.

    ``sheet`` is the name of a workbook's sheet that was read, ``other_sheets`` those that hold a list too and weren't.
    """

    rows: list[list[str]]
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()


class Filling:
    """Rows as they come in; nothing is kept for empty cells at the end of a row, or empty rows at the end."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.cells = 0
        self.characters = 0

    def put(self, row: int, column: int, text: str) -> None:
        """Put a text that isn't empty; row and column count from 0. Raises Refused beyond a limit."""
        if row >= limits.MOST_ROWS or column >= limits.MOST_COLUMNS or self.cells >= limits.MOST_CELLS:
            raise limits.too_many()
        if len(text) > limits.LONGEST_CELL:
            raise limits.too_long(row, column)
        self.cells += 1
        self.characters += len(text)
        if self.characters > limits.LARGEST_TEXT:
            raise Refused(limits.TOO_LARGE_UNPACKED)
        while len(self.rows) <= row:
            self.rows.append([])
        cells = self.rows[row]
        if column < len(cells):
            cells[column] = text
        else:
            cells.extend([""] * (column - len(cells)))
            cells.append(text)
