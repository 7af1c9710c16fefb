"""What waits for a supplier today, what runs, and the list of all leads.

Where a lead stands is never stored, so thin rows of all events are read once and only the leads that are shown are
fetched with everything: a supplier has hundreds of leads, not hundreds of thousands.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.leads.models import Lead, LeadEvent, Message, Party
from marketplace.leads.queries.files import LeadFile, files_of
from marketplace.leads.vocabulary import ENDED, UNANSWERED, Stage, stage_of, standing_events, waiting_since

FOLLOW_UP_AFTER = timedelta(days=7)
_FOLLOWED_UP = (Stage.SAMPLED, Stage.QUOTED)
JOBS_SHOWN = 30
RUNNING_SHOWN = 6
PER_PAGE = 20


@dataclass(frozen=True)
class _ThinEvent:
    lead_id: int
    id: int
    kind: str
    occurred_at: datetime
    said_by: str
    corrects_id: int | None


@dataclass(frozen=True)
class BoardFacts:
    """Questions without an answer, those that wait longest first; old quotes and samples; and the rest that runs."""

    waiting: list[LeadFile]
    follow_ups: list[LeadFile]
    job_count: int
    running: list[LeadFile]
    running_count: int


@dataclass(frozen=True)
class Listed:
    """One page of the list, newest activity first, with how many leads stand at each stage."""

    files: list[LeadFile]
    total: int
    counts: Counter[Stage]
    chosen: Stage | None
    page: int
    page_count: int


def board_of(actor: Actor, now: datetime) -> BoardFacts:
    """What the actor's suppliers have to do at the moment ``now``."""
    histories = _histories(actor)
    for lead_id in _of_nobody(actor):  # nothing is left to do where the buyer had himself erased
        del histories[lead_id]
    since = {lead_id: waiting_since(events) for lead_id, events in histories.items()}
    waiting = sorted((moment, lead_id) for lead_id, moment in since.items() if moment is not None)
    answered = {lead_id: events for lead_id, events in histories.items() if since[lead_id] is None}
    due = sorted((_moved_at(events), lead_id) for lead_id, events in answered.items() if _is_quiet(events, now))
    quiet = {lead_id for _moment, lead_id in due}
    running = sorted(
        (
            (_moved_at(events), lead_id)
            for lead_id, events in answered.items()
            if lead_id not in quiet and _runs(events)
        ),
        reverse=True,
    )
    shown_waiting = [lead_id for _moment, lead_id in waiting][:JOBS_SHOWN]
    shown_due = [lead_id for _moment, lead_id in due][: JOBS_SHOWN - len(shown_waiting)]
    shown_running = [lead_id for _moment, lead_id in running][:RUNNING_SHOWN]
    files = _fetched([*shown_waiting, *shown_due, *shown_running])
    return BoardFacts(
        waiting=[files[lead_id] for lead_id in shown_waiting],
        follow_ups=[files[lead_id] for lead_id in shown_due],
        job_count=len(waiting) + len(due),
        running=[files[lead_id] for lead_id in shown_running],
        running_count=len(running),
    )


def leads_at(actor: Actor, stage: Stage | None, page: int) -> Listed:
    """One page (from 1) of the actor's leads that stand at ``stage``, of all when it is None."""
    histories = _histories(actor)
    stages = {lead_id: stage_of(events) for lead_id, events in histories.items()}
    found = [lead_id for lead_id, standing in stages.items() if stage is None or standing is stage]
    found.sort(key=lambda lead_id: max(event.id for event in histories[lead_id]), reverse=True)
    page_count = max(1, -(-len(found) // PER_PAGE))
    page = min(max(1, page), page_count)
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    files = _fetched(shown)
    counts = Counter(stages.values())
    return Listed([files[lead_id] for lead_id in shown], len(found), counts, stage, page, page_count)


def _of_nobody(actor: Actor) -> list[int]:
    """The leads of which no buyer is left: he was erased, and nobody else asked or wrote in them."""
    alive = aliased(Party)
    asks = exists().where(LeadEvent.lead_id == Lead.id, alive.id == LeadEvent.party_id, alive.erased_at.is_(None))
    writes = exists().where(  # of an event from before its ``party_id`` was kept, its words tell whose it is
        LeadEvent.lead_id == Lead.id,
        Message.id == LeadEvent.message_id,
        alive.id == Message.party_id,
        alive.erased_at.is_(None),
    )
    query = select(Lead.id).join(Party, Party.id == Lead.party_id)
    return list(
        session.scalars(
            query.where(Lead.supplier_id.in_(actor.supplier_ids), Party.erased_at.is_not(None), ~asks, ~writes)
        )
    )


def _histories(actor: Actor) -> dict[int, list[_ThinEvent]]:
    query = (
        select(
            LeadEvent.lead_id,
            LeadEvent.id,
            LeadEvent.kind,
            LeadEvent.occurred_at,
            LeadEvent.said_by,
            LeadEvent.corrects_id,
        )
        .join(Lead, Lead.id == LeadEvent.lead_id)
        .where(Lead.supplier_id.in_(actor.supplier_ids))
    )
    found: defaultdict[int, list[_ThinEvent]] = defaultdict(list)
    for row in session.execute(query):
        found[row.lead_id].append(_ThinEvent(*row))
    return found


def _fetched(lead_ids: Sequence[int]) -> dict[int, LeadFile]:
    leads = session.scalars(select(Lead).where(Lead.id.in_(lead_ids))).all()
    return {file.lead.id: file for file in files_of(leads)}


def _moved_at(events: Sequence[_ThinEvent]) -> datetime:
    return standing_events(events)[-1].occurred_at


def _is_quiet(events: Sequence[_ThinEvent], now: datetime) -> bool:
    """A sample or a quote that nobody has spoken of for a week: time to ask what came of it."""
    return stage_of(events) in _FOLLOWED_UP and _moved_at(events) <= now - FOLLOW_UP_AFTER


def _runs(events: Sequence[_ThinEvent]) -> bool:
    return stage_of(events) not in ENDED | UNANSWERED
