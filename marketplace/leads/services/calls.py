"""What officers note of their calls to suppliers, and what suppliers said to them."""

from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.leads.models import CallNote, Lead
from marketplace.leads.queries import events_of, notes_of
from marketplace.leads.services.appending import lock_lead
from marketplace.leads.services.corrections import take_back
from marketplace.leads.vocabulary import CallOutcome, SaidBy, standing_events, waiting_since
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.services import doubt_phone

_ANSWERED = N_("Câu hỏi này vừa có người trả lời, không cần gọi nữa.")
_NO_OUTCOME = N_("Hãy chọn một kết quả.")
_NOTHING = N_("Không có gì của bạn để rút lại.")


def note_call(actor: Actor, lead: Lead, outcome: str) -> CallNote:
    """Note what came of a call about a lead; a wrong number is told to all officers who see the supplier.

    Raises Refused for no such outcome, and when the lead was answered meanwhile.
    """
    if outcome not in set(CallOutcome) - {CallOutcome.TAKEN_BACK}:
        raise Refused(_NO_OUTCOME)
    lock_lead(lead)
    if waiting_since(events_of([lead.id])[lead.id]) is None:
        raise Refused(_ANSWERED)
    note = _append(actor, lead, CallOutcome(outcome))
    if outcome == CallOutcome.WRONG_NUMBER:
        _doubt_phone(actor, lead, doubted=True)
    return note


def take_back_last_word(actor: Actor, lead: Lead) -> None:
    """Unsay what the actor noted of this lead last: the note of a call, or what the supplier had said.

    Raises Refused when there is nothing, and what ``take_back`` raises.
    """
    lock_lead(lead)
    notes = [note for note in notes_of([lead.id])[lead.id] if note.account_id == actor.account_id]
    words = [
        event
        for event in standing_events(events_of([lead.id])[lead.id])
        if event.said_by == SaidBy.OFFICER and event.account_id == actor.account_id
    ]
    note = notes[-1] if notes else None
    word = max(words, key=lambda event: event.id, default=None)
    if word is not None and (note is None or word.recorded_at >= note.noted_at):
        take_back(actor, lead, word)
    elif note is not None:
        _take_back_note(actor, lead, note)
    else:
        raise Refused(_NOTHING)


def _take_back_note(actor: Actor, lead: Lead, note: CallNote) -> None:
    _append(actor, lead, CallOutcome.TAKEN_BACK, corrects_id=note.id)
    if note.outcome == CallOutcome.WRONG_NUMBER:
        _doubt_phone(actor, lead, doubted=False)


def _doubt_phone(actor: Actor, lead: Lead, *, doubted: bool) -> None:
    supplier = session.get_one(Supplier, lead.supplier_id)
    rung = session.get_one(Supplier, supplier.merged_into_id) if supplier.merged_into_id else supplier
    doubt_phone(actor, rung, doubted=doubted)


def _append(actor: Actor, lead: Lead, outcome: CallOutcome, corrects_id: int | None = None) -> CallNote:
    note = CallNote(
        lead_id=lead.id,
        outcome=outcome.value,
        account_id=actor.account_id,
        noted_at=now(),
        corrects_id=corrects_id,
    )
    session.add(note)
    session.flush()
    record(actor, "note_call", "lead", lead.public_id, outcome=outcome.value)
    return note
