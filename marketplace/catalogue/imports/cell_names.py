"""Names of cells as spreadsheets call them."""


def column_letters(column: int) -> str:
    """The letters of a column counted from 0: 27 → "AB"."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The name of a cell, of its row and column counted from 0: (4, 27) → "AB5"."""
    return f"{column_letters(column)}{row + 1}"
