"""What waits, what is in hand, and dropping what was done long ago."""

from datetime import timedelta

from sqlalchemy import delete, func, select

from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.outbox.rows import OutboxRow

KEPT_FOR = timedelta(days=30)


def in_hand_count() -> int:
    """How many rows workers are carrying out now."""
    query = select(func.count()).where(OutboxRow.done_at.is_(None), OutboxRow.claimed_until >= now())
    return session.scalar(query) or 0


def waiting_count(handler: str | None = None) -> int:
    """How many rows are still to be done (due or pausing, not buried)."""
    query = select(func.count()).where(OutboxRow.done_at.is_(None), OutboxRow.buried_at.is_(None))
    if handler:
        query = query.where(OutboxRow.handler == handler)
    return session.scalar(query) or 0


def forget_done() -> None:
    """Drop rows that were done long ago; buried ones stay until somebody has looked at them."""
    session.execute(delete(OutboxRow).where(OutboxRow.done_at < now() - KEPT_FOR))
