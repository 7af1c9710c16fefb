"""Finds the header of a list by its words, wherever it stands, in one row or in two."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from marketplace.catalogue.imports.cell_names import column_letters
from marketplace.catalogue.imports.columns.synonyms import (
    SYNONYMS,
    Kind,
    find_field,
    is_counting_title,
    is_english_title,
)
from marketplace.core.errors import Refused
from marketplace.core.text import fold, normalise
from marketplace.core.texts import N_

HEADER_WITHIN = 30  # rows; title blocks stand above the header
# Where two columns speak of the class, the wider one ("Nhóm") is the sector and the narrower the class.
_NARROWER = {fold(title) for title in ("Loại", "Phân nhóm", "Bộ sản phẩm", "Bộ", "Phân loại", "Loại sản phẩm")}
_NEEDED = {"name", "supplier"}  # one of the two is what a list is about

NO_HEADER = N_(
    "Không thấy hàng tiêu đề: cần có cột “%(column)s” trong %(rows)s dòng đầu. "
    "Xin ghi tên các cột ở một dòng, hoặc tải mẫu về rồi chép vào."
)


@dataclass(frozen=True)
class Header:
    """Where the header stands (row index, one or two rows high), and which column is which field.

    ``titles`` has one of every column of the list, "Lần 1: Số quyết định" where two rows make it. ``unused`` are the
    titles that mean nothing here, and those of a second column of one meaning.
    """

    row: int
    height: int
    columns: Mapping[str, int]
    titles: tuple[str, ...]
    unused: tuple[str, ...]
    counting: int = -1  # the column that numbers the rows

    @property
    def is_register(self) -> bool:
        """Whether it is an office's register, which tells of each product's recognitions one by one."""
        return any(name.endswith(("_1", "_2")) for name in self.columns)


def find_header(rows: list[list[str]], needed: str) -> Header:
    """The row, or pair of rows, of the first ones that names the most fields, ``needed`` among them; raises Refused."""
    best: Header | None = None
    for header in _headers(rows):
        if needed in header.columns and (best is None or len(header.columns) > len(best.columns)):
            best = header
    if best is None:
        raise Refused(NO_HEADER, column=SYNONYMS[needed][0], rows=HEADER_WITHIN)
    return _with_nameless(best, rows)


def find_any_header(rows: list[list[str]]) -> Header | None:
    """The header of a list of products or of suppliers, where at least two columns are known; else None."""
    found = [header for header in _headers(rows) if len(header.columns) > 1 and not _NEEDED.isdisjoint(header.columns)]
    return max(found, key=lambda header: len(header.columns), default=None)


def is_list_title(text: str) -> bool:
    """Whether a line of text is, by itself, the title of the column that a list is about."""
    return find_field(normalise(text)).field in _NEEDED


def _headers(rows: list[list[str]]) -> Iterator[Header]:
    """Every row as a header, then every pair of rows: of equals the plainer one comes first."""
    width = max(map(len, rows), default=0)
    for number, row in enumerate(rows[:HEADER_WITHIN]):
        yield _header(number, 1, [("", normalise(cell)) for cell in _filled(row, width)])
    for number, (upper, lower) in enumerate(pairwise(rows[: HEADER_WITHIN + 1])):
        yield _header(number, 2, _pairs(_filled(upper, width), _filled(lower, width)))


def _filled(row: list[str], width: int) -> list[str]:
    return row + [""] * (width - len(row))


def _pairs(upper: list[str], lower: list[str]) -> list[tuple[str, str]]:
    """(title above, title) of each column; a title above spans the columns to its right that have none."""
    pairs: list[tuple[str, str]] = []
    above = ""
    for high, low in zip(map(normalise, upper), map(normalise, lower), strict=True):
        if high and low and high != low:
            above = high
            pairs.append((above, low))
        elif high or not low:  # one title over both rows, or none at all
            above = ""
            pairs.append(("", high or low))
        else:
            pairs.append((above, low))
    return pairs


def _header(number: int, height: int, titles: list[tuple[str, str]]) -> Header:
    columns: dict[str, int] = {}
    unused: list[int] = []
    for position, (above, title) in enumerate(titles):
        found = find_field(title, above)
        earlier = columns.get(found.field)
        if found.kind is Kind.FIELD and (earlier is None or _is_nearer(found.field, title, titles[earlier][1])):
            unused.extend([] if earlier is None else [earlier])
            columns[found.field] = position
        elif found.kind is not Kind.ASIDE:
            unused.append(position)
    _part_classes(columns, unused, titles)
    said = tuple(f"{above}: {title}" if above else title for above, title in titles)
    counting = next((position for position, title in enumerate(said) if is_counting_title(title)), -1)
    return Header(number, height, columns, said, tuple(said[position] for position in sorted(unused)), counting)


def _is_nearer(field: str, title: str, earlier: str) -> bool:
    """Whether a later title says a field better than the earlier one: by our own name of it, or not in English."""
    ours = fold(SYNONYMS[field][0])
    by_name = fold(title) == ours != fold(earlier)
    return by_name or (is_english_title(earlier) and not is_english_title(title))


def _with_nameless(header: Header, rows: list[list[str]]) -> Header:
    """Columns that hold something under no title are named by their letters."""
    nameless = {position for position, title in enumerate(header.titles) if not title}
    filled = {
        position
        for row in rows[header.row + header.height :]
        for position in nameless
        if position < len(row) and row[position]
    }
    names = tuple(f"Cột {column_letters(position)}" for position in sorted(filled))
    return replace(header, unused=header.unused + names)


def _part_classes(columns: dict[str, int], unused: list[int], titles: list[tuple[str, str]]) -> None:
    """ "Nhóm" beside "Loại": two widths of one thing."""
    if "class_text" not in columns or "sector" in columns:
        return
    narrower = next((position for position in unused if fold(titles[position][1]) in _NARROWER), None)
    if narrower is None or fold(titles[columns["class_text"]][1]) in _NARROWER:
        return
    unused.remove(narrower)
    columns["sector"], columns["class_text"] = columns["class_text"], narrower
