"""A row being planned: what it tells of, what it changes, and what a person should look at."""

from dataclasses import dataclass, field

from marketplace.catalogue.imports.book import Book
from marketplace.catalogue.imports.rows import ImportedRow, Problem
from marketplace.catalogue.vocabulary.drafts import Draft
from marketplace.places.vocabulary import ResolvedPlace

# What this package marks as its own; the words of a supplier or an officer stand above those of a list.
SOURCE = "import"


@dataclass
class Taking:
    """One row of a list. Whatever may refuse it is looked at before the first draft is touched."""

    book: Book
    row: ImportedRow
    place: ResolvedPlace
    things: list[Draft] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)
    subject: Draft | None = None
    created: bool = False
    changed: bool = False

    def tells_of(self, draft: Draft) -> bool:
        """Note that this row tells of a thing; says whether it is the first one of the list that does."""
        first = draft.line in (None, self.row.number)
        if draft.line is None:
            draft.line = self.row.number
        if draft not in self.things:
            self.things.append(draft)
        return first

    def remark(self, column: str, message: str, **params: object) -> None:
        """Something that a person should look at, though the row is taken."""
        found = Problem(column, message, params)
        if found not in self.remarks:
            self.remarks.append(found)

    @property
    def outcome(self) -> str:
        """created, changed or unchanged."""
        if self.created:
            return "created"
        return "changed" if self.changed else "unchanged"
