"""A report's facts, and one figure of it opened, with the names of the places that they show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from marketplace.core.clock import now
from marketplace.core.periods import Period, end_of_day_utc
from marketplace.core.settings import settings
from marketplace.places.queries import display_names
from marketplace.places.vocabulary import Area, PlaceName
from marketplace.reports.indicators import Counted, Month, counted, histories_of, lines_of, months_of
from marketplace.reports.vocabulary import IN_TIME, RECEIVED, Indicator, Line, Part, Scope, chart_period

CHARTED = (RECEIVED, IN_TIME)


@dataclass(frozen=True)
class Report:
    """The lines of each indicator by its code, and the months of the chart with a count for each of ``CHARTED``."""

    scope: Scope
    lines: Counted
    months: Sequence[Month]
    places: Mapping[str, PlaceName]


@dataclass(frozen=True)
class Opened:
    """The lines behind one figure, or behind one part of it; newest first."""

    scope: Scope
    indicator: Indicator
    part: Part | None
    lines: Sequence[Line]
    places: Mapping[str, PlaceName]


def scope_of(period: Period, area: Area | None, as_of: date) -> Scope:
    """The scope of a report that is asked for now."""
    return Scope(period, area, as_of, min(now(), end_of_day_utc(as_of)), settings().answer_within_hours)


def report_of(scope: Scope) -> Report:
    """All figures of a scope."""
    chart = chart_period(scope.period)
    histories = histories_of(scope, min(chart.start_utc, scope.period.start_utc), scope.period.end_utc)
    lines = counted(histories, scope)
    return Report(scope, lines, months_of(CHARTED, histories, scope, chart), _places(lines.values()))


def opened_of(indicator: Indicator, scope: Scope, part: Part | None = None) -> Opened:
    """One figure, opened."""
    lines = lines_of(indicator, scope, part)
    return Opened(scope, indicator, part, lines, _places([lines], part))


def _places(figures: Iterable[Sequence[Line]], part: Part | None = None) -> Mapping[str, PlaceName]:
    """Names of all places that appear; also of the part that was asked for, which may have no lines."""
    named = {part.key} if part else set[str]()
    return display_names(named | {line.history.home for lines in figures for line in lines if line.history.home})
