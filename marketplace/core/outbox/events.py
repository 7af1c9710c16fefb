"""Saying that something happened: one row for each who acts on it, in the caller's transaction."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.outbox.rows import OutboxRow
from marketplace.core.outbox.subscriptions import subscriptions_to


def emit(event: Any, *, due_at: datetime | None = None) -> None:
    """Write one row per handler of ``event`` (a frozen dataclass of ids), in the caller's transaction."""
    handlers = subscriptions_to(type(event))
    session.add_all(_row(event, subscription.name, due_at=due_at or now()) for subscription in handlers)


def emit_all(events: Sequence[Any]) -> None:
    """Like ``emit`` for many events, in one statement."""
    moment = now()
    rows: list[dict[str, Any]] = [
        {
            "event": type(event).__name__,
            "handler": subscription.name,
            "payload": asdict(event),
            "created_at": moment,
            "due_at": moment,
            "tries": 0,
        }
        for event in events
        for subscription in subscriptions_to(type(event))
    ]
    if rows:
        session.execute(insert(OutboxRow), rows)


def emit_once(event: Any, key: str) -> bool:
    """Like ``emit`` for the schedule: at most once per ``key``; says whether this call was the one."""
    wanted = {f"{key}/{s.name}": s.name for s in subscriptions_to(type(event))}
    present = set(session.scalars(select(OutboxRow.unique_key).where(OutboxRow.unique_key.in_(wanted))))
    missing = {unique: name for unique, name in wanted.items() if unique not in present}
    session.add_all(_row(event, name, due_at=now(), unique_key=unique) for unique, name in missing.items())
    session.flush()
    return bool(missing)


def _row(event: Any, handler: str, *, due_at: datetime, unique_key: str | None = None) -> OutboxRow:
    return OutboxRow(
        event=type(event).__name__,
        handler=handler,
        payload=asdict(event),
        unique_key=unique_key,
        created_at=now(),
        due_at=due_at,
    )
