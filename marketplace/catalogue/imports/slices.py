"""What a worker does with lists that were handed in on a page: a preview, then slices that leave others their turn."""

import time

from marketplace.catalogue.imports.book import Book
from marketplace.catalogue.imports.kinds import KINDS
from marketplace.catalogue.imports.planning import plan_rows
from marketplace.catalogue.imports.rows import read_row
from marketplace.catalogue.imports.running import PORTION, recount, take_portions
from marketplace.catalogue.imports.stored import noted
from marketplace.catalogue.queries.mandates import actor_of_run, mandate_of
from marketplace.catalogue.queries.matches import import_run, rows_from
from marketplace.catalogue.services import list_goes_on, note_rows, note_seen
from marketplace.core.db import transaction

SLICE = 2.0  # seconds; mails and the index wait no longer for a list


def preview_run(run_id: int) -> None:
    """Say for every row what it would do, as the database is now; nothing else is written."""
    with transaction(write=False):
        run = import_run(run_id)
        if run.state != "uploaded":
            return
        book, columns = Book(mandate=mandate_of(run, actor_of_run(run))), run.columns
    after, seen = 0, 0
    while seen < run.row_count:
        with transaction(write=False):
            stored = rows_from(run_id, after, PORTION)
            rows = [read_row(row.number, row.cells, columns) for row in stored]
            planned = plan_rows(rows, KINDS[run.kind], book)
        after, seen = stored[-1].number, seen + len(stored)
        with transaction(write=True):
            note_rows([noted(row.id, plan) for row, plan in zip(stored, planned, strict=True)])
            note_seen(import_run(run_id), seen)


def take_slice(run_id: int) -> bool:
    """Take as many portions as fit into a slice; what is left comes again when others have had their turn.

    Says whether the list has ended.
    """
    with transaction(write=False):
        run = import_run(run_id)
        actor = actor_of_run(run)
    began = time.monotonic()
    for _portion, _planned in take_portions(run, actor):
        if time.monotonic() - began > SLICE:
            break
    with transaction(write=False):
        run = import_run(run_id)
    if run.state == "taking":
        with transaction(write=True):
            list_goes_on(run_id)
    elif run.state == "ended" and run.recounted is None:
        recount(run_id)
    return run.state == "ended"
