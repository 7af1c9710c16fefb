"""Persons by account, and those of whom nothing was heard for long."""

from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import aliased

from marketplace.core.db import session
from marketplace.leads.models import Lead, LeadEvent, Message, Party
from marketplace.leads.vocabulary import SaidBy


def parties_of_account(account_id: int) -> list[Party]:
    """The rows in which this account named itself and that are not erased."""
    query = select(Party).where(Party.account_id == account_id, Party.erased_at.is_(None))
    return list(session.scalars(query.order_by(Party.id)))


def written_to(party_id: int) -> ColumnElement[bool]:
    """Condition: the event is the other side's, in a lead in which this buyer had asked by then."""
    asked = aliased(LeadEvent)
    before = exists().where(asked.lead_id == LeadEvent.lead_id, asked.party_id == party_id, asked.id < LeadEvent.id)
    return before & (LeadEvent.said_by != SaidBy.BUYER)


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
