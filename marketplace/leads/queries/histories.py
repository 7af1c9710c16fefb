"""The events of leads, and the words that belong to them."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select

from marketplace.core.db import session
from marketplace.leads.models import LeadEvent, Message


def events_of(lead_ids: Sequence[int]) -> dict[int, list[LeadEvent]]:
    """All events of these leads in the order of recording, corrections too; a lead without any has an empty list."""
    found: dict[int, list[LeadEvent]] = defaultdict(list)
    query = select(LeadEvent).where(LeadEvent.lead_id.in_(lead_ids)).order_by(LeadEvent.id)
    for event in session.scalars(query):
        found[event.lead_id].append(event)
    return {lead_id: found[lead_id] for lead_id in lead_ids}


def event_by_id(event_id: int) -> LeadEvent | None:
    """An event by its key, for the worker."""
    return session.get(LeadEvent, event_id)


def words_of(message_ids: Sequence[int]) -> dict[int, str]:
    """The bodies of messages by their keys; erased ones are left out."""
    query = select(Message.id, Message.body).where(Message.id.in_(message_ids), Message.erased_at.is_(None))
    return {row.id: row.body for row in session.execute(query)}
