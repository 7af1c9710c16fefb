"""Lists that are being taken: which, how far, and what they have told."""

from collections.abc import Sequence

from sqlalchemy import func, select

from marketplace.catalogue.models import ImportRow, ImportRun, Product
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier


def unfinished_run(kind: str, digest: str) -> ImportRun | None:
    """The run of this very list that a command began and that was cut off, if there is one."""
    query = select(ImportRun).where(
        ImportRun.kind == kind,
        ImportRun.file_digest == digest,
        ImportRun.state == "taking",
        ImportRun.account_id.is_(None),
    )
    return session.scalars(query.order_by(ImportRun.id.desc()).limit(1)).one_or_none()


def import_run(run_id: int) -> ImportRun:
    """A run by its key."""
    return session.scalars(select(ImportRun).where(ImportRun.id == run_id)).one()


def run_named(public_id: str) -> ImportRun:
    """A run by its public id."""
    return session.scalars(select(ImportRun).where(ImportRun.public_id == public_id)).one()


def run_in_hand(run_id: int) -> ImportRun:
    """A run by its key, locked: two who take one list at the same time take turns."""
    return session.scalars(select(ImportRun).where(ImportRun.id == run_id).with_for_update()).one()


def rows_from(run_id: int, after: int, limit: int) -> Sequence[ImportRow]:
    """The rows after this line, in the list's order."""
    query = select(ImportRow).where(ImportRow.run_id == run_id, ImportRow.number > after)
    return session.scalars(query.order_by(ImportRow.number).limit(limit)).all()


def last_line_done(run_id: int) -> int:
    """The last line that was taken; 0 where none was."""
    query = select(func.max(ImportRow.number)).where(ImportRow.run_id == run_id, ImportRow.is_done)
    return session.scalar(query) or 0


def told_in(run_id: int) -> dict[tuple[str, int], int]:
    """(kind, key) of all things that the rows taken so far have told of → the first line that did."""
    query = select(ImportRow.number, ImportRow.told).where(ImportRow.run_id == run_id, ImportRow.is_done)
    told: dict[tuple[str, int], int] = {}
    for number, things in session.execute(query.order_by(ImportRow.number)):
        for kind, key in things:
            told.setdefault((kind, key), number)
    return told


def count_again(run: ImportRun) -> int:
    """How many products (or suppliers) of this list the database has: a count taken after the commit."""
    table = Product if run.kind == "products" else Supplier
    subjects = select(ImportRow.subject_id).where(ImportRow.run_id == run.id, ImportRow.is_done)
    return session.scalar(select(func.count()).select_from(table).where(table.id.in_(subjects))) or 0
