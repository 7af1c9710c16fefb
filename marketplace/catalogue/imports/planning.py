"""Plans the rows of a portion: each is taken as the rows before it have left things."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from marketplace.catalogue.imports.book import Book
from marketplace.catalogue.imports.kinds import Kind
from marketplace.catalogue.imports.rows import ImportedRow, Problem
from marketplace.catalogue.imports.taking import begin
from marketplace.catalogue.vocabulary.drafts import Draft
from marketplace.core.errors import Refused


@dataclass
class PlannedRow:
    """What a row does: created, changed, unchanged or refused; why; and what of it a person should look at."""

    row: ImportedRow
    about: str
    outcome: str
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()
    things: list[Draft] = field(default_factory=list)
    subject: Draft | None = None


def plan_rows(rows: Sequence[ImportedRow], kind: Kind, book: Book) -> list[PlannedRow]:
    """Plan rows in their order; a refused one leaves nothing. The caller has a transaction open, to read."""
    book.open_for([row for row in rows if not row.problems])
    return [_plan(row, kind, book) for row in rows]


def _plan(row: ImportedRow, kind: Kind, book: Book) -> PlannedRow:
    about = str(row.get(kind.needed) or row.get("name") or row.get("supplier") or "-")[:200]
    if row.problems:
        return PlannedRow(row, about, "refused", problems=row.problems)
    taking = begin(book, row)
    try:
        kind.plan(taking)
    except Refused as error:
        return PlannedRow(row, about, "refused", problems=(Problem("", error.message, error.params),))
    remarks = (*row.remarks, *taking.remarks)
    return PlannedRow(row, about, taking.outcome, (), remarks, taking.things, taking.subject)
