"""The outbox: what is to happen after a fact, written in the fact's own transaction and carried out by a worker.

``emit(event)`` writes one row per (event, handler) of the table that ``app`` fills at start. A row is claimed in one
statement, so none runs in two workers at once; one whose worker died is claimed again when its lease has ended.
Handlers must be safe to run twice: they are idempotent by the row's id, or by reading the present state.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from traceback import extract_tb
from typing import Any

from sqlalchemy import Index, Select, String, Text, delete, func, insert, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.clock import now
from marketplace.core.db import Base, BigKey, session, transaction

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
    """``run`` does ``name`` after ``event`` happened; it gets up to ``batch`` jobs at once.

    ``writes=False`` for one that only reads the database (it mails, it indexes): the writers need not wait for it.
    """

    name: str
    event: type
    run: Callable[[Sequence[Job]], None]
    batch: int = 1
    writes: bool = True


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
    handlers = _by_event.get(type(event), ())
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
        for subscription in _by_event.get(type(event), ())
    ]
    if rows:
        session.execute(insert(OutboxRow), rows)


def emit_once(event: Any, key: str) -> bool:
    """Like ``emit`` for the schedule: at most once per ``key``; says whether this call was the one."""
    wanted = {f"{key}/{s.name}": s.name for s in _by_event.get(type(event), ())}
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

    Call it in a transaction of its own and commit before the work begins. What failed before is taken alone, so that
    one bad row can't bury those that were tried with it. What nobody here can carry out is put back, not raised: it
    must not stop those that wait behind it.
    """
    oldest = select(OutboxRow.id, OutboxRow.handler, OutboxRow.tries).where(_waiting()).order_by(OutboxRow.id).limit(1)
    while first := session.execute(oldest.with_for_update(skip_locked=True)).one_or_none():
        if first.tries >= TRIES:
            _bury(first.id, "its worker died at every try")
        elif jobs := _take(worker, *first):
            return jobs
    return []


def _take(worker: str, row_id: int, handler: str, tries: int) -> list[Job]:
    subscription = _by_name.get(handler)
    alone = tries > 0 or subscription is None
    like_it = (
        select(OutboxRow.id)
        .where(_waiting(), OutboxRow.id == row_id if alone else (OutboxRow.handler == handler) & (OutboxRow.tries == 0))
        .order_by(OutboxRow.id)
        .limit(subscription.batch if subscription else 1)
        .with_for_update(skip_locked=True)
    )
    taken = session.scalars(
        update(OutboxRow)
        .where(OutboxRow.id.in_(like_it))
        .values(claimed_by=worker, claimed_until=now() + LEASE, tries=OutboxRow.tries + 1)
        .returning(OutboxRow.id)
        .execution_options(synchronize_session=False)
    ).all()
    rows = session.scalars(select(OutboxRow).where(OutboxRow.id.in_(taken)).order_by(OutboxRow.id)).all()
    jobs = [job for row in rows if (job := _job_of(row))]
    session.flush()
    return jobs


def _job_of(row: OutboxRow) -> Job | None:
    """The row's job; None, and put back, when a programme of another version wrote it (it may still be about)."""
    subscription = _by_name.get(row.handler)
    if subscription is None:
        _put_back(row, "no handler of this name")
        return None
    try:
        return Job(row.id, subscription.event(**row.payload))
    except TypeError:
        _put_back(row, "the event has other fields here")
        return None


def run(jobs: Sequence[Job], worker: str) -> None:
    """Carry out claimed rows and mark them done; call it outside of any transaction.

    A handler that writes does so in the transaction in which its rows are marked: all or nothing.
    """
    ids = [job.row_id for job in jobs]
    with transaction(write=False):
        rows = session.scalars(_in_hand(ids, worker)).all()
    if len(rows) != len(ids):
        return  # the lease ran out and another worker took them
    subscription = _by_name[rows[0].handler]
    if not subscription.writes:
        with transaction(write=False):
            subscription.run(jobs)
    with transaction(write=True):
        rows = session.scalars(_in_hand(ids, worker).with_for_update()).all()
        if subscription.writes and len(rows) == len(ids):
            subscription.run(jobs)
        for row in rows:
            row.done_at, row.claimed_until = now(), None
        session.flush()


def put_back(jobs: Sequence[Job], worker: str, error: Exception) -> None:
    """After a failure: due again after a growing pause, buried after the last try."""
    for row in session.scalars(_in_hand([job.row_id for job in jobs], worker)).all():
        _put_back(row, _described(error))
    session.flush()


def _in_hand(row_ids: Sequence[int], worker: str) -> Select[OutboxRow]:
    return select(OutboxRow).where(
        OutboxRow.id.in_(row_ids), OutboxRow.claimed_by == worker, OutboxRow.done_at.is_(None)
    )


def _put_back(row: OutboxRow, reason: str) -> None:
    row.claimed_by = row.claimed_until = None
    row.last_error = reason
    row.due_at = now() + FIRST_PAUSE * 4 ** (row.tries - 1)
    if row.tries >= TRIES:
        row.buried_at = now()


def _bury(row_id: int, reason: str) -> None:
    row = session.get_one(OutboxRow, row_id)
    row.buried_at, row.last_error = now(), reason
    session.flush()


def _described(error: Exception) -> str:
    """Which error, and where: its message may hold a name or an address, and those are erased elsewhere."""
    frames = extract_tb(error.__traceback__)
    where = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return type(error).__name__ + where


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
