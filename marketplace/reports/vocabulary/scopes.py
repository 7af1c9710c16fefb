"""What a report is about: a period, an area, and the day as of which things were known."""

from dataclasses import dataclass
from datetime import date, datetime

from marketplace.core.periods import Period, PeriodKind, end_of_day_utc, parse_period, recent_quarters
from marketplace.core.texts import say
from marketplace.places.vocabulary import Area

_QUARTERS, _MONTHS = 6, 6


@dataclass(frozen=True)
class Scope:
    """``area`` None is the whole country. A question waits too long when it is older than ``answer_within_hours``.

    ``judged_at`` is the moment at which it is decided whether an answer is late: the end of a past day, and
    *now* for today, because what is due this evening isn't overdue this morning.
    """

    period: Period
    area: Area | None
    as_of: date
    judged_at: datetime
    answer_within_hours: int

    @property
    def known_before(self) -> datetime:
        """Facts recorded before this moment are known."""
        return end_of_day_utc(self.as_of)

    @property
    def area_id(self) -> str | None:
        """Key of the area's place."""
        return self.area.place_id if self.area else None


def within_words(hours: int) -> str:
    """How long one may take to answer: "2 ngày", "36 giờ"."""
    return say("%(what)s ngày", what=hours // 24) if hours % 24 == 0 else say("%(hours)s giờ", hours=hours)


def offered_periods(today: date) -> list[Period]:
    """The periods that a form offers: recent quarters, recent months, this year's parts, two years; newest first."""
    latest = today.year * 12 + today.month - 1
    months = (f"{number // 12}-{number % 12 + 1:02}" for number in range(latest, latest - _MONTHS, -1))
    years = (f"{today.year}", f"{today.year}-9M", f"{today.year}-H1", f"{today.year - 1}")
    return [*recent_quarters(today, _QUARTERS), *map(parse_period, (*months, *years))]


def chart_period(period: Period) -> Period:
    """The months that a chart shows: from January where that makes nine or more, else the last twelve."""
    last = period.last
    back = last.month - 1 if last.month >= 9 else 11
    number = last.year * 12 + last.month - 1 - back
    first = date(number // 12, number % 12 + 1, 1)
    return Period(f"{first}..{last}", first, last, PeriodKind.RANGE)
