"""Claiming rows, carrying them out, and putting back what failed.

Thousands of rows may wait at once, after a list was taken: a batch costs a handful of statements, however long it is.
"""

from collections.abc import Sequence
from pathlib import Path
from traceback import extract_tb
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select, update

from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.core.outbox.rows import FIRST_PAUSE, LEASE, TRIES, OutboxRow
from marketplace.core.outbox.subscriptions import Job, Subscription, subscription_named


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


def run(jobs: Sequence[Job], worker: str) -> None:
    """Carry out claimed rows and mark them done; call it outside of any transaction.

    A handler that writes does so in the transaction in which its rows are marked: all or nothing. Who lost the lease
    of any row carries out none: another worker has it.
    """
    ids = [job.row_id for job in jobs]
    with transaction(write=False):
        handlers = session.scalars(select(OutboxRow.handler).where(_in_hand(ids, worker))).all()
    subscription = subscription_named(handlers[0]) if len(handlers) == len(ids) else None
    if subscription is None:
        return
    if not subscription.writes:
        with transaction(write=False):
            subscription.run(jobs)
    with transaction(write=True):
        held = session.scalars(select(OutboxRow.id).where(_in_hand(ids, worker)).with_for_update()).all()
        if subscription.writes:
            if len(held) != len(ids):
                return
            subscription.run(jobs)
        _mark_done(held)


def put_back(jobs: Sequence[Job], worker: str, error: Exception) -> None:
    """After a failure: due again after a growing pause, buried after the last try."""
    for row in session.scalars(select(OutboxRow).where(_in_hand([job.row_id for job in jobs], worker))):
        _put_back(row, _described(error))
    session.flush()


def _waiting() -> ColumnElement[bool]:
    moment = now()
    return and_(
        OutboxRow.done_at.is_(None),
        OutboxRow.buried_at.is_(None),
        OutboxRow.due_at <= moment,
        or_(OutboxRow.claimed_until.is_(None), OutboxRow.claimed_until < moment),
    )


def _in_hand(row_ids: Sequence[int], worker: str) -> ColumnElement[bool]:
    return and_(OutboxRow.id.in_(row_ids), OutboxRow.claimed_by == worker, OutboxRow.done_at.is_(None))


def _take(worker: str, row_id: int, handler: str, tries: int) -> list[Job]:
    subscription = subscription_named(handler)
    alone = tries > 0 or subscription is None
    like_it = (
        select(OutboxRow.id)
        .where(_waiting(), OutboxRow.id == row_id if alone else (OutboxRow.handler == handler) & (OutboxRow.tries == 0))
        .order_by(OutboxRow.id)
        .limit(subscription.batch if subscription else 1)
        .with_for_update(skip_locked=True)
    )
    taken = session.execute(
        update(OutboxRow)
        .where(OutboxRow.id.in_(like_it))
        .values(claimed_by=worker, claimed_until=now() + LEASE, tries=OutboxRow.tries + 1)
        .returning(OutboxRow.id, OutboxRow.payload)
        .execution_options(synchronize_session=False)
    )
    payloads = {row.id: row.payload for row in taken}
    jobs = [job for key in sorted(payloads) if (job := _job(key, payloads[key], subscription))]
    session.flush()
    return jobs


def _job(row_id: int, payload: dict[str, Any], subscription: Subscription | None) -> Job | None:
    """A row's job; None, and put back, when a programme of another version wrote it (it may still be about)."""
    if subscription is None:
        _put_back(session.get_one(OutboxRow, row_id), "no handler of this name")
        return None
    try:
        return Job(row_id, subscription.event(**payload))
    except TypeError:
        _put_back(session.get_one(OutboxRow, row_id), "the event has other fields here")
        return None


def _mark_done(row_ids: Sequence[int]) -> None:
    session.execute(
        update(OutboxRow)
        .where(OutboxRow.id.in_(row_ids))
        .values(done_at=now(), claimed_until=None)
        .execution_options(synchronize_session=False)
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
