"""Leads as the house itself opens them, each in a transaction of its own."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from marketplace.core.actor import STRANGER, Actor
from marketplace.core.db import session, transaction
from marketplace.core.text import Quantity
from marketplace.leads.models import Lead, LeadEvent
from marketplace.leads.queries import events_of
from marketplace.leads.services import find_party, open_lead, record_event
from marketplace.leads.vocabulary import Contact, NewEvent, NewLead
from marketplace.suppliers.models import Supplier

TWO_TONNES = Quantity(Decimal(2), "tấn", 2_000_000)
THU = Contact(name="Chị Thu", phone="+84900000045", place_text="Hà Nội")
WORDS = "Cần sợi nhỏ, đóng bao 10 kg."


def ask(supplier: Supplier, *, contact: Contact = THU, **values: Any) -> Lead:
    """A buyer asks the supplier: two tonnes, in words."""
    given: dict[str, Any] = {"channel": "form", "quantity": TWO_TONNES, "words": WORDS, **values}
    with transaction(write=True):
        party = find_party(STRANGER, contact)
        return open_lead(STRANGER, NewLead(supplier_id=supplier.id, party_id=party.id, **given))


def happened(actor: Actor, lead: Lead, kind: str, **values: Any) -> LeadEvent:
    """Something is recorded of the lead."""
    with transaction(write=True):
        return record_event(actor, lead, NewEvent(kind, **values))


def kinds_of(lead: Lead) -> list[str]:
    """The kinds of the lead's events in the order of recording."""
    with transaction(write=False):
        return [event.kind for event in events_of([lead.id])[lead.id]]


def all_leads() -> Sequence[Lead]:
    """Every lead there is."""
    with transaction(write=False):
        leads = session.scalars(select(Lead).order_by(Lead.id)).all()
        session.expunge_all()  # a rolled back session would empty them
    return leads
