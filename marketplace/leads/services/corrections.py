"""Taking back what was recorded by mistake: a new event, for the old one can't be changed."""

from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_
from marketplace.leads.models import Lead, LeadEvent
from marketplace.leads.queries import events_of
from marketplace.leads.services.appending import append, lock_lead
from marketplace.leads.vocabulary import (
    EventKind,
    LeadEventRecorded,
    NewEvent,
    carries_later,
    may_take_back,
    standing_events,
)

_NOT_YOURS = N_("Chỉ rút lại được điều chính bên bạn đã ghi.")
_ALREADY = N_("Điều này đã được rút lại rồi.")
_CARRIES = N_("Sau khi mở lại đã ghi thêm bước khác. Hãy rút lại bước ấy trước.")


def take_back(actor: Actor, lead: Lead, event: LeadEvent) -> LeadEvent:
    """Append a correction that takes ``event`` back, and emit LeadEventRecorded.

    Raises Refused for what the other side said, for what nobody can unsay (a question, a look), for the second time,
    and for a reopening after which more was recorded.
    """
    lock_lead(lead)
    if event.lead_id != lead.id or not may_take_back(event):
        raise Refused(_NOT_YOURS)
    standing = standing_events(events_of([lead.id])[lead.id])
    if event.id not in {other.id for other in standing}:
        raise Refused(_ALREADY)
    if carries_later(event, standing):
        raise Refused(_CARRIES)
    correction = append(
        actor,
        lead,
        NewEvent(EventKind.CORRECTED),
        kind=EventKind.CORRECTED,
        party_id=lead.party_id,
        corrects_id=event.id,
    )
    record(actor, "take_back_event", "lead", lead.public_id, kind=event.kind, event=event.id)
    emit(LeadEventRecorded(lead.id, correction.id))
    return correction
