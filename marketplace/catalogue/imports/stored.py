"""Rows that are kept with their run: read, planned, and marked with what became of them."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from marketplace.catalogue.imports.book import Book, told_by
from marketplace.catalogue.imports.kinds import KINDS
from marketplace.catalogue.imports.planning import PlannedRow, plan_rows
from marketplace.catalogue.imports.rows import ImportedRow, Problem, read_row
from marketplace.catalogue.queries.matches import import_run, last_line_done, rows_from, run_in_hand
from marketplace.catalogue.services import keep_drafts, note_portion, note_rows
from marketplace.catalogue.vocabulary.mandates import Mandate
from marketplace.core.actor import Actor
from marketplace.core.db import transaction
from marketplace.core.errors import Conflict

Told = dict[tuple[str, int], int]


@dataclass(frozen=True)
class Portion:
    """The next rows of a run, read without holding anything. ``keys`` are those of the stored rows."""

    run_id: int
    kind: str
    done: int
    keys: tuple[int, ...]
    rows: tuple[ImportedRow, ...]

    def part(self, start: int, end: int) -> "Portion":
        """Some of it."""
        return Portion(self.run_id, self.kind, self.done + start, self.keys[start:end], self.rows[start:end])


def next_portion(run_id: int, size: int) -> Portion | None:
    """The rows that are next; None when all are done, or nobody wants the list any more."""
    with transaction(write=False):
        run = import_run(run_id)
        if run.state != "taking" or run.rows_done >= run.row_count:
            return None
        stored, columns = rows_from(run_id, last_line_done(run_id), size), run.columns
    rows = tuple(read_row(row.number, row.cells, columns) for row in stored)
    return Portion(run_id, run.kind, run.rows_done, tuple(row.id for row in stored), rows)


def take(actor: Actor, mandate: Mandate, portion: Portion, told: Told) -> list[PlannedRow]:
    """Take a portion in one transaction; ``told`` is completed by what its rows tell of.

    Where a constraint refuses the whole, the halves are tried alone: in the end only the row is refused that
    can't be. Gives nothing when somebody else has taken these rows meanwhile.
    """
    try:
        return _take(actor, mandate, portion, told)
    except Conflict as error:
        if len(portion.rows) == 1:
            return _refuse(portion, Problem("", error.message, error.params))
        half = len(portion.rows) // 2
        first = take(actor, mandate, portion.part(0, half), told)
        return first + take(actor, mandate, portion.part(half, len(portion.rows)), told)


def _take(actor: Actor, mandate: Mandate, portion: Portion, told: Told) -> list[PlannedRow]:
    with transaction(write=True):
        run = run_in_hand(portion.run_id)
        if run.state != "taking" or run.rows_done != portion.done:
            return []
        book = Book(told, mandate)
        planned = plan_rows(portion.rows, KINDS[portion.kind], book)
        keep_drafts(actor, book.suppliers, book.products)
        note_rows([_noted(key, row, done=True) for key, row in zip(portion.keys, planned, strict=True)])
        note_portion(run, len(planned), Counter(row.outcome for row in planned))
    for row in planned:
        for thing in told_by(row.things):
            told.setdefault(thing, row.row.number)
    return planned


def _refuse(portion: Portion, problem: Problem) -> list[PlannedRow]:
    with transaction(write=True):
        run = run_in_hand(portion.run_id)
        if run.rows_done != portion.done:
            return []
        planned = [PlannedRow(row, "-", "refused", problems=(problem,)) for row in portion.rows]
        note_rows([_noted(key, row, done=True) for key, row in zip(portion.keys, planned, strict=True)])
        note_portion(run, len(planned), Counter(row.outcome for row in planned))
    return planned


def noted(key: int, planned: PlannedRow) -> dict[str, Any]:
    """What a preview keeps of a row."""
    return _noted(key, planned, done=False)


def _noted(key: int, planned: PlannedRow, *, done: bool) -> dict[str, Any]:
    subject = planned.subject
    return {
        "id": key,
        "about": planned.about,
        "outcome": planned.outcome,
        "is_done": done,
        "problems": [_plain(problem) for problem in planned.problems],
        "remarks": [_plain(problem) for problem in planned.remarks],
        "told": [list(thing) for thing in told_by(planned.things)] if done else [],
        "subject_id": subject.id if subject is not None and done else None,
    }


def _plain(problem: Problem) -> dict[str, Any]:
    params = {name: v if isinstance(v, int | str) else str(v) for name, v in problem.params.items()}
    return {"column": problem.column, "message": problem.message, "params": params}
