"""What became of a list, as the one who had it taken by a command is told."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from marketplace.catalogue.imports.planning import PlannedRow
from marketplace.catalogue.imports.rows import Problem
from marketplace.catalogue.vocabulary.reasons import Reason, reasons_of
from marketplace.core.texts import say


@dataclass(frozen=True)
class ToldRow:
    """A row and what it does, without all that it is about: a list has many rows. A refused one keeps its ``cells``."""

    number: int
    about: str
    outcome: str
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    cells: tuple[str, ...] = ()


@dataclass
class ImportReport:
    """``counts`` are rows by outcome: created, changed, unchanged (found again), refused.

    ``titles`` are those of the list's columns, ``rows`` all that were planned, in the list's order. ``recounted`` is
    how many of the products (or suppliers) that they are about the database has, counted after the last commit.
    ``skipped`` rows were taken by an earlier run that was cut off. ``left_out`` are lines that are no rows: (line,
    gettext id). ``run`` is the run's public id, ``kept_as`` the file that has the result of every row.
    """

    row_count: int
    titles: tuple[str, ...]
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
        told = [_told(row) for row in planned]
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


def _told(row: PlannedRow) -> ToldRow:
    cells = row.row.cells if row.outcome == "refused" else ()
    return ToldRow(row.row.number, row.about, row.outcome, row.problems, row.remarks, cells)


def refusals_in(report: ImportReport) -> Counter[str]:
    """How many rows are refused for each reason, in the reader's language; what differs from row to row is "…"."""
    return _counted((row.number, row.problems) for row in report.refused)


def remarks_in(report: ImportReport) -> Counter[str]:
    """How many rows that are taken should be looked at for each reason, in the reader's language."""
    return _counted((row.number, row.remarks) for row in report.remarked)


def _counted(rows: Iterable[tuple[int, tuple[Problem, ...]]]) -> Counter[str]:
    said = ((number, [asdict(problem) for problem in problems]) for number, problems in rows)
    return Counter({_words(reason): len(reason.row_ids) for reason in reasons_of(said)})


def _words(reason: Reason) -> str:
    words = say(reason.message, **reason.params)
    return f"{reason.column}: {words}" if reason.column else words
