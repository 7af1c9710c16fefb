"""Persons by account, and those of whom nothing was heard for long."""

from datetime import datetime

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import aliased

from marketplace.core.db import session
from marketplace.leads.models import Lead, LeadEvent, Message, Party


def parties_of_account(account_id: int) -> list[Party]:
    """The rows in which this account named itself and that are not erased."""
    query = select(Party).where(Party.account_id == account_id, Party.erased_at.is_(None))
    return list(session.scalars(query.order_by(Party.id)))


def party_by_id(party_id: int) -> Party | None:
    """A buyer by his key, for the worker."""
    return session.get(Party, party_id)


def quiet_parties(since: datetime, limit: int) -> list[Party]:
    """Buyers who are not erased and in whose leads nothing was recorded since then, at most ``limit``, oldest first."""
    in_own_lead = exists().where(
        Lead.party_id == Party.id, LeadEvent.lead_id == Lead.id, LeadEvent.recorded_at >= since
    )
    joined, later = aliased(LeadEvent), aliased(LeadEvent)
    in_joined_lead = exists().where(
        joined.party_id == Party.id, later.lead_id == joined.lead_id, later.recorded_at >= since
    )
    in_words = exists().where(Message.party_id == Party.id, Message.written_at >= since)
    busy = or_(in_own_lead, in_joined_lead, in_words)
    query = select(Party).where(Party.erased_at.is_(None), Party.created_at < since, ~busy)
    return list(session.scalars(query.order_by(Party.id).limit(limit)))
