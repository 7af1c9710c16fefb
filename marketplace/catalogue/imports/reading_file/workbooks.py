"""An .xlsx workbook → the sheet that holds the list."""

import posixpath
from collections import defaultdict
from dataclasses import dataclass

from marketplace.catalogue.imports.cell_names import cell_name
from marketplace.catalogue.imports.columns import HEADER_WITHIN, find_any_header
from marketplace.catalogue.imports.reading_file.archives import DAMAGED, Archive, PartEnds
from marketplace.catalogue.imports.reading_file.cell_values import Dates, date_styles
from marketplace.catalogue.imports.reading_file.shared_texts import shared_texts
from marketplace.catalogue.imports.reading_file.sheets import Sheet, Surroundings, read_sheet
from marketplace.catalogue.imports.reading_file.tables import Table
from marketplace.core.errors import Refused
from marketplace.core.texts import N_

HIDDEN = N_("Danh sách nằm ở trang tính đang ẩn “%(sheet)s”. Xin bỏ ẩn trang đó, lưu lại rồi gửi.")
UNRECKONED = N_(
    "%(count)s ô công thức chưa có kết quả, ví dụ ô %(cell)s. Xin mở tệp bằng Excel, lưu lại rồi gửi: "
    "kết quả sẽ được ghi cùng."
)
EXAMPLE_SHEET = "Ví dụ"  # of our own template; nothing of it is ever taken
_MAIN = "xl/workbook.xml"
_Parts = defaultdict[str, dict[str, str]]


@dataclass(frozen=True)
class _Place:
    """A sheet's name, the part that holds it, and whether people see it."""

    name: str
    part: str
    is_hidden: bool


def read_workbook(content: bytes) -> Table:
    """Read the first visible sheet that has a header of ours, else the first with words in it.

    Raises Refused for what is no workbook, is damaged, goes beyond a limit or declares a document type, and where
    formulas of used columns have no stored result.
    """
    try:
        with Archive(content) as archive:
            archive.refuse_declarations_of_unread_parts()
            return _read(archive)
    except Refused:
        raise
    except Exception as error:  # a damaged workbook raises nearly anything, from zlib's errors to TypeError
        raise Refused(DAMAGED) from error


def _read(archive: Archive) -> Table:
    parts = _parts(archive)
    places, is_1904 = _places(archive, parts)
    around = Surroundings(shared_texts(archive, parts["sharedStrings"].values()), _dates(archive, parts), is_1904)
    seen = [place for place in places if not place.is_hidden]
    first_with_words = Table([])
    for number, place in enumerate(seen):
        sheet = read_sheet(archive, place.part, around)
        if find_any_header(sheet.rows) is not None:
            others = [other.name for other in seen[number + 1 :] if _begins_like_a_list(archive, other, around)]
            return Table(_checked(sheet), place.name, tuple(others))
        if not first_with_words.rows and any(map(any, sheet.rows)):
            first_with_words = Table(sheet.rows, place.name)
    hidden = (place for place in places if place.is_hidden and _begins_like_a_list(archive, place, around))
    for place in hidden:
        raise Refused(HIDDEN, sheet=place.name)
    return first_with_words


def _begins_like_a_list(archive: Archive, place: _Place, around: Surroundings) -> bool:
    if place.name == EXAMPLE_SHEET:
        return False
    return find_any_header(read_sheet(archive, place.part, around, HEADER_WITHIN + 2).rows) is not None


def _checked(sheet: Sheet) -> list[list[str]]:
    header = find_any_header(sheet.rows)
    used = set(header.columns.values()) if header else set()
    first = header.row + header.height if header else 0
    missing = [(row, column) for row, column in sheet.unreckoned if row >= first and column in used]
    if missing:
        raise Refused(UNRECKONED, count=len(missing), cell=cell_name(*missing[0]))
    return sheet.rows


def _places(archive: Archive, parts: _Parts) -> tuple[list[_Place], bool]:
    """The sheets in their order, and whether dates count from 1904."""
    named: list[tuple[str, str, bool]] = []
    is_1904 = False

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal is_1904
        if name == "sheet":
            key = next((value for attribute, value in attributes.items() if attribute.endswith(" id")), "")
            named.append((attributes.get("name", ""), key, attributes.get("state", "visible") != "visible"))
        elif name == "workbookPr":
            is_1904 = attributes.get("date1904") in ("1", "true")

    archive.parse(_MAIN, begin)
    sheets = parts["worksheet"]
    return [_Place(name, sheets[key], hidden) for name, key, hidden in named if key in sheets], is_1904


def _parts(archive: Archive) -> _Parts:
    """The parts that belong to the workbook, by kind and by the keys that it calls them; none outside the file."""
    parts: _Parts = defaultdict(dict)

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            part = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", ""))).lstrip("/")
            if part in archive.names:
                parts[attributes.get("Type", "").rpartition("/")[2]][attributes.get("Id", "")] = part

    archive.parse("xl/_rels/workbook.xml.rels", begin)
    return parts


def _dates(archive: Archive, parts: _Parts) -> Dates:
    """Which cell styles show dates."""
    codes: dict[int, str] = {}
    styles: list[int] = []
    inside: list[str] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            inside.append(name)
        elif name == "xf" and inside:
            styles.append(int(attributes.get("numFmtId", "0")))

    def end(name: str) -> None:
        if name == "cellXfs":
            raise PartEnds

    for part in parts["styles"].values():
        archive.parse(part, begin, end)
    return date_styles(codes, styles)
