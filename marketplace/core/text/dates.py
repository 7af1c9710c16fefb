"""Days and moments, typed and shown as in Vietnam."""

import re
from calendar import monthrange
from datetime import date, datetime

from marketplace.core.clock import local
from marketplace.core.text.characters import normalise
from marketplace.core.text.keys import fold
from marketplace.core.text.refusals import TextRefused
from marketplace.core.texts import N_, in_english, say

FIRST_YEAR, LAST_YEAR = 1900, 2100
_ISO = re.compile(r"(?P<year>[0-9]{4})([-/.])(?P<month>[0-9]{1,2})\2(?P<day>[0-9]{1,2})")
_SIGNS = re.compile(r"(?P<day>[0-9]{1,2})\s*([-/.])\s*(?P<month>[0-9]{1,2})(?:\s*\2\s*(?P<year>[0-9]{4}|[0-9]{2}))?")
_WORDS = re.compile(r"(?P<day>[0-9]{1,2}) thang (?P<month>[0-9]{1,2})(?: (?:nam )?(?P<year>[0-9]{4}))?")
# Spreadsheets name the month, as the computer's language has it: 15-Dec-26, 15 thg 12 2026.
_NAMED = re.compile(
    r"(?P<day>[0-9]{1,2})[- /]?(?:(?P<name>[a-z]{3})[a-z]*|thg ?(?P<month>[0-9]{1,2}))\.?"
    r"[- /]?(?P<year>[0-9]{4}|[0-9]{2})"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# The hour that programs write after a day.
_HOUR = re.compile(r"[t ]\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?\s*(?:[ap]m|z)?$")
_YEAR = re.compile(r"(?:nam )?([0-9]{4})")
_WEEKDAYS = (
    N_("Thứ Hai"),
    N_("Thứ Ba"),
    N_("Thứ Tư"),
    N_("Thứ Năm"),
    N_("Thứ Sáu"),
    N_("Thứ Bảy"),
    N_("Chủ nhật"),
)


def parse_date(text: str, today: date) -> date:
    """Read 15/12/2026, 15-12-2026, 15.12.26, 2026-12-15, 15-Dec-26, "ngày 15 tháng 12 năm 2026", or 15/12.

    An hour after the day is left aside. Without a year it is the next such day from `today` on. Raises
    TextRefused: `date_missing`, `date_impossible` (30/2) or `date_unknown`.
    """
    typed = normalise(text)
    if not typed:
        raise TextRefused("date_missing", N_("Xin ghi ngày, ví dụ: 15/12/2026."))
    lower = _HOUR.sub("", re.sub(r"^ng[àa]y\s+", "", typed.casefold()))
    found = _ISO.fullmatch(lower) or _SIGNS.fullmatch(lower) or _WORDS.fullmatch(fold(lower))
    named = None if found else _NAMED.fullmatch(lower)
    if named and (named["month"] or named["name"] in _MONTHS):
        found, month = named, int(named["month"] or _MONTHS.index(named["name"]) + 1)
    elif found:
        month = int(found["month"])
    else:
        raise _unknown(typed)
    day, year = int(found["day"]), found["year"]
    if year is None:
        return _next(day, month, today, typed)
    return _day(day, month, int(year) + (2000 if len(year) == 2 else 0), typed)


def parse_date_or_year(text: str, today: date) -> tuple[date | None, int | None]:
    """Read a day as `parse_date` does, or a bare year ("2021", "năm 2021"): one of the two is None."""
    year = _YEAR.fullmatch(fold(text))
    if not year:
        return parse_date(text, today), None
    if not FIRST_YEAR <= int(year[1]) <= LAST_YEAR:
        raise _unknown(normalise(text))
    return None, int(year[1])


def format_date(day: date) -> str:
    """Write 12/8/2025: day first, no leading zeros; in English 12 Aug 2025, where 12/8 could be December."""
    if in_english():
        return f"{format_day(day)} {day.year}"
    return f"{day.day}/{day.month}/{day.year}"


def format_day(day: date) -> str:
    """Write the day of a year that is plain: 12/8, in English 12 Aug."""
    return f"{day.day} {short_month(day.month)}" if in_english() else f"{day.day}/{day.month}"


def short_month(month: int) -> str:
    """Name a month in a table's head: T8, in English Aug."""
    return _MONTHS[month - 1].capitalize() if in_english() else f"T{month}"


def format_moment(moment: datetime) -> str:
    """Write an aware moment on the clocks of Asia/Ho_Chi_Minh: 23/11/2026, 9:05."""
    there = local(moment)
    return f"{format_date(there)}, {there.hour}:{there:%M}"


def weekday_name(day: date) -> str:
    """Give the name of the weekday: "Thứ Hai" … "Chủ nhật"."""
    return say(_WEEKDAYS[day.weekday()])


def _day(day: int, month: int, year: int, typed: str) -> date:
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12 or not 1 <= day <= 31:
        raise _unknown(typed)
    if day > monthrange(year, month)[1]:
        raise TextRefused(
            "date_impossible",
            N_("Tháng %(month)s năm %(year)s không có ngày %(day)s."),
            day=day,
            month=month,
            year=year,
        )
    return date(year, month, day)


def _next(day: int, month: int, today: date, typed: str) -> date:
    leap = 8 if (day, month) == (29, 2) else 1  # the next 29 February is at most eight years off
    for year in range(today.year, today.year + leap):
        try:
            chosen = _day(day, month, year, typed)
        except TextRefused as refused:
            if refused.code != "date_impossible" or leap == 1:
                raise
        else:
            if chosen >= today:
                return chosen
    return _day(day, month, today.year + leap, typed)


def _unknown(typed: str) -> TextRefused:
    return TextRefused("date_unknown", N_("Không hiểu ngày “%(text)s”. Ví dụ: 15/12/2026."), text=typed[:40])
