"""Reads leads as known at a date, and makes figures of them: in three statements, however many leads there are.

Which events stand, when a lead was answered and where it stands are rules of the leads package; corrections may
take back corrections, which SQL can't follow. So the database narrows to the leads that had an event in the time
asked for, and the rules are applied to these in memory.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, select

from marketplace.catalogue.models import ProductVersion
from marketplace.core.clock import local
from marketplace.core.db import session
from marketplace.core.periods import Period
from marketplace.leads.models import Lead, LeadEvent
from marketplace.leads.vocabulary import EventKind, Stage, standing_events
from marketplace.places.vocabulary import Area
from marketplace.reports.vocabulary import INDICATORS, EventFact, History, Indicator, Line, Part, Scope
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries.merges import rooted

Counted = dict[str, Sequence[Line]]  # lines by code of indicator


@dataclass(frozen=True)
class Month:
    """A month of the chart and how many lines fall into it, indicator by indicator; None = it had not begun."""

    year: int
    month: int
    counts: tuple[int | None, ...]


def histories_of(scope: Scope, start: datetime, end: datetime) -> list[History]:
    """Leads of the area that had an event from ``start`` until before ``end``, each with all events known; no spam."""
    wanted = _wanted(scope, start, end)
    found = _histories(wanted, _known_events(wanted, scope), scope)
    return [history for history in found if not _is_spam(history)]


def counted(histories: Iterable[History], scope: Scope) -> Counted:
    """The lines of every indicator in the period."""
    leads = list(histories)
    return {indicator.code: indicator.lines_of(leads, scope, scope.period) for indicator in INDICATORS}


def lines_of(indicator: Indicator, scope: Scope, part: Part | None = None) -> list[Line]:
    """The lines of one figure, of ``part`` of it where one is named; newest first."""
    histories = histories_of(scope, scope.period.start_utc, scope.period.end_utc)
    lines = indicator.lines_of(histories, scope, scope.period)
    kept = [line for line in lines if part is None or part.has(line)]
    return sorted(kept, key=lambda line: (line.event.occurred_at, line.event.id), reverse=True)


def months_of(
    indicators: Sequence[Indicator], histories: Sequence[History], scope: Scope, period: Period
) -> list[Month]:
    """How many lines of each indicator fall into each month of ``period``."""
    tallies = [
        Counter(_month(line.event.occurred_at) for line in indicator.lines_of(histories, scope, period))
        for indicator in indicators
    ]
    months = [(part.first, (part.first.year, part.first.month)) for part in period.months()]
    return [
        Month(*key, tuple(tally[key] if first <= scope.as_of else None for tally in tallies)) for first, key in months
    ]


def _month(moment: datetime) -> tuple[int, int]:
    day = local(moment)
    return day.year, day.month


def _wanted(scope: Scope, start: datetime, end: datetime) -> Select[int]:
    """Keys of the leads. A line belongs where its event occurred, so leads without an event in that time have none."""
    known = LeadEvent.recorded_at < scope.known_before
    active = select(LeadEvent.lead_id).where(LeadEvent.occurred_at >= start, LeadEvent.occurred_at < end, known)
    query = select(Lead.id).where(Lead.id.in_(active))
    return query.where(_in_area(scope.area)) if scope.area else query


def _in_area(area: Area) -> ColumnElement[bool]:
    """As ``suppliers.queries.in_area``, but of the places that the lead copied: a supplier's move changes no figure."""
    present = Lead.place_id.in_(area.present_communes) | Lead.province_id.in_(area.present_provinces)
    if not area.old_communes:
        return present
    return Lead.legacy_place_id.in_(area.old_communes) | (Lead.legacy_place_id.is_(None) & present)


def _histories(wanted: Select[int], events: Mapping[int, Sequence[EventFact]], scope: Scope) -> Iterator[History]:
    """A seller that is taken for another is that other, as far as that was known then."""
    query = (
        select(
            Lead.supplier_id,
            Lead.id.label("lead_id"),
            Lead.public_id,
            Lead.channel,
            Lead.class_code,
            Lead.stars,
            Lead.place_id,
            Lead.legacy_place_id,
            Lead.province_id,
            Supplier.name.label("supplier"),
            Supplier.slug.label("supplier_slug"),
            ProductVersion.name.label("product"),
        )
        .join(Supplier, Supplier.id == Lead.supplier_id)
        .outerjoin(ProductVersion, ProductVersion.id == Lead.product_version_id)
        .where(Lead.id.in_(wanted))
    )
    merged = rooted(scope.known_before)
    for row in session.execute(query).mappings():
        known = dict(row)
        seller = merged.get(known.pop("supplier_id"))
        if seller is not None:
            known |= {"supplier": seller.name, "supplier_slug": seller.slug}
        yield History(**known, events=tuple(standing_events(events[row["lead_id"]])))


def _known_events(wanted: Select[int], scope: Scope) -> Mapping[int, Sequence[EventFact]]:
    query = select(
        LeadEvent.lead_id,
        LeadEvent.id,
        LeadEvent.kind,
        LeadEvent.occurred_at,
        LeadEvent.said_by,
        LeadEvent.corrects_id,
        LeadEvent.value,
        LeadEvent.grams,
        LeadEvent.reason,
    ).where(LeadEvent.lead_id.in_(wanted), LeadEvent.recorded_at < scope.known_before, LeadEvent.kind != EventKind.SEEN)
    events: defaultdict[int, list[EventFact]] = defaultdict(list)
    for row in session.execute(query):
        events[row.lead_id].append(EventFact(*row))
    return events


def _is_spam(history: History) -> bool:
    return any(event.kind == EventKind.MARKED_SPAM for event in history.events) and history.stage is Stage.SPAM
