"""Files that are lists, made as offices' programs make them, and spoilt on purpose."""

import io
import zipfile
from collections.abc import Iterable, Sequence

import xlsxwriter

from marketplace.catalogue.imports.columns import Header, find_header
from marketplace.catalogue.imports.reading_file import read_table
from marketplace.catalogue.imports.rows import Body, ImportedRow, read_body, read_row

Merge = tuple[int, int, int, int, str]  # first row, first column, last row, last column, text
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TITLES = "Tên sản phẩm;Chủ thể;Giá"


def workbook(lines: Sequence[Sequence[object]], merges: Iterable[Merge] = (), name: str = "Danh sách") -> bytes:
    """One sheet, from its first cell on."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(name)
        for number, line in enumerate(lines):
            sheet.write_row(number, 0, line)
        for merge in merges:
            sheet.merge_range(*merge)
    return buffer.getvalue()


def replaced(content: bytes, part: str, old: str, new: str) -> bytes:
    """The workbook with something else in one of its parts."""
    return repacked(content, {part: unpacked(content)[part].decode().replace(old, new).encode()})


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(content: bytes, changes: dict[str, bytes]) -> bytes:
    """The workbook with other parts."""
    return packed({**unpacked(content), **changes})


def packed(parts: dict[str, bytes]) -> bytes:
    """A workbook of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def with_sheet(cells: str, after: str = "") -> bytes:
    """A workbook whose only sheet has these cells, written as XML by hand."""
    sheet = f'<worksheet xmlns="{NAMESPACE}"><sheetData>{cells}</sheetData>{after}</worksheet>'
    return repacked(workbook([["x"]]), {"xl/worksheets/sheet1.xml": sheet.encode()})


def text_cell(reference: str, text: str) -> str:
    """A cell that holds its own text."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def lines_of(text: str) -> list[list[str]]:
    """A table written as text: a line per row, its cells parted by semicolons."""
    return [[cell.strip() for cell in line.split(";")] for line in text.strip("\n").splitlines()]


def header_of(text: str, needed: str = "name") -> Header:
    """The header of a table written as text."""
    return find_header(lines_of(text), needed)


def body_of(text: str) -> Body:
    """The lines of a table written as text."""
    lines = lines_of(text)
    return read_body(lines, find_header(lines, "name"))


def rows_of(content: bytes) -> list[ImportedRow]:
    """The rows of a file."""
    rows = read_table(content).rows
    header = find_header(rows, "name")
    return [read_row(number, cells, header.columns) for number, cells in read_body(rows, header).lines]


def row_of(titles: str, cells: str) -> ImportedRow:
    """The only row of a list, written as text."""
    (row,) = rows_of(f"{titles}\n{cells}".encode())
    return row


def names_of(content: bytes) -> list[str]:
    """The names of the products in a file."""
    return [row.get("name") for row in rows_of(content)]


def words_of(row: ImportedRow) -> list[str]:
    """What a row is refused or remarked for, as a person reads it, each with its column."""
    return [f"{said.column}: {said.message % said.params}" for said in (*row.problems, *row.remarks)]
