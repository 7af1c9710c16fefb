"""The rows of a list: what each is about, what it does, and why not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from marketplace.catalogue.imports.columns import SYNONYMS
from marketplace.catalogue.models import ImportRow, ImportRun
from marketplace.catalogue.presenters.importing.words import OUTCOME_LABELS, OUTCOME_PILLS, said_pill
from marketplace.core.text import format_number
from marketplace.core.texts import N_, say
from marketplace.core.views import Pill

_FIELD_OF = {titles[0]: field for field, titles in SYNONYMS.items()}
_REMARKED = Pill(N_("Cần xem lại"), "yours")
_LONGEST_CELL = 60


@dataclass(frozen=True)
class Note:
    """A reason beside its column (None: the whole row), with what the cell says where the reason doesn't repeat it."""

    column: str | None
    cell: str | None
    text: str


@dataclass(frozen=True)
class ShownRow:
    """One row; ``href`` leads to what it made, where that can be seen."""

    number: str
    about: str
    href: str | None
    pills: tuple[Pill, ...]
    notes: tuple[Note, ...]


def shown_rows(run: ImportRun, rows: Iterable[ImportRow], hrefs: Mapping[int, str]) -> list[ShownRow]:
    """Rows as the page prints them; ``hrefs`` by what rows are about."""
    return [_shown(run, row, hrefs) for row in rows]


def said(note: Mapping[str, Any]) -> str:
    """A problem or remark as one sentence, its column before it: for files."""
    message, params = note["message"], note["params"]
    text = say(message, **params)
    column = needed_column(note["column"], text)
    return say("%(column)s: %(text)s", column=column, text=text) if column else text


def needed_column(column: str, text: str) -> str | None:
    """The column as it is said before a reason; None where there is none, or the reason begins with its name."""
    title = say(column) if column else ""
    return None if text.casefold().startswith(title.casefold()) else title


def refused_line(row: ImportRow) -> tuple[int, Sequence[str], str]:
    """A refused row for the workbook: line, cells, why."""
    return row.number, row.cells, " ".join(said(problem) for problem in row.problems)


def result_line(row: ImportRow) -> tuple[int, Sequence[str], str, str]:
    """A row for the workbook of results: line, cells, what became of it, why or what to look at."""
    outcome = say(OUTCOME_LABELS[row.outcome]) if row.outcome else ""
    return row.number, row.cells, outcome, " ".join(said(note) for note in (*row.problems, *row.remarks))


def _shown(run: ImportRun, row: ImportRow, hrefs: Mapping[int, str]) -> ShownRow:
    pills = [OUTCOME_PILLS[row.outcome]] if row.outcome else []
    if row.remarks and row.outcome != "refused":
        pills.append(_REMARKED)
    return ShownRow(
        number=format_number(row.number),
        about=row.about or "-",
        href=hrefs.get(row.subject_id) if row.subject_id and row.outcome != "refused" else None,
        pills=tuple(said_pill(pill) for pill in pills),
        notes=tuple(_note(run, row, note) for note in (*row.problems, *row.remarks)),
    )


def _note(run: ImportRun, row: ImportRow, note: Mapping[str, Any]) -> Note:
    message, params = note["message"], note["params"]
    text = say(message, **params)
    cell = _cell(run, row, note["column"])
    if cell and cell not in text:
        column = note["column"]
        return Note(say(column), cell, text)
    return Note(needed_column(note["column"], text), None, text)


def _cell(run: ImportRun, row: ImportRow, column: str) -> str | None:
    """What the list says there, cut where it is long."""
    position = run.columns.get(_FIELD_OF.get(column, ""))
    text = row.cells[position].strip() if position is not None and position < len(row.cells) else ""
    return f"{text[: _LONGEST_CELL - 1]}…" if len(text) > _LONGEST_CELL else text or None
