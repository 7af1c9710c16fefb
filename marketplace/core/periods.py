"""The periods that offices report on: month, quarter, 6 and 9 months, year, or two days."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from marketplace.core.clock import day_bounds
from marketplace.core.text import TextRefused, format_date, format_day
from marketplace.core.texts import N_, say

_CODE = re.compile(r"(20\d\d)(?:-(?:(0[1-9]|1[0-2])|(Q[1-4]|H[12]|9M)))?")
_RANGE = re.compile(r"(20\d\d-\d\d-\d\d)\.\.(20\d\d-\d\d-\d\d)")
_MONTHS = {
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
    "H1": (1, 6),
    "H2": (7, 12),
    "9M": (1, 9),
}
_TITLES = {
    "Q1": N_("Quý I/{}"),
    "Q2": N_("Quý II/{}"),
    "Q3": N_("Quý III/{}"),
    "Q4": N_("Quý IV/{}"),
    "H1": N_("6 tháng đầu năm {}"),
    "H2": N_("6 tháng cuối năm {}"),
    "9M": N_("9 tháng năm {}"),
}


class PeriodKind(StrEnum):
    """How a period is cut."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    RANGE = "range"


_KINDS = {"Q": PeriodKind.QUARTER, "H": PeriodKind.HALF, "9": PeriodKind.NINE_MONTHS}


@dataclass(frozen=True)
class Period:
    """The days from `first` to `last`, both included, in Asia/Ho_Chi_Minh."""

    code: str
    first: date
    last: date
    kind: PeriodKind

    @property
    def title(self) -> str:
        """The period as an office writes it: "Quý III/2026", "1/1 đến 31/3/2026"."""
        if self.kind is PeriodKind.RANGE:
            return _range_title(self.first, self.last)
        if self.kind is PeriodKind.YEAR:
            return say("Năm %(year)s", year=self.first.year)
        if self.kind is PeriodKind.MONTH:
            return say("Tháng %(month)s/%(year)s", month=self.first.month, year=self.first.year)
        title = _TITLES[self.code[5:]]
        return say(title).format(self.first.year)

    @property
    def start_utc(self) -> datetime:
        """The first moment that belongs to the period."""
        return day_bounds(self.first)[0]

    @property
    def end_utc(self) -> datetime:
        """The first moment that no longer belongs to the period."""
        return day_bounds(self.last)[1]

    def months(self) -> tuple["Period", ...]:
        """Give the months of the period in order; one that the period cuts is a range.

        Together they are the period, so that their figures add up to its figure.
        """
        return tuple(self._cut(year, month) for year, month in _months_between(self.first, self.last))

    def previous_year(self) -> "Period":
        """Give the same period one year earlier (cùng kỳ năm trước)."""
        if self.kind is PeriodKind.RANGE:
            return _range(_year_before(self.first), _year_before(self.last, self.first.day == 1))
        return parse_period(f"{self.first.year - 1}{self.code[4:]}")

    def _cut(self, year: int, month: int) -> "Period":
        whole = _months_of(f"{year}-{month:02}", year, month, month, PeriodKind.MONTH)
        first, last = max(whole.first, self.first), min(whole.last, self.last)
        return whole if (first, last) == (whole.first, whole.last) else _range(first, last)


def parse_period(text: str) -> Period:
    """Read 2026-11, 2026-Q3, 2026-H1, 2026-9M, 2026 or 2026-01-01..2026-03-31, in either case.

    Years 2000 to 2099. Raises TextRefused `period_unknown` or `period_reversed`.
    """
    code = text.strip().upper()
    if days := _RANGE.fullmatch(code):
        return _parse_range(days[1], days[2])
    found = _CODE.fullmatch(code)
    if not found:
        raise _unknown(text)
    year, month, part = int(found[1]), found[2], found[3]
    if month:
        return _months_of(code, year, int(month), int(month), PeriodKind.MONTH)
    if part:
        return _months_of(code, year, *_MONTHS[part], _KINDS[part[0]])
    return _months_of(code, year, 1, 12, PeriodKind.YEAR)


def current_quarter(today: date) -> Period:
    """Give the quarter in which `today` falls."""
    return parse_period(f"{today.year}-Q{(today.month + 2) // 3}")


def recent_quarters(today: date, count: int) -> list[Period]:
    """Give `count` quarters, the one of `today` first, then backwards."""
    latest = today.year * 4 + (today.month - 1) // 3
    return [parse_period(f"{number // 4}-Q{number % 4 + 1}") for number in range(latest, latest - count, -1)]


def end_of_day_utc(day: date) -> datetime:
    """Give the moment (UTC) before which a fact must be recorded to be known *as of* `day`."""
    return day_bounds(day)[1]


def _months_of(code: str, year: int, first: int, last: int, kind: PeriodKind) -> Period:
    return Period(code, date(year, first, 1), date(year, last, monthrange(year, last)[1]), kind)


def _months_between(first: date, last: date) -> Iterator[tuple[int, int]]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield number // 12, number % 12 + 1


def _parse_range(first_text: str, last_text: str) -> Period:
    try:
        first, last = date.fromisoformat(first_text), date.fromisoformat(last_text)
    except ValueError:
        raise _unknown(f"{first_text}..{last_text}") from None
    if last < first:
        raise TextRefused("period_reversed", N_("Ngày cuối kỳ phải từ ngày đầu kỳ trở đi."))
    return _range(first, last)


def _range(first: date, last: date) -> Period:
    return Period(f"{first.isoformat()}..{last.isoformat()}", first, last, PeriodKind.RANGE)


def _range_title(first: date, last: date) -> str:
    ending = format_date(last)
    if first == last:
        return ending
    beginning = format_day(first)
    return (
        say("%(beginning)s đến %(ending)s", beginning=beginning, ending=ending)
        if first.year == last.year
        else say("%(beginning)s/%(year)s đến %(ending)s", beginning=beginning, year=first.year, ending=ending)
    )


def _year_before(day: date, whole_months: bool = False) -> date:
    # Whole months up to February end with February a year earlier too, on the 28th or 29th.
    year, length = day.year - 1, monthrange(day.year - 1, day.month)[1]
    ends_month = whole_months and day.day == monthrange(day.year, day.month)[1]
    return date(year, day.month, length if ends_month else min(day.day, length))


def _unknown(text: str) -> TextRefused:
    return TextRefused(
        "period_unknown",
        N_("Không hiểu kỳ “%(text)s”. Ví dụ: 2026-11, 2026-Q3, 2026-H1, 2026-9M, 2026."),
        text=text[:40],
    )
