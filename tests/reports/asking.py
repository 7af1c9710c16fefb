"""Reports as tests ask for them."""

from datetime import date

from marketplace.core.clock import today
from marketplace.core.db import transaction
from marketplace.core.periods import parse_period
from marketplace.places.queries import area_of
from marketplace.reports.queries import Report, report_of, scope_of
from marketplace.reports.vocabulary import INDICATORS

EMPTY = {indicator.code: 0 for indicator in INDICATORS}


def reported(period: str = "2026-Q4", area: str | None = None, as_of: str | None = None) -> Report:
    """A report, read in a transaction of its own."""
    with transaction(write=False):
        day = date.fromisoformat(as_of) if as_of else today()
        return report_of(scope_of(parse_period(period), area_of(area) if area else None, day))


def figures(period: str = "2026-Q4", area: str | None = None, as_of: str | None = None) -> dict[str, int | None]:
    """Code → number of all indicators."""
    report = reported(period, area, as_of)
    return {indicator.code: indicator.number(report.lines[indicator.code]) for indicator in INDICATORS}


def changed(found: dict[str, int | None]) -> dict[str, int | None]:
    """The figures that aren't zero."""
    return {code: number for code, number in found.items() if number != 0}
