"""The officers' call list: questions that nobody has answered and that may not have reached anybody.

Who waits is judged lead by lead from thin rows; only what one page shows is fetched with everything.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select

from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.inquiries.models import Inquiry
from marketplace.inquiries.queries.threads import Asked, asked_where
from marketplace.inquiries.vocabulary import Silence, silence_of
from marketplace.leads.models import CallNote, Lead, LeadEvent, Party
from marketplace.leads.queries import notes_of, unanswered_leads
from marketplace.leads.vocabulary import SaidBy, call_due_at
from marketplace.suppliers.models import Mailbox, Supplier
from marketplace.suppliers.queries import group_of, groups_of, of_actor, reviewed_by, root_supplier_id

_UNDOABLE_FOR = timedelta(days=7)  # as long a row that left the list may still be opened by who called


@dataclass(frozen=True)
class Call:
    """A question on the list. ``since`` None: it was answered, and is only here to be looked at or taken back.

    ``back_at`` is when the last call's outcome brings it back; ``may_note`` whether the officer reviews that area.
    """

    asked: Asked
    since: datetime | None
    silence: Silence
    notes: tuple[CallNote, ...]
    back_at: datetime | None
    phone_is_doubted: bool
    may_note: bool


@dataclass(frozen=True)
class SettledCall:
    """A question that somebody answered while the officer had it before him: nothing of it is shown any more."""

    may_note: bool


@dataclass(frozen=True)
class CallList:
    """Who is to be rung now, longest waiting first, and who was rung and is given time."""

    due: tuple[int, ...]
    resting: tuple[int, ...]


@dataclass(frozen=True)
class _Standing:
    state: str
    phone_is_doubted: bool
    has_mailbox: bool


def call_list(actor: Actor, moment: datetime) -> CallList:
    """Keys of the leads of the officer's areas at ``moment``, in the order in which they are shown."""
    waiting = _waiting(of_actor(actor), moment)
    backs = _backs(waiting)
    order = sorted(waiting, key=lambda lead_id: (waiting[lead_id], lead_id))
    resting = [lead_id for lead_id in order if lead_id in backs and backs[lead_id] > moment]
    due = [lead_id for lead_id in order if lead_id not in set(resting)]
    return CallList(tuple(due), tuple(sorted(resting, key=lambda lead_id: backs[lead_id])))


def calls_of(actor: Actor, lead_ids: Sequence[int]) -> list[Call]:
    """These leads with everything that is shown, in their order."""
    asked = {row.lead.id: row for row in asked_where(Inquiry.id.in_(_newest(lead_ids)))}
    known = [lead_id for lead_id in lead_ids if lead_id in asked]
    standings = _standings(asked[lead_id].lead.supplier_id for lead_id in known)
    reviewed = _reviewed(actor, known)
    since, notes = unanswered_leads(Lead.id.in_(known)), notes_of(known)
    backs = _backs(since)
    return [
        Call(
            asked=asked[lead_id],
            since=since.get(lead_id),
            silence=_silence(standings[asked[lead_id].lead.supplier_id]),
            notes=tuple(notes[lead_id]),
            back_at=backs.get(lead_id),
            phone_is_doubted=standings[asked[lead_id].lead.supplier_id].phone_is_doubted,
            may_note=lead_id in reviewed,
        )
        for lead_id in known
    ]


def _newest(lead_ids: Sequence[int]) -> Select[int]:
    """Of each lead the newest inquiry of a buyer who wasn't erased, if there is one, else the newest."""
    alive = func.max(case((Party.erased_at.is_(None), Inquiry.id)))
    query = select(func.coalesce(alive, func.max(Inquiry.id))).join(Party, Party.id == Inquiry.party_id)
    return query.where(Inquiry.lead_id.in_(lead_ids)).group_by(Inquiry.lead_id)


def waiting_inquiries(supplier_id: int, most: int) -> list[int]:
    """Keys of what this supplier was asked before it had a mailbox and hasn't answered, longest waiting first.

    Of each lead the newest inquiry; what came later had a mail of its own.
    """
    group = group_of(supplier_id)
    opened = select(func.min(Mailbox.added_at)).where(Mailbox.supplier_id.in_(group)).scalar_subquery()
    since = unanswered_leads(Lead.supplier_id.in_(group))
    query = select(Inquiry.lead_id, Inquiry.id).join(Party, Party.id == Inquiry.party_id)
    newest = Inquiry.id.in_(_newest(list(since)))
    alive = query.where(newest, Inquiry.created_at < opened, Party.erased_at.is_(None))
    rows = sorted(session.execute(alive), key=lambda row: (since[row.lead_id], row.lead_id))
    return [row.id for row in rows[:most]]


def call_of(actor: Actor, public_id: str) -> Call | None:
    """The question about this lead, if it stands on the officer's list, or left it by his own word in the last days."""
    mine = and_(Lead.public_id == public_id, of_actor(actor))
    lead_id = session.scalar(_leads(mine))
    if lead_id is None or not (_waiting(mine, now()) or _was_called(actor, lead_id)):
        return None
    return next(iter(calls_of(actor, [lead_id])), None)


def call_or_settled(actor: Actor, public_id: str) -> Call | SettledCall | None:
    """The question if the officer may have it, or that it was answered meanwhile, where it lies in his areas."""
    if found := call_of(actor, public_id):
        return found
    asked = select(Inquiry.lead_id)
    lead_id = session.scalar(_leads(and_(Lead.public_id == public_id, Lead.id.in_(asked), of_actor(actor))))
    if lead_id is None or unanswered_leads(Lead.id == lead_id):
        return None
    return SettledCall(may_note=lead_id in _reviewed(actor, [lead_id]))


def silence_of_suppliers(supplier_ids: Iterable[int]) -> dict[int, Silence]:
    """Who would have to be rung, and why, by supplier."""
    return {key: _silence(standing) for key, standing in _standings(supplier_ids).items()}


def _silence(standing: _Standing) -> Silence:
    return silence_of(standing.state, standing.has_mailbox)


def _standings(supplier_ids: Iterable[int]) -> dict[int, _Standing]:
    groups = groups_of(supplier_ids)
    wanted = {key for group in groups.values() for key in group}
    deliverable = Mailbox.supplier_id.in_(wanted), Mailbox.undeliverable_at.is_(None)
    mailed = set(session.scalars(select(Mailbox.supplier_id).where(*deliverable)))
    query = select(Supplier.id, Supplier.state, Supplier.phone_doubted_at).where(Supplier.id.in_(wanted))
    found = {row.id: row for row in session.execute(query)}
    roots = {key: found[group[0]] for key, group in groups.items() if group[0] in found}
    return {
        key: _Standing(root.state, root.phone_doubted_at is not None, not mailed.isdisjoint(groups[key]))
        for key, root in roots.items()
    }


def _waiting(wanted: ColumnElement[bool], moment: datetime) -> dict[int, datetime]:
    """The leads for the list among those ``wanted``, with the moment since when each waits."""
    since = unanswered_leads(Lead.id.in_(_leads(wanted)))
    # Only what came by an inquiry has an answer link; and nobody waits any more where the buyer was erased.
    asked = select(Inquiry.lead_id).join(Party, Party.id == Inquiry.party_id).where(Party.erased_at.is_(None))
    query = select(Lead.id, Lead.supplier_id).where(Lead.id.in_(since), Lead.id.in_(asked))
    supplier_of = {row.id: row.supplier_id for row in session.execute(query)}
    silences = silence_of_suppliers(supplier_of.values())
    return {
        lead_id: since[lead_id]
        for lead_id, supplier_id in supplier_of.items()
        if silences[supplier_id].concerns(since[lead_id], moment)
    }


def _leads(wanted: ColumnElement[bool]) -> Select[int]:
    return select(Lead.id).join(Supplier, Supplier.id == root_supplier_id(Lead.supplier_id)).where(wanted)


def _backs(waiting: Mapping[int, datetime]) -> dict[int, datetime]:
    """When the last call's outcome brings a lead back, where there was one since it waits.

    Who was told of an earlier question, and answered that, hasn't been told of what the buyer asked since.
    """
    notes = notes_of(list(waiting))
    last = {lead_id: notes[lead_id][-1] for lead_id in waiting if notes[lead_id]}
    return {lead_id: call_due_at(note) for lead_id, note in last.items() if note.noted_at >= waiting[lead_id]}


def _reviewed(actor: Actor, lead_ids: Sequence[int]) -> set[int]:
    return set(session.scalars(_leads(Lead.id.in_(lead_ids) & reviewed_by(actor))))


def _was_called(actor: Actor, lead_id: int) -> bool:
    """Whether the actor said something of this lead in the last days."""
    after = now() - _UNDOABLE_FOR
    notes = CallNote.lead_id == lead_id, CallNote.account_id == actor.account_id, CallNote.noted_at > after
    words = LeadEvent.lead_id == lead_id, LeadEvent.account_id == actor.account_id, LeadEvent.recorded_at > after
    said = LeadEvent.said_by == SaidBy.OFFICER.value
    return bool(session.scalar(select(or_(exists().where(*notes), exists().where(*words, said)))))
