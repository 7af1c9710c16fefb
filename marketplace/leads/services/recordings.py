"""Recording what happened to a lead."""

from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.outbox import emit
from marketplace.core.texts import N_
from marketplace.leads.models import Lead, LeadEvent
from marketplace.leads.queries import events_of
from marketplace.leads.services.appending import append, lock_lead
from marketplace.leads.services.checks import check
from marketplace.leads.vocabulary import EventKind, LeadEventRecorded, NewEvent, SaidBy, Stage, stage_of

_STILL_CONSIDERING = N_("Khách còn đang xem.")


def record_event(actor: Actor, lead: Lead, new: NewEvent, *, party_id: int | None = None) -> LeadEvent:
    """Append what happened and emit LeadEventRecorded. ``party_id`` is the buyer who said it, else the lead's first.

    Raises Refused: without field where the step can't follow, else naming ``on``, ``value``, ``price``, ``quantity``,
    ``reason`` or ``deliverable``. Leads are created by ``open_lead`` and corrected by ``take_back``.
    """
    if new.kind in (EventKind.CREATED, EventKind.CORRECTED):
        raise ValueError(f"{new.kind} is not recorded here")
    lock_lead(lead)
    kind = check(events_of([lead.id])[lead.id], new)
    event = append(actor, lead, new, kind=kind, party_id=party_id or lead.party_id)
    record(actor, "record_event", "lead", lead.public_id, kind=kind.value, event=event.id)
    emit(LeadEventRecorded(lead.id, event.id))
    return event


def note_seen(actor: Actor, lead: Lead) -> None:
    """Note once that the supplier has read a question that nobody has answered; an officer's look is not his."""
    if not actor.speaks_for(lead.supplier_id):
        return
    lock_lead(lead)
    events = events_of([lead.id])[lead.id]
    if stage_of(events) is Stage.CREATED and not any(event.kind == EventKind.SEEN for event in events):
        record_event(actor, lead, NewEvent(EventKind.SEEN, said_by=SaidBy.SUPPLIER))


def note_still_considering(actor: Actor, lead: Lead) -> LeadEvent:
    """Note that the buyer was asked and is still thinking: a contact, which also puts the next reminder off.

    It is kept as the contact that it is, in words of its own; where the lead stands doesn't change.
    """
    return record_event(actor, lead, NewEvent(EventKind.CONTACTED, words=_STILL_CONSIDERING))
