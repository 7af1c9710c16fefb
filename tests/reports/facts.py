"""Leads and events written as they would stand in the table, with any moments; nothing of a buyer matters here."""

from datetime import datetime
from typing import Any

from marketplace.core.clock import ZONE
from marketplace.core.db import session
from marketplace.leads.models import Lead, LeadEvent, Party
from marketplace.suppliers.models import Supplier

BUYER = "Người mua Bí mật"


def at(text: str) -> datetime:
    """A moment on the clocks of Asia/Ho_Chi_Minh: "2026-11-23 09:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def ask(supplier: Supplier, when: str, recorded: str | None = None, **copies: Any) -> Lead:
    """A lead with its first event; places are copied from the supplier. Call it inside a writing transaction."""
    party = Party(created_at=at(when), name=BUYER, phone="+84900000077", email="bi-mat@example.org")
    session.add(party)
    session.flush()
    given = {
        "channel": "form",
        "class_code": "I.3.b",
        "place_id": supplier.place_id,
        "legacy_place_id": supplier.legacy_place_id,
        "province_id": supplier.province_id,
    }
    lead = Lead(supplier_id=supplier.id, party_id=party.id, created_at=at(recorded or when), **{**given, **copies})
    session.add(lead)
    session.flush()
    tell(lead, "created", when, recorded, said_by="buyer")
    return lead


def tell(lead: Lead, kind: str, when: str, recorded: str | None = None, **values: Any) -> LeadEvent:
    """Something happened to the lead, and was recorded at once unless said otherwise."""
    given = {"said_by": "supplier", "reason": "price" if kind == "lost" else None}
    event = LeadEvent(
        lead_id=lead.id, kind=kind, occurred_at=at(when), recorded_at=at(recorded or when), **{**given, **values}
    )
    session.add(event)
    session.flush()
    return event


def take_back(event: LeadEvent, when: str) -> LeadEvent:
    """The event was a mistake."""
    lead = session.get_one(Lead, event.lead_id)
    return tell(lead, "corrected", when, said_by="supplier", corrects_id=event.id)
