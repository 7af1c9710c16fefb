"""Takes a list in portions, each its own transaction; a run that was cut off goes on where it stood."""

from collections.abc import Callable, Iterator, Sequence

from marketplace.catalogue.imports.book import Book
from marketplace.catalogue.imports.kinds import KINDS
from marketplace.catalogue.imports.lists import read_list
from marketplace.catalogue.imports.planning import PlannedRow, plan_rows
from marketplace.catalogue.imports.reports import ImportReport
from marketplace.catalogue.imports.rows import ImportedRow, read_row
from marketplace.catalogue.imports.stored import Portion, next_portion, take
from marketplace.catalogue.models import ImportRun
from marketplace.catalogue.queries.mandates import mandate_of
from marketplace.catalogue.queries.matches import count_again, import_run, told_in, unfinished_run
from marketplace.catalogue.services import begin_taking, note_recount
from marketplace.catalogue.vocabulary.lists import NewList
from marketplace.core.actor import Actor
from marketplace.core.db import transaction

PORTION = 200  # rows: short enough that other writers hardly wait
Progress = Callable[[int, int], None]  # (rows of this portion, rows of the list)


def run_import(
    actor: Actor, kind: str, file_name: str, content: bytes, *, dry_run: bool = False, progress: Progress | None = None
) -> ImportReport:
    """Take a list of ``products`` or ``suppliers`` by command; raises Refused for a wrong file, before any write.

    ``dry_run`` plans all the same and writes nothing. Opens its own transactions, of at most 200 rows each.
    """
    new = read_list(kind, file_name, content)
    report = ImportReport(len(new.lines), new.titles, new.unused, new.left_out)
    if dry_run:
        _plan_all(new, report, progress)
        return report
    with transaction(write=True):
        run = unfinished_run(kind, new.digest) or begin_taking(actor, new)
        report.skipped, report.run = run.rows_done, run.public_id
    del new  # its rows are kept in the database now
    for portion, planned in take_portions(run, actor):
        report.note(planned)
        if progress:
            progress(len(portion.rows), report.row_count - report.skipped)
    report.recounted = recount(run.id)
    return report


def take_portions(run: ImportRun, actor: Actor) -> Iterator[tuple[Portion, list[PlannedRow]]]:
    """Take what is left of a run, portion by portion."""
    with transaction(write=False):
        mandate, told = mandate_of(run, actor), told_in(run.id)
    while portion := next_portion(run.id, PORTION):
        yield portion, take(actor, mandate, portion, told)


def recount(run_id: int) -> int:
    """Count again from the database what the list was about, and keep the figure with it."""
    with transaction(write=True):
        run = import_run(run_id)
        found = count_again(run)
        note_recount(run, found)
        return found


def _plan_all(new: NewList, report: ImportReport, progress: Progress | None) -> None:
    book = Book()
    for start in range(0, len(new.lines), PORTION):
        rows = rows_of(new.lines[start : start + PORTION], new.columns)
        with transaction(write=False):
            report.note(plan_rows(rows, KINDS[new.kind], book))
        if progress:
            progress(len(rows), len(new.lines))


def rows_of(lines: Sequence[tuple[int, tuple[str, ...]]], columns: dict[str, int]) -> list[ImportedRow]:
    """Lines with their cells read."""
    return [read_row(number, cells, columns) for number, cells in lines]
