"""Noting how far a list was taken."""

from collections import Counter

from marketplace.catalogue.models import ImportRun
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session


def begin_run(actor: Actor, kind: str, file_name: str, digest: str, row_count: int) -> ImportRun:
    """Note that a list is being taken."""
    run = ImportRun(
        kind=kind,
        file_name=file_name[:200],
        file_digest=digest,
        account_id=actor.account_id,
        row_count=row_count,
        rows_done=0,
        counts={},
        began_at=now(),
    )
    session.add(run)
    session.flush()
    record(actor, "begin_import", "import_run", run.public_id, rows=row_count)
    return run


def note_portion(run: ImportRun, rows: int, outcomes: Counter[str]) -> None:
    """Note that ``rows`` more were taken, in the transaction in which they were."""
    run.rows_done += rows
    run.counts = dict(Counter(run.counts) + outcomes)
    if run.rows_done >= run.row_count:
        run.ended_at = now()
    session.flush()
