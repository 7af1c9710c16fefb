"""Lines of a list that are no rows of it: titles again, totals, headings, what is signed below."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from marketplace.catalogue.imports.columns import Header
from marketplace.core.text import exact_key, fold
from marketplace.core.texts import N_

TITLE_AGAIN = N_("Hàng tiêu đề lặp lại.")
COLUMN_NUMBERS = N_("Hàng đánh số cột.")
TOTAL = N_("Dòng tổng cộng.")
HEADING = N_("Dòng tiêu đề của một nhóm.")
NUMBER_ALONE = N_("Chỉ có số thứ tự.")
ROW_DELETED = N_("Dòng đã xóa trong bảng tính, chỉ còn lỗi #REF!.")
SIGNATURE = N_("Phần ký tên dưới danh sách.")
BELOW = N_("Dòng ghi thêm dưới danh sách.")

_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!)", re.IGNORECASE)
_COLUMN_NUMBER = re.compile(r"\(?(?:[0-9]{1,2}|[A-Za-z])\)?")
_NUMBER = re.compile(r"\(?[0-9]+(?:[.,]0*)?\)?[.)]?")
_ORDINAL = re.compile(r"(?:[IVX]+|[A-Z])[.)]?")
_TOTAL = re.compile(
    r"(?:tong cong|tong so|tong|cong)(?: (?:cong|so|san pham|sp|chu the|htx|ocop|dat|hang|sao|toan|tinh|huyen|xa|la|co"
    r"|[0-9]+))*"
)
_SIGNED = re.compile(
    r"nguoi lap|nguoi tong hop|lap bieu|lap bang|thu truong|tm ubnd|tm uy ban|kt chu tich|kt giam doc|chu tich"
    r"|pho chu tich|ki ten|ki ghi ro|ki va ghi|ghi ro ho|da ki|dong dau|noi nhan|xac nhan cua"
    r"|(?:giam doc|pho giam doc|truong phong)$|(?:[a-z ]+ )?ngay (?:[0-9]+ )?thang (?:[0-9]+ )?nam(?: [0-9]+)?$"
)
_NOTE = re.compile(r"(?:ghi chu|trong do|luu y|nguon|chu thich)\b")
_FEW = 3  # cells, up to which a line may be a remark below the list
_MOSTLY = 0.6  # of the lines have a number: then one without is something else
_TOTAL_WORDS = ("tổng", "cộng")  # written with accents; "Cồng" is a gong


@dataclass(frozen=True)
class _Line:
    """A line of the list, looked at once: its filled cells but the counting one, and what that says."""

    cells: tuple[str, ...]
    filled: tuple[int, ...]
    number: str

    @property
    def is_numbered(self) -> bool:
        return _NUMBER.fullmatch(self.number) is not None

    @property
    def words(self) -> list[str]:
        """What stands in a line without a number, from the left."""
        texts = [self.number] if self.number else []
        return texts + [self.cells[position].strip() for position in self.filled]


@dataclass(frozen=True)
class _List:
    """What is known of the whole list; ``name`` is -1 where it has no such column."""

    titles: tuple[tuple[str, ...], ...]
    names: frozenset[str]  # titles of the name's column
    name: int
    known: frozenset[int]  # columns of fields
    is_numbered: bool
    last: int  # index of the last numbered line
    few: int  # cells, fewer than its rows usually have


def reasons_for(
    lines: Sequence[tuple[str, ...]], title_rows: Sequence[Sequence[str]], header: Header
) -> list[str | None]:
    """For each line a gettext id why it is no row of the list, or None where it is one."""
    looked_at = [_look(cells, header.counting) for cells in lines]
    whole = _whole(looked_at, title_rows, header)
    reasons = [_reason(line, index, whole) for index, line in enumerate(looked_at)]
    return _with_what_follows(reasons, looked_at, whole)


def _look(cells: tuple[str, ...], counting: int) -> _Line:
    filled = tuple(position for position, cell in enumerate(cells) if position != counting and cell and cell.strip())
    return _Line(cells, filled, cells[counting].strip() if 0 <= counting < len(cells) else "")


def _whole(lines: Sequence[_Line], title_rows: Sequence[Sequence[str]], header: Header) -> _List:
    numbered = [index for index, line in enumerate(lines) if line.is_numbered]
    last = numbered[-1] if numbered else -1
    is_numbered = bool(numbered) and len(numbered) > _MOSTLY * (last + 1)
    widths = sorted(len(line.filled) for line in lines if line.is_numbered or not is_numbered)
    name = header.columns.get("name", header.columns.get("supplier", -1))
    return _List(
        titles=tuple(_key(row) for row in title_rows),
        names=frozenset(fold(row[name]) for row in title_rows if name < len(row)),
        name=name,
        known=frozenset(header.columns.values()),
        is_numbered=is_numbered,
        last=last,
        few=min(_FEW, widths[len(widths) * 2 // 3] - 1) if widths else 0,
    )


def _key(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(fold, cells)))


def _reason(line: _Line, index: int, whole: _List) -> str | None:
    if _is_title(line, whole):
        return TITLE_AGAIN
    if index < 2 and _is_column_numbers(line, whole):
        return COLUMN_NUMBERS
    if not line.filled and line.is_numbered:
        return NUMBER_ALONE
    if line.filled and all(_ERROR.fullmatch(line.cells[position].strip()) for position in line.filled):
        return ROW_DELETED
    if line.is_numbered:
        return None
    if any(map(_is_total, line.words[:2])):
        return TOTAL
    if len(line.filled) < 3 or whole.name not in line.filled:
        said = [fold(text) for text in line.words[:4]]
        if any(map(_SIGNED.match, said)):
            return SIGNATURE
        if _NOTE.match(said[0]):
            return BELOW
    return HEADING if _is_heading(line, index, whole) else None


def _is_title(line: _Line, whole: _List) -> bool:
    at_name = line.cells[whole.name] if 0 <= whole.name < len(line.cells) else ""
    return len(at_name) < 60 and fold(at_name) in whole.names and _key(line.cells) in whole.titles


def _is_column_numbers(line: _Line, whole: _List) -> bool:
    """ "(1) (2) (3)" or "A B 1 2" under the titles."""
    cells = [cell.strip() for cell in line.cells if cell.strip()]
    return len(cells) > 2 and all(map(_COLUMN_NUMBER.fullmatch, cells)) and whole.name in line.filled


def _is_total(text: str) -> bool:
    if len(text) > 60 or text[:1] not in "TtCc":
        return False
    return _TOTAL.fullmatch(fold(text)) is not None and (text.isascii() or exact_key(text).startswith(_TOTAL_WORDS))


def _is_heading(line: _Line, index: int, whole: _List) -> bool:
    """ "II. Đồ uống", "Xã Quảng Bạch": alone on its line, in a list whose rows have numbers or more cells."""
    if len(line.filled) > 1:
        return False
    if not line.filled or _ORDINAL.fullmatch(line.number):
        return True
    return (whole.is_numbered and index < whole.last) or line.filled[0] not in whole.known


def _with_what_follows(reasons: list[str | None], lines: list[_Line], whole: _List) -> list[str | None]:
    """Below the last row, and after totals or signatures, short lines without a number are no rows either."""
    ended = False
    for index, line in enumerate(lines):
        after = index > whole.last if whole.is_numbered else ended
        if reasons[index] is None and after and not line.is_numbered and len(line.filled) <= whole.few:
            reasons[index] = BELOW
        if reasons[index] is None:
            ended = False
        elif reasons[index] in (TOTAL, SIGNATURE):
            ended = True
    return reasons
