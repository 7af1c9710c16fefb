"""The outbox: what is to happen after a fact, written in the fact's own transaction and carried out by a worker.

``emit(event)`` writes one row per (event, handler) of the table that ``app`` fills at start. A row is claimed in one
statement, so none runs in two workers at once; one whose worker died is claimed again when its lease has ended.
Handlers must be safe to run twice: they are idempotent by the row's id, or by reading the present state.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Index, String, Text, delete, func, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.clock import now
from marketplace.core.db import Base, BigKey, session

LEASE = timedelta(minutes=2)
TRIES = 8
FIRST_PAUSE = timedelta(seconds=5)
KEPT_FOR = timedelta(days=30)


class OutboxRow(Base):
    """One thing to do: the event's ids, the handler's name, and how far it came."""

    __tablename__ = "outbox_row"
    __table_args__ = (Index(None, "done_at", "buried_at", "due_at"), Index(None, "handler", "done_at"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    event: Mapped[str] = mapped_column(String(64))
    handler: Mapped[str] = mapped_column(String(64))
    payload: Mapped[dict[str, Any]]
    unique_key: Mapped[str | None] = mapped_column(String(120), unique=True)
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    claimed_by: Mapped[str | None] = mapped_column(String(80))
    claimed_until: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    buried_at: Mapped[datetime | None]
    last_error: Mapped[str | None] = mapped_column(Text)


@dataclass(frozen=True)
class Job:
    """A claimed row as its handler gets it."""

    row_id: int
    event: Any


@dataclass(frozen=True)
class Subscription:
    """``run`` does ``name`` after ``event`` happened; it gets up to ``batch`` jobs at once."""

    name: str
    event: type
    run: Callable[[Sequence[Job]], None]
    batch: int = 1


_by_name: dict[str, Subscription] = {}
_by_event: dict[type, list[Subscription]] = {}


def subscribe(subscriptions: Sequence[Subscription]) -> None:
    """Set the whole table of who does what after which event; names are unique."""
    names = [subscription.name for subscription in subscriptions]
    if len(set(names)) != len(names):
        raise ValueError("two subscriptions share a name")
    _by_name.clear()
    _by_event.clear()
    for subscription in subscriptions:
        _by_name[subscription.name] = subscription
        _by_event.setdefault(subscription.event, []).append(subscription)


def emit(event: Any, *, due_at: datetime | None = None) -> None:
    """Write one row per handler of ``event`` (a frozen dataclass of ids), in the caller's transaction."""
    moment = now()
    session.add_all(
        OutboxRow(
            event=type(event).__name__,
            handler=subscription.name,
            payload=asdict(event),
            created_at=moment,
            due_at=due_at or moment,
        )
        for subscription in _by_event.get(type(event), ())
    )


def emit_once(event: Any, key: str) -> bool:
    """Like ``emit`` for the schedule: at most once per ``key``; says whether this call was the one."""
    wanted = {f"{key}/{s.name}": s.name for s in _by_event.get(type(event), ())}
    present = set(session.scalars(select(OutboxRow.unique_key).where(OutboxRow.unique_key.in_(wanted))))
    moment = now()
    missing = {unique: name for unique, name in wanted.items() if unique not in present}
    for unique, name in missing.items():
        session.add(
            OutboxRow(
                event=type(event).__name__,
                handler=name,
                payload=asdict(event),
                unique_key=unique,
                created_at=moment,
                due_at=moment,
            )
        )
    session.flush()
    return bool(missing)


def _waiting() -> Any:
    moment = now()
    return (
        OutboxRow.done_at.is_(None)
        & OutboxRow.buried_at.is_(None)
        & (OutboxRow.due_at <= moment)
        & or_(OutboxRow.claimed_until.is_(None), OutboxRow.claimed_until < moment)
    )


def claim(worker: str) -> list[Job]:
    """Take the oldest waiting row, and where its handler works in batches its like; empty when nothing waits.

    Call it in a transaction of its own and commit before the work begins.
    """
    handler = session.scalar(select(OutboxRow.handler).where(_waiting()).order_by(OutboxRow.id).limit(1))
    if handler is None:
        return []
    subscription = _by_name.get(handler)
    ids = (
        select(OutboxRow.id)
        .where(_waiting(), OutboxRow.handler == handler)
        .order_by(OutboxRow.id)
        .limit(subscription.batch if subscription else 1)
        .with_for_update(skip_locked=True)
    )
    claimed = session.execute(
        update(OutboxRow)
        .where(OutboxRow.id.in_(ids))
        .values(claimed_by=worker, claimed_until=now() + LEASE, tries=OutboxRow.tries + 1)
        .returning(OutboxRow.id, OutboxRow.payload)
        .execution_options(synchronize_session=False)
    ).all()
    if subscription is None:  # the programme that wrote it knew a handler that this one doesn't
        raise LookupError(f"no handler named {handler!r} for outbox rows {[row.id for row in claimed]}")
    return [Job(row.id, subscription.event(**row.payload)) for row in sorted(claimed, key=lambda row: row.id)]


def run(jobs: Sequence[Job], worker: str) -> None:
    """Carry out claimed rows and mark them done, in the caller's writing transaction."""
    ids = [job.row_id for job in jobs]
    rows = session.scalars(select(OutboxRow).where(OutboxRow.id.in_(ids), OutboxRow.claimed_by == worker)).all()
    if len(rows) != len(ids):
        return  # the lease ran out and another worker took them
    _by_name[rows[0].handler].run(jobs)
    for row in rows:
        row.done_at, row.claimed_until = now(), None
    session.flush()


def put_back(jobs: Sequence[Job], error: Exception) -> None:
    """After a failure: due again after a growing pause, buried after the last try."""
    rows = session.scalars(select(OutboxRow).where(OutboxRow.id.in_([job.row_id for job in jobs])))
    for row in rows:
        row.claimed_by = row.claimed_until = None
        row.last_error = f"{type(error).__name__}: {error}"[:2000]
        row.due_at = now() + FIRST_PAUSE * 4 ** (row.tries - 1)
        if row.tries >= TRIES:
            row.buried_at = now()
    session.flush()


def waiting_count(handler: str | None = None) -> int:
    """How many rows are still to be done (due or pausing, not buried)."""
    query = select(func.count()).where(OutboxRow.done_at.is_(None), OutboxRow.buried_at.is_(None))
    if handler:
        query = query.where(OutboxRow.handler == handler)
    return session.scalar(query) or 0


def forget_done() -> None:
    """Drop rows that were done long ago; buried ones stay until somebody has looked at them."""
    session.execute(delete(OutboxRow).where(OutboxRow.done_at < now() - KEPT_FOR))
