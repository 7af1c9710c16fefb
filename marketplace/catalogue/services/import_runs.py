"""Lists: handed in, wanted or not, and how far each was taken."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert

from marketplace.catalogue.models import ImportRow, ImportRun
from marketplace.catalogue.vocabulary import ListConfirmed, ListHandedIn
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_

NOT_WAITING = N_("Danh sách này không còn chờ quyết định nữa.")


@dataclass(frozen=True)
class NewList:
    """A list as it was read, before anybody decided about it. ``lines`` are (line number, cells)."""

    kind: str
    file_name: str
    digest: str
    titles: tuple[str, ...]
    columns: dict[str, int]
    unused: tuple[str, ...]
    left_out: tuple[tuple[int, str], ...]
    lines: Sequence[tuple[int, tuple[str, ...]]]


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
    if rows:
        session.execute(
            insert(ImportRow),
            [{**row, "about": "", "is_done": False, "problems": [], "remarks": [], "told": []} for row in rows],
        )
    record(actor, "begin_import", "import_run", run.public_id, rows=run.row_count)
    return run


def begin_run(actor: Actor, kind: str, file_name: str, digest: str, row_count: int) -> ImportRun:
    """Note that a list is being taken."""
    run = begin_taking(actor, NewList(kind, file_name, digest, (), {}, (), (), ()))
    run.row_count = row_count
    session.flush()
    return run
