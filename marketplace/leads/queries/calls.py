"""Leads that nobody has answered, and what officers noted of their calls about them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, or_, select
from sqlalchemy.orm import aliased

from marketplace.core.db import session
from marketplace.leads.models import CallNote, Lead, LeadEvent
from marketplace.leads.vocabulary import ANSWERS, SUPPLIER_SIDE, EventKind, standing_notes, waiting_since

# After these a question may wait again: reopened, it waits as it did before it was closed.
_BEGIN_WAITING = (EventKind.CREATED.value, EventKind.ASKED_AGAIN.value, EventKind.REOPENED.value)


@dataclass(frozen=True)
class _ThinEvent:
    lead_id: int
    id: int
    kind: str
    occurred_at: datetime
    said_by: str
    corrects_id: int | None


def unanswered_leads(wanted: ColumnElement[bool]) -> dict[int, datetime]:
    """Since when each of the leads for which ``wanted`` holds (of Lead) waits for an answer, by key.

    The database leaves out what was plainly answered; the rules of histories judge the others.
    """
    query = select(
        LeadEvent.lead_id, LeadEvent.id, LeadEvent.kind, LeadEvent.occurred_at, LeadEvent.said_by, LeadEvent.corrects_id
    ).where(LeadEvent.lead_id.in_(select(Lead.id).where(wanted, ~_plainly_answered())))
    events: defaultdict[int, list[_ThinEvent]] = defaultdict(list)
    for row in session.execute(query):
        events[row.lead_id].append(_ThinEvent(*row))
    waiting = {lead_id: waiting_since(rows) for lead_id, rows in events.items()}
    return {lead_id: since for lead_id, since in waiting.items() if since is not None}


def _plainly_answered() -> ColumnElement[bool]:
    """There is an answer that nobody took back, and nothing that may wait stands after it, by its day or its number."""
    answer, correction, question = aliased(LeadEvent), aliased(LeadEvent), aliased(LeadEvent)
    later = or_(question.id > answer.id, question.occurred_at > answer.occurred_at)
    return exists().where(
        answer.lead_id == Lead.id,
        answer.kind.in_([kind.value for kind in ANSWERS]),
        answer.said_by.in_([side.value for side in SUPPLIER_SIDE]),
        ~exists().where(correction.lead_id == Lead.id, correction.corrects_id == answer.id),
        ~exists().where(and_(question.lead_id == Lead.id, question.kind.in_(_BEGIN_WAITING), later)),
    )


def notes_of(lead_ids: Sequence[int]) -> dict[int, list[CallNote]]:
    """The notes of calls that stand, by lead, oldest first."""
    found: dict[int, list[CallNote]] = {lead_id: [] for lead_id in lead_ids}
    for note in session.scalars(select(CallNote).where(CallNote.lead_id.in_(lead_ids)).order_by(CallNote.id)):
        found[note.lead_id].append(note)
    return {lead_id: standing_notes(notes) for lead_id, notes in found.items()}
