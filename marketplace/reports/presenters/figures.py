"""The figures on top of a report, each leading to the lines of which it is made."""

from collections.abc import Sequence
from dataclasses import dataclass

from marketplace.core.texts import say
from marketplace.reports.presenters.addresses import Url, opened_href
from marketplace.reports.presenters.numbers import millions_text, number_text, share_text, value_text
from marketplace.reports.queries import Report
from marketplace.reports.vocabulary import (
    ANSWERED,
    CONTRACTS,
    DELIVERIES,
    DELIVERY_MASS,
    FRAMEWORK_CONTRACTS,
    IN_TIME,
    LOST,
    MEMORANDUMS,
    OPEN,
    OVERDUE,
    RECEIVED,
    Indicator,
    Line,
)

_SHOWN = (RECEIVED, IN_TIME, OVERDUE, CONTRACTS, MEMORANDUMS, DELIVERIES, ANSWERED, OPEN, FRAMEWORK_CONTRACTS, LOST)


@dataclass(frozen=True)
class Figure:
    """A number that opens."""

    value: str
    label: str
    detail: str | None
    href: str | None


def figures_of(report: Report, url: Url) -> list[Figure]:
    """The figures that a page shows, in its order; values of papers stand below their number, each kind apart."""
    return [
        Figure(
            value=number_text(indicator, report.lines[indicator.code]),
            label=indicator.named(report.scope),
            detail=_detail(indicator, report),
            href=opened_href(url, report.scope, indicator),
        )
        for indicator in _SHOWN
    ]


def _detail(indicator: Indicator, report: Report) -> str | None:
    lines = report.lines[indicator.code]
    if indicator in (IN_TIME, ANSWERED):
        return share_text(len(lines), len(report.lines[RECEIVED.code]))
    if indicator is MEMORANDUMS:
        return _intent(lines)
    if indicator is DELIVERIES:
        return _delivered(lines, report.lines[DELIVERY_MASS.code])
    return millions_text(lines) if indicator.column == "money" else None


def _intent(lines: Sequence[Line]) -> str:
    worth = millions_text(lines)
    if worth is None:
        return say("ý định, không cộng vào hợp đồng")
    return say("ý định %(worth)s, không cộng vào hợp đồng", worth=worth)


def _delivered(lines: Sequence[Line], masses: Sequence[Line]) -> str | None:
    mass = DELIVERY_MASS.number(masses)
    words = (millions_text(lines), value_text(mass, "mass") if mass else None)
    return " · ".join(word for word in words if word) or None
