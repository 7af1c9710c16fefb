"""What became of a list, as the one who had it taken by a command is told."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from marketplace.catalogue.imports.planning import PlannedRow
from marketplace.catalogue.imports.rows import Problem
from marketplace.core.texts import say


@dataclass(frozen=True)
class ToldRow:
    """A row and what it does, without all that it is about: a list has many rows."""

    number: int
    about: str
    outcome: str
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


@dataclass
class ImportReport:
    """``counts`` are rows by outcome: created, changed, unchanged (found again), refused.

    ``rows`` are all that were planned, in the list's order. ``recounted`` is how many of the products (or suppliers)
    that they are about the database has, counted after the last commit. ``skipped`` rows were taken by an earlier
    run that was cut off. ``left_out`` are lines that are no rows: (line, gettext id). ``run`` is the run's public id,
    ``kept_as`` the file that has the result of every row.
    """

    row_count: int
    unused_columns: tuple[str, ...]
    left_out: tuple[tuple[int, str], ...] = ()
    counts: Counter[str] = field(default_factory=Counter)
    rows: list[ToldRow] = field(default_factory=list)
    skipped: int = 0
    recounted: int = 0
    run: str = ""
    kept_as: str = ""

    def note(self, planned: Iterable[PlannedRow]) -> None:
        """Add a portion."""
        told = [ToldRow(row.row.number, row.about, row.outcome, row.problems, row.remarks) for row in planned]
        self.rows += told
        self.counts += Counter(row.outcome for row in told)

    @property
    def refused(self) -> list[ToldRow]:
        """Rows that aren't taken."""
        return [row for row in self.rows if row.outcome == "refused"]

    @property
    def remarked(self) -> list[ToldRow]:
        """Rows that are taken, and that a person should look at."""
        return [row for row in self.rows if row.remarks and row.outcome != "refused"]

    @property
    def taken(self) -> int:
        """Rows that were taken or recognised."""
        return self.counts["created"] + self.counts["changed"] + self.counts["unchanged"]


def reasons_of(report: ImportReport) -> Counter[str]:
    """How many rows are refused for each reason, in the reader's language."""
    said: Counter[str] = Counter()
    for row in report.refused:
        problem = row.problems[0]
        words = say(problem.message) if "%(" in problem.message else say(problem.message, **problem.params)
        said[f"{problem.column}: {words}" if problem.column else words] += 1
    return said
