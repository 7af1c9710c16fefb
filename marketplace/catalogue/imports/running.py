"""Takes a list in portions, each its own transaction; a run that was cut off goes on where it stood."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from marketplace.catalogue.imports.columns import find_header
from marketplace.catalogue.imports.reading_file import read_table
from marketplace.catalogue.imports.rows import ImportedRow, Problem, read_rows
from marketplace.catalogue.imports.taking import Take, take_product, take_supplier
from marketplace.catalogue.imports.told import Taking, Told
from marketplace.catalogue.models import Product
from marketplace.catalogue.queries.matches import count_again, import_run, unfinished_run
from marketplace.catalogue.services import begin_run, note_portion
from marketplace.core.actor import Actor
from marketplace.core.db import Transaction, savepoint, transaction
from marketplace.core.errors import Conflict, Refused
from marketplace.core.texts import N_
from marketplace.suppliers.models import Supplier

PORTION = 200  # rows: short enough that other writers hardly wait
NO_ROWS = N_("Danh sách này không có dòng nào dưới hàng tiêu đề.")
Progress = Callable[[int, int], None]  # (rows of this portion, rows of the list)


@dataclass(frozen=True)
class Kind:
    """A kind of list: what takes its rows, the column that it can't do without, and what it is about."""

    take: Take
    needed: str
    table: type[Product] | type[Supplier]


KINDS = {
    "products": Kind(take_product, "name", Product),
    "suppliers": Kind(take_supplier, "supplier", Supplier),
}


@dataclass
class RefusedRow:
    """A row that wasn't taken, and why."""

    row: ImportedRow
    problems: tuple[Problem, ...]


@dataclass
class ImportReport:
    """What became of a list. ``counts`` rows by outcome: created, changed, unchanged (found again), refused.

    ``outcomes`` has (line, outcome, what the row is about) of every row, in the list's order.
    ``subjects`` are the keys of the products (or suppliers) that its rows are about; ``recounted`` how many of them
    the database has, counted after the last commit. ``skipped`` rows were taken by an earlier run that was cut off.
    """

    row_count: int
    unused_columns: tuple[str, ...]
    counts: Counter[str] = field(default_factory=Counter)
    outcomes: list[tuple[int, str, str]] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    subjects: set[int] = field(default_factory=set)
    told: Told = field(default_factory=Told)
    skipped: int = 0
    recounted: int = 0

    @property
    def taken(self) -> int:
        """Rows that were taken or recognised."""
        return self.counts["created"] + self.counts["changed"] + self.counts["unchanged"]


def run_import(
    actor: Actor, kind: str, file_name: str, content: bytes, *, dry_run: bool = False, progress: Progress | None = None
) -> ImportReport:
    """Take a list of ``products`` or ``suppliers``; raises Refused for a wrong file, before anything is written.

    ``dry_run`` does all the same and keeps none of it, so that a preview says what would really happen. Opens its
    own transactions, of at most 200 rows each.
    """
    wanted = KINDS[kind]
    table = read_table(content)
    header = find_header(table.rows, wanted.needed)
    rows = list(read_rows(table.rows, header))
    if not rows:
        raise Refused(NO_ROWS)
    report = ImportReport(len(rows), header.unused)
    run_id, done = (None, 0) if dry_run else _begin(actor, kind, file_name, content, len(rows))
    report.skipped = done
    for portion in _portions(rows[done:]):
        if dry_run:
            report.told = Told()  # what was taken back leaves keys that are given again
        with transaction(write=True) as current:
            outcomes = Counter(_noted(actor, row, wanted, report) for row in portion)
            report.counts += outcomes
            _keep(current, run_id, len(portion), outcomes)
        if progress:
            progress(len(portion), len(rows) - done)
    if not dry_run:
        with transaction(write=False):
            report.recounted = count_again(wanted.table, sorted(report.subjects))
    return report


def _begin(actor: Actor, kind: str, file_name: str, content: bytes, row_count: int) -> tuple[int, int]:
    """Key of the run, and how many rows an earlier, cut-off run of the same list has done."""
    digest = sha256(content).hexdigest()
    with transaction(write=True):
        run = unfinished_run(kind, digest) or begin_run(actor, kind, file_name, digest, row_count)
        return run.id, run.rows_done


def _keep(current: Transaction, run_id: int | None, rows: int, outcomes: Counter[str]) -> None:
    if run_id is None:
        current.abandon()
    else:
        note_portion(import_run(run_id), rows, outcomes)


def _portions(rows: Sequence[ImportedRow]) -> Iterator[Sequence[ImportedRow]]:
    return (rows[start : start + PORTION] for start in range(0, len(rows), PORTION))


def _noted(actor: Actor, row: ImportedRow, wanted: Kind, report: ImportReport) -> str:
    outcome = _take_row(actor, row, wanted.take, report)
    report.outcomes.append((row.number, outcome, str(row.get(wanted.needed) or "-")))
    return outcome


def _take_row(actor: Actor, row: ImportedRow, take: Take, report: ImportReport) -> str:
    """A refused row leaves nothing half-written; the good ones are taken without it."""
    if row.problems:
        report.refused.append(RefusedRow(row, row.problems))
        return "refused"
    taking = Taking(actor, row, report.told)
    try:
        with savepoint():
            report.subjects.add(take(taking))
    except (Refused, Conflict) as error:
        report.refused.append(RefusedRow(row, (Problem("", error.message, error.params),)))
        return "refused"
    report.told.note(row.number, taking.things)
    if taking.created:
        return "created"
    return "changed" if taking.changed else "unchanged"
