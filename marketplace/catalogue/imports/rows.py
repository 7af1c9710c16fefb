"""A row of a list, read field by field; what can't be read is a reason beside its column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from marketplace.catalogue.imports.body import Body, read_body
from marketplace.catalogue.imports.cells import LONGEST, MORE_PHONES, read_cell
from marketplace.catalogue.imports.columns import SYNONYMS, Header
from marketplace.catalogue.imports.days import split_decision
from marketplace.catalogue.imports.doubts import Problem
from marketplace.catalogue.imports.names import part_producer, tidy_name
from marketplace.catalogue.imports.prices import ASK
from marketplace.catalogue.imports.recognitions import Recognition, endings_of, recognitions_of
from marketplace.catalogue.imports.remarks import remarks_of
from marketplace.core.text import fold
from marketplace.core.texts import N_

__all__ = ["Body", "ImportedRow", "Problem", "Recognition", "read_body", "read_row", "read_rows"]

TOO_LONG = N_("Dài quá %(most)s ký tự.")
ENDS_FIRST = N_("Ngày hết hạn đứng trước ngày cấp.")
FALLS = N_("Giá đến thấp hơn giá từ.")
OTHER_PLACE = N_("Ô này ghi cả nơi “%(said)s”, mà cột xã ghi “%(commune)s”; lấy theo cột xã.")
PLACE_ALONE = N_("Ô này chỉ ghi nơi (“%(said)s”), không có tên: coi như chưa rõ chủ thể.")
_NAMES = ("name", "name_en", "seller")


@dataclass(frozen=True)
class ImportedRow:
    """What a row says. ``number`` is the line as a person counts; ``given`` holds only what was filled in.

    ``problems`` refuse the row. ``remarks`` are what a person must look at though the row is taken. ``recognitions``
    are the OCOP decisions that it tells of, in order of time.
    """

    number: int
    cells: tuple[str, ...]
    given: dict[str, Any]
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    recognitions: tuple[Recognition, ...] = ()

    def get(self, name: str) -> Any:
        """The value of a field, None when it wasn't filled in."""
        return self.given.get(name)


def read_rows(rows: list[list[str]], header: Header) -> Iterator[ImportedRow]:
    """The rows below the header; lines that are no rows are left out."""
    for number, cells in read_body(rows, header).lines:
        yield read_row(number, cells, header.columns)


def read_row(number: int, cells: Sequence[str], columns: Mapping[str, int]) -> ImportedRow:
    """Read one row, from its cells as they were kept."""
    given: dict[str, Any] = {}
    problems, remarks, unread = [], [], set()
    for name, position in columns.items():
        if position >= len(cells) or not cells[position]:
            continue
        said = read_cell(name, cells[position])
        if said.refusal:
            unread.add(name)
            problems.append(Problem(SYNONYMS[name][0], *said.refusal))
        if said.doubt:
            remarks.append(Problem(SYNONYMS[name][0], *said.doubt))
        if said.value is not None:
            given[name] = said.value
    _put_in_place(given)
    remarks.extend(_part_producer(given))
    endings = endings_of(given)
    _part_decisions(given, endings)
    told = recognitions_of(given, endings)
    problems.extend(_contradictions(given, told))
    remarks.extend(remarks_of(given, endings, told, unread))
    return ImportedRow(number, tuple(cells), given, tuple(problems), tuple(remarks), told)


def _put_in_place(given: dict[str, Any]) -> None:
    """Names without what is typed around them; what one cell says for two fields: a range of prices."""
    given |= {name: tidy_name(given[name]) for name in _NAMES if name in given}
    for name in ("price", "price_thousands", "price_to"):
        if given.get(name) == ASK:
            del given[name]
            given["asks"] = True
    thousands = given.pop("price_thousands", None)
    if thousands is not None:
        given.setdefault("price", thousands)
    for name in ("price_to", "price"):
        if isinstance(given.get(name), tuple):
            lowest, highest = given[name]
            given[name] = highest if name == "price_to" else lowest
            given.setdefault("price_to", highest)


def _part_producer(given: dict[str, Any]) -> Iterator[Problem]:
    """A producer's cell may say where it is and how to ring it; columns of places and telephones stand above that."""
    if "supplier" not in given:
        return
    said = part_producer(given["supplier"])
    given["supplier"] = said.name
    if not said.name:
        del given["supplier"]
        yield Problem(SYNONYMS["supplier"][0], PLACE_ALONE, {"said": said.address})
    commune = given.get("commune", "")
    if said.address and not any(field in given for field in ("commune", "district", "province", "origin")):
        given["origin"] = said.address
    elif said.address and commune and not _names_the_same(commune, said.address):
        yield Problem(SYNONYMS["supplier"][0], OTHER_PLACE, {"said": said.address, "commune": commune})
    phones = {*said.phones, given.get("phone")} - {None}
    if said.phones:
        given.setdefault("phone", said.phones[0])
        if len(phones) > 1:
            yield Problem(SYNONYMS["supplier"][0], MORE_PHONES, {"count": len(phones)})


def _names_the_same(commune: str, address: str) -> bool:
    bare = fold(commune).removeprefix("xa ").removeprefix("phuong ").removeprefix("thi tran ")
    return f" {bare} " in f" {fold(address)} "


def _part_decisions(given: dict[str, Any], endings: Sequence[str]) -> None:
    """A decision's number and its day in one cell are two fields, unless a column of days says another day."""
    for ending in endings:
        number, day = split_decision(given.get(f"decision{ending}") or "")
        told, year = given.get(f"issued{ending}") or (None, None)
        if day and told in (None, day) and year in (None, day.year):
            given[f"decision{ending}"], given[f"issued{ending}"] = number, (day, None)


def _contradictions(given: dict[str, Any], told: Sequence[Recognition]) -> Iterator[Problem]:
    issued = told[-1].issued if told else _day(given.get("issued"))
    expires = _day(given.get("expires"))
    if issued and expires and expires < issued:
        yield Problem(SYNONYMS["expires"][0], ENDS_FIRST)
    lowest, highest = given.get("price"), given.get("price_to")
    if lowest and highest and highest.amount < lowest.amount:
        yield Problem(SYNONYMS["price_to"][0], FALLS)
    for name, most in LONGEST.items():
        if len(given.get(name, "")) > most:
            yield Problem(SYNONYMS[name][0], TOO_LONG, {"most": most})


def _day(value: tuple[date | None, int | None] | None) -> date | None:
    return value[0] if value else None
