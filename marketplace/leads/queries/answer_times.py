"""In which time suppliers answer those who ask them through the site."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from statistics import median

from sqlalchemy import select

from marketplace.core.db import session
from marketplace.leads.models import Lead
from marketplace.leads.queries.histories import events_of
from marketplace.leads.vocabulary import Channel, answered_at, first_asked_at
from marketplace.suppliers.queries.merges import root_supplier_id

FEWEST_ANSWERS = 3  # of fewer one can't say "usually"
# A call that a supplier types in was answered before it was written down.
_ASKED_HERE = (Channel.FORM.value, Channel.API.value, Channel.DEMAND.value)


def usual_answers(since: datetime, supplier_ids: Iterable[int] | None = None) -> dict[int, int | None]:
    """The median of first answers to what was asked since then, in minutes, by supplier; None of too few.

    Without ``supplier_ids`` of all who were asked since then.
    """
    wanted = set(supplier_ids) if supplier_ids is not None else None
    supplier = root_supplier_id(Lead.supplier_id)
    query = select(Lead.id, supplier.label("supplier_id")).where(
        Lead.created_at >= since, Lead.channel.in_(_ASKED_HERE)
    )
    rows = session.execute(query.where(supplier.in_(wanted)) if wanted is not None else query).all()
    events = events_of([row.id for row in rows])
    minutes: defaultdict[int, list[float]] = defaultdict(list)
    for lead_id, supplier_id in rows:
        asked, answered = first_asked_at(events[lead_id]), answered_at(events[lead_id])
        if asked is not None and answered is not None:
            minutes[supplier_id].append((answered - asked).total_seconds() / 60)
    asked_ones = wanted if wanted is not None else {row.supplier_id for row in rows}
    return {key: _median(minutes[key]) for key in asked_ones}


def _median(minutes: list[float]) -> int | None:
    return round(median(minutes)) if len(minutes) >= FEWEST_ANSWERS else None
