"""A list's bytes → a table of texts; what is no list is refused before anything else happens."""

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import load_workbook

from marketplace.core.errors import Refused
from marketplace.core.texts import N_

LARGEST_FILE = 20 * 1024 * 1024  # bytes
LARGEST_UNPACKED = 300 * 1024 * 1024  # bytes
MOST_ROWS, MOST_COLUMNS = 50_000, 200
SEPARATORS = ";\t,|"
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

NO_LIST = N_("Tệp này không phải là danh sách: cần .xlsx, .csv, .tsv hoặc .txt.")
EMPTY = N_("Tệp này trống.")
TOO_LARGE = N_("Tệp này quá lớn.")
TOO_MANY = N_("Danh sách quá dài hoặc quá rộng: nhiều nhất %(rows)s dòng, %(columns)s cột.")


@dataclass(frozen=True)
class Table:
    """Rows of texts; ``rows[i]`` is line i + 1 of the list as a person counts."""

    rows: list[list[str]]
    sheet: str = ""


def read_table(content: bytes) -> Table:
    """Read an .xlsx workbook's first sheet with words in it, or separated text of whatever encoding.

    Raises Refused when it is empty, too large, or no list at all.
    """
    if not content.strip():
        raise Refused(EMPTY)
    if len(content) > LARGEST_FILE:
        raise Refused(TOO_LARGE)
    rows = _workbook_rows(content) if content.startswith(b"PK") else _text_rows(_decoded(content))
    if len(rows) > MOST_ROWS or max((len(row) for row in rows), default=0) > MOST_COLUMNS:
        raise Refused(TOO_MANY, rows=MOST_ROWS, columns=MOST_COLUMNS)
    if not any(any(row) for row in rows):
        raise Refused(EMPTY)
    return Table(rows)


def _decoded(content: bytes) -> str:
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    for name in [encoding] if encoding else ["utf-8", "cp1258"]:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        # A picture or a letter decodes in some eight-bit table too; its control characters give it away.
        if not any(char < " " and char not in "\t\r\n\f" for char in text):
            return text
    raise Refused(NO_LIST)


def _text_rows(text: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        return [[cell.strip() for cell in row] for row in reader]
    except csv.Error as error:
        raise Refused(NO_LIST) from error


def _separator(text: str) -> str:
    """The sign that parts the first lines into the most columns of one same number."""
    lines = [line for line in text.splitlines()[:30] if line.strip()]

    def fitness(sign: str) -> tuple[int, int]:
        counts = [line.count(sign) for line in lines]
        usual = max(set(counts), key=counts.count) if counts else 0
        return (counts.count(usual) if usual else 0, usual)

    return max(SEPARATORS, key=fitness)


def _workbook_rows(content: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if "xl/workbook.xml" not in names:
            raise Refused(NO_LIST)
        if unpacked > LARGEST_UNPACKED:
            raise Refused(TOO_LARGE)
        return _first_sheet(content)
    except Refused:
        raise
    except Exception as error:  # a damaged workbook raises nearly anything, from zlib's errors to TypeError
        raise Refused(NO_LIST) from error


def _first_sheet(content: bytes) -> list[list[str]]:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    try:
        for sheet in book.worksheets:
            rows = []
            for row in sheet.iter_rows(values_only=True, max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS + 1):
                rows.append(_without_empty_end([_cell_text(value) for value in row]))
            if any(any(row) for row in rows):
                return rows
        return []
    finally:
        book.close()


def _without_empty_end(cells: list[str]) -> list[str]:
    """The reader fills every row up to the widest that it was asked for."""
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _cell_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
