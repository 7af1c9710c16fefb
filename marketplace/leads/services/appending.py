"""The one place where an event is appended to a lead's history."""

from sqlalchemy import select

from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.leads.models import Lead, LeadEvent, Message
from marketplace.leads.vocabulary import Evidence, NewEvent, NewLead


def lock_lead(lead: Lead) -> None:
    """Have other writers of this lead wait, so that each sees the history that the other leaves.

    SQLite's one writer makes this superfluous there. ``NO KEY UPDATE``: rows that only name the lead need not wait.
    """
    session.execute(select(Lead.id).where(Lead.id == lead.id).with_for_update(key_share=True))


def append(
    actor: Actor, lead: Lead, new: NewEvent | NewLead, *, kind: str, party_id: int, corrects_id: int | None = None
) -> LeadEvent:
    """Append an event about the buyer ``party_id``; its words are his too, so that erasing him empties them."""
    event = LeadEvent(
        lead_id=lead.id,
        kind=str(kind),
        occurred_at=new.occurred_at or now(),
        day_only=new.day_only,
        recorded_at=now(),
        said_by=str(new.said_by),
        account_id=actor.account_id,
        party_id=party_id,
        quantity=new.quantity.amount if new.quantity else None,
        unit=new.quantity.unit if new.quantity else None,
        grams=new.quantity.grams if new.quantity else None,
        message_id=_kept_words(party_id, new.words),
        corrects_id=corrects_id,
        **(_asked(new) if isinstance(new, NewLead) else _said(new)),
    )
    session.add(event)
    session.flush()
    return event


def _asked(new: NewLead) -> dict[str, object]:
    every = str(new.quantity.every) if new.quantity else None
    return {"evidence": Evidence.TOLD.value, "every": every, "wanted_by": new.wanted_by}


def _said(new: NewEvent) -> dict[str, object]:
    return {
        "evidence": Evidence(new.evidence).value,
        "value": new.value,
        "price": new.price,
        "price_unit": new.price_unit if new.price else None,
        "deliverable": str(new.deliverable) if new.deliverable else None,
        "reason": str(new.reason) if new.reason else None,
    }


def _kept_words(party_id: int, words: str | None) -> int | None:
    if not words:
        return None
    message = Message(party_id=party_id, body=words, written_at=now())
    session.add(message)
    session.flush()
    return message.id
