"""Days as lists write them: in every spelling, as a spreadsheet's number, or as a year alone."""

import re
from datetime import date, timedelta

from marketplace.catalogue.imports.doubts import Doubtful
from marketplace.core.errors import Refused
from marketplace.core.text import parse_date_or_year
from marketplace.core.texts import N_

NO_YEAR = N_("Ngày “%(text)s” cần có năm, ví dụ 29/12/2024.")
MONTH_FIRST = N_("Ngày “%(text)s” ghi tháng trước ngày. Xin ghi ngày trước: %(day)s.")
ONLY_MONTH = N_("Chỉ có tháng và năm (“%(text)s”), nên chỉ lấy năm.")
NOT_A_TERM = N_("“%(text)s”: hạn của giấy OCOP là 36 tháng. Xin ghi ngày hết hạn.")

_SERIALS = range(36_526, 73_051)  # 2000 to 2099, as spreadsheets count days
_SERIAL_ZERO = date(1899, 12, 30)
_NEVER = date(2000, 1, 1)  # "today" for the reader, which a day with its year doesn't ask
_NO_YEAR = re.compile(r"(?:ngày\s*)?[0-9]{1,2}\s*(?:[-/.]|tháng)\s*[0-9]{1,2}", re.IGNORECASE)
_MONTH_AND_YEAR = re.compile(r"(?:tháng\s*)?(0?[1-9]|1[0-2])\s*(?:[-/.]|năm)\s*([0-9]{4})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(0?[1-9]|1[0-2])/(1[3-9]|2[0-9]|3[01])/([0-9]{4})")
_DAY_BEHIND = re.compile(r"(?P<number>.+[^\W\d_])\s*[,;(]\s*(?P<day>[0-9]{1,2}([-/.])[0-9]{1,2}\3[0-9]{4})\)?")
_TERM = re.compile(r"0*([0-9]{1,3})\s*(tháng|năm)", re.IGNORECASE)

Day = tuple[date | None, int | None]  # a day, or a year alone


def read_day(text: str) -> Day | Doubtful:
    """A day, or a year alone. Raises Refused or TextRefused for anything else, a day without its year among it."""
    if text.isdecimal() and int(text) in _SERIALS:
        return _SERIAL_ZERO + timedelta(days=int(text)), None
    if found := _MONTH_AND_YEAR.fullmatch(text):
        return Doubtful((None, int(found[2])), ONLY_MONTH, {"text": text})
    if found := _MONTH_FIRST.fullmatch(text):
        raise Refused(MONTH_FIRST, text=text, day=f"{found[2]}/{found[1]}/{found[3]}")
    if _NO_YEAR.fullmatch(text):
        raise Refused(NO_YEAR, text=text)
    return parse_date_or_year(text, _NEVER)


def read_end(text: str) -> Day | Doubtful | None:
    """The day when a paper ends; None for "36 tháng", which the rule says anyway. Raises as ``read_day``."""
    found = _TERM.fullmatch(text)
    if not found:
        return read_day(text)
    if int(found[1]) * (12 if found[2].casefold() == "năm" else 1) != 36:
        raise Refused(NOT_A_TERM, text=text)
    return None


def read_year(text: str) -> int | None:
    """The year that a cell says, by itself or in a day. Raises as ``read_day``."""
    said = read_day(text)
    day, year = said.value if isinstance(said, Doubtful) else said
    return day.year if day else year


def split_decision(text: str) -> tuple[str, date | None]:
    """A decision's number and the day that stands after it: "15/QĐ-UBND ngày 29/12/2024", "15/QĐ-UBND (29/12/2024)"."""
    number, _word, rest = text.rpartition("ngày ")
    if not number and (found := _DAY_BEHIND.fullmatch(text)):
        number, rest = found["number"], found["day"]
    rest = rest.strip(" .;,)")
    if not number or _NO_YEAR.fullmatch(rest):
        return text, None
    try:
        day, _year = parse_date_or_year(rest, _NEVER)
    except ValueError:  # words that are no day stay with the number
        return text, None
    number = number.strip(" ,;(-")
    return (number, day) if number and day else (text, None)
