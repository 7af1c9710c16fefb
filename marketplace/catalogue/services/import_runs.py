"""Lists: handed in, wanted or not, and how far each was taken."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, exists, func, insert, or_, select, update

from marketplace.catalogue.models import ImportRow, ImportRun
from marketplace.catalogue.vocabulary import ListConfirmed, ListHandedIn
from marketplace.catalogue.vocabulary.lists import NewList
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_

_INSERTED_AT_ONCE = 1000
_EMPTY_ROW: dict[str, Any] = {"about": "", "is_done": False, "problems": [], "remarks": [], "told": []}
UNDECIDED_FOR = timedelta(days=14)  # a preview says what the database was like then
ROWS_KEPT_FOR = timedelta(days=90)
NOT_WAITING = N_("Danh sách này không còn chờ quyết định nữa.")


def hand_in(actor: Actor, new: NewList, *, supplier_id: int | None = None) -> ImportRun:
    """Keep a list with its rows; with ``supplier_id`` it is a supplier's own. Emits ListHandedIn: a preview follows."""
    run = _begin(actor, new, "uploaded", supplier_id)
    emit(ListHandedIn(run.id))
    return run


def begin_taking(actor: Actor, new: NewList) -> ImportRun:
    """Keep a list that is taken at once, without a preview: a command does so."""
    return _begin(actor, new, "taking", None)


def confirm_list(actor: Actor, run: ImportRun) -> None:
    """Take the list as its preview said. Raises Refused when that was decided already; emits ListConfirmed."""
    _decide(actor, run, "taking", "confirm_import")
    emit(ListConfirmed(run.id))


def drop_list(actor: Actor, run: ImportRun) -> None:
    """Leave the list. Raises Refused when it was decided already."""
    _decide(actor, run, "dropped", "drop_import")
    run.ended_at = now()
    session.flush()


def note_portion(run: ImportRun, rows: int, outcomes: Counter[str]) -> None:
    """Note that ``rows`` more were taken, in the transaction in which they were."""
    run.rows_done += rows
    run.counts = dict(Counter(run.counts) + outcomes)
    if run.rows_done >= run.row_count:
        run.state, run.ended_at = "ended", now()
    session.flush()


def _decide(actor: Actor, run: ImportRun, state: str, act: str) -> None:
    if run.state != "previewed":
        raise Refused(NOT_WAITING)
    run.state = state
    session.flush()
    record(actor, act, "import_run", run.public_id)


def _begin(actor: Actor, new: NewList, state: str, supplier_id: int | None) -> ImportRun:
    run = ImportRun(
        kind=new.kind,
        state=state,
        file_name=new.file_name[:200],
        file_digest=new.digest,
        account_id=actor.account_id,
        supplier_id=supplier_id,
        header=list(new.titles),
        columns=new.columns,
        unused=list(new.unused),
        left_out=[list(line) for line in new.left_out],
        row_count=len(new.lines),
        rows_seen=0,
        rows_done=0,
        expected={},
        counts={},
        began_at=now(),
    )
    session.add(run)
    session.flush()
    rows: list[dict[str, Any]] = [
        {"run_id": run.id, "number": number, "cells": list(cells)} for number, cells in new.lines
    ]
    for start in range(0, len(rows), _INSERTED_AT_ONCE):
        session.execute(insert(ImportRow), [_EMPTY_ROW | row for row in rows[start : start + _INSERTED_AT_ONCE]])
    record(actor, "begin_import", "import_run", run.public_id, rows=run.row_count)
    return run


def note_rows(rows: Sequence[dict[str, Any]]) -> None:
    """Set what is known of stored rows now, each given by its ``id``."""
    session.execute(update(ImportRow), list(rows))


def note_seen(run: ImportRun, rows: int) -> None:
    """Note that so many rows have their preview; with the last one it can be decided about."""
    run.rows_seen = rows
    if rows >= run.row_count and run.state == "uploaded":
        counts = select(ImportRow.outcome, func.count()).where(ImportRow.run_id == run.id).group_by(ImportRow.outcome)
        run.expected = {str(outcome): count for outcome, count in session.execute(counts)}
        run.state = "previewed"
    session.flush()


def note_recount(run: ImportRun, found: int) -> None:
    """Keep what was counted again after the last commit."""
    run.recounted = found
    session.flush()


def list_goes_on(run_id: int) -> None:
    """Have a worker take what is left. Emits ListConfirmed."""
    emit(ListConfirmed(run_id))


def forget_old_lists() -> list[str]:
    """Drop the rows of lists that ended long ago, for they hold names and phones, and lists that nobody wanted.

    What came of a list (its counts) stays. Gives the public ids of the runs whose rows are gone now.
    """
    session.execute(
        update(ImportRun)
        .where(ImportRun.state.in_(("uploaded", "previewed")), ImportRun.began_at < now() - UNDECIDED_FOR)
        .values(state="dropped", ended_at=now())
        .execution_options(synchronize_session=False)
    )
    old = select(ImportRun.id, ImportRun.public_id).where(
        or_(
            (ImportRun.state == "ended") & (ImportRun.ended_at < now() - ROWS_KEPT_FOR),
            ImportRun.state == "dropped",
        ),
        exists().where(ImportRow.run_id == ImportRun.id),
    )
    runs = session.execute(old).all()
    for run in runs:
        session.execute(delete(ImportRow).where(ImportRow.run_id == run.id))
    return [run.public_id for run in runs]
