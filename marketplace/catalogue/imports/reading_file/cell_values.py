"""What a workbook's cell shows, of its stored value and its number format."""

import re
from datetime import date, datetime

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from marketplace.core.text import format_date

_TRUTH = {"1": "TRUE", "0": "FALSE"}

Dates = dict[int, str]  # number of a cell style → "day", "month" or "year": how much of a date it shows


def date_styles(codes: dict[int, str], styles: list[int]) -> Dates:
    """Which of a workbook's cell styles (each a number format's id) show dates. ``codes`` are its own formats."""
    shown: dict[int, str] = {}
    for index, number in enumerate(styles):
        code = codes.get(number) or BUILTIN_FORMATS.get(number)
        if code and is_date_format(code):
            shown[index] = _part_shown(code.casefold())
    return shown


def _part_shown(code: str) -> str:
    if "d" in code or "y" not in code:
        return "day"
    return "month" if "m" in code else "year"


def shown_number(text: str, part: str | None, is_1904: bool) -> str:
    """A stored number as its reader sees it: a day ("29/12/2021" where it is one), else without false decimals."""
    number = float(text)
    if part is not None and number >= 1:
        return _shown_date(number, part, is_1904)
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    written = f"{number:.15g}"
    if not re.fullmatch(r"-?[0-9]+\.[0-9]+", written):  # a sum that was nearly whole, or beyond what anybody types
        return written
    # Written with a comma, and not with three decimals, so that nobody takes them for thousands.
    whole, _, decimals = written.partition(".")
    return f"{whole},{decimals}0" if len(decimals) == 3 else f"{whole},{decimals}"


def _shown_date(number: float, part: str, is_1904: bool) -> str:
    day = from_excel(number, CALENDAR_MAC_1904 if is_1904 else CALENDAR_WINDOWS_1900)
    if not isinstance(day, date):
        return str(number)
    if part == "year":
        return str(day.year)
    return f"{day.month}/{day.year}" if part == "month" else format_date(day)


def shown_text(kind: str, value: str) -> str:
    """A stored value that is no number and no shared text: an ISO day ("d"), a truth ("b"), an error or words."""
    if kind == "b":
        return _TRUTH.get(value, value)
    return format_date(datetime.fromisoformat(value).date()) if kind == "d" else value
