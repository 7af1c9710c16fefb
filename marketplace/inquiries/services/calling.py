"""What a supplier said on the telephone, written down by an officer as his word for the supplier."""

from marketplace.core.actor import Actor
from marketplace.inquiries.queries import Asked
from marketplace.inquiries.vocabulary import Quote
from marketplace.leads.models import LeadEvent
from marketplace.leads.services import record_event
from marketplace.leads.vocabulary import EventKind, NewEvent, SaidBy


def quote_for_supplier(actor: Actor, asked: Asked, quote: Quote) -> LeadEvent:
    """The supplier has it, at this price. Raises Refused (``price``)."""
    return record_event(
        actor,
        asked.lead,
        NewEvent(
            EventKind.QUOTED,
            said_by=SaidBy.OFFICER,
            price=quote.price,
            price_unit=quote.price_unit,
            deliverable=quote.deliverable,
            words=quote.words or None,
        ),
    )


def contacted_for_supplier(actor: Actor, asked: Asked) -> LeadEvent:
    """The supplier says that the buyer was spoken with. Raises Refused where the lead is closed."""
    return record_event(actor, asked.lead, NewEvent(EventKind.CONTACTED, said_by=SaidBy.OFFICER))


def decline_for_supplier(actor: Actor, asked: Asked, reason: str, words: str) -> LeadEvent:
    """The supplier can't or won't sell. Raises Refused (``reason``)."""
    new = NewEvent(EventKind.LOST, said_by=SaidBy.OFFICER, reason=reason, words=words or None)
    return record_event(actor, asked.lead, new)
