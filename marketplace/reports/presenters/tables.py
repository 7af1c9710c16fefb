"""A report taken apart: the parts of a breakdown with the lines of each, for the page's table and for exports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marketplace.core.text import sort_key
from marketplace.core.texts import say
from marketplace.reports.presenters.addresses import Url, opened_href
from marketplace.reports.presenters.labels import part_label
from marketplace.reports.presenters.numbers import number_text
from marketplace.reports.queries import Report
from marketplace.reports.vocabulary import (
    CONTRACTS,
    IN_TIME,
    OVERDUE,
    RECEIVED,
    Breakdown,
    Line,
    Part,
    within_words,
)

_COLUMNS = (RECEIVED, IN_TIME, OVERDUE, CONTRACTS)


@dataclass(frozen=True)
class Group:
    """One part: its label and its lines of each indicator by code."""

    part: Part
    label: str
    lines: Mapping[str, Sequence[Line]]


@dataclass(frozen=True)
class Cell:
    """A number in a table."""

    text: str
    href: str | None


@dataclass(frozen=True)
class TableRow:
    """A row of a table."""

    label: str
    cells: list[Cell]


@dataclass(frozen=True)
class Table:
    """A breakdown with its total."""

    title: str
    head: list[str]
    rows: list[TableRow]
    total: TableRow | None


def groups_of(report: Report, breakdown: Breakdown) -> list[Group]:
    """All parts in which anything happened; their lines together are the report's.

    Those with most leads first, or in their own order where they have one.
    """
    found: dict[str, dict[str, list[Line]]] = {}
    for code, lines in report.lines.items():
        for line in lines:
            group = found.setdefault(breakdown.key_of(line), {name: [] for name in report.lines})
            group[code].append(line)
    groups = [_group(report, Part(breakdown, key), lines) for key, lines in found.items()]
    if breakdown.in_order:
        return sorted(groups, key=lambda group: group.part.key)
    return sorted(groups, key=lambda group: (-len(group.lines[RECEIVED.code]), sort_key(group.label), group.part.key))


def table_of(report: Report, breakdown: Breakdown, url: Url) -> Table:
    """A breakdown as the page shows it."""
    within = within_words(report.scope.answer_within_hours)
    groups = groups_of(report, breakdown)
    rows = [TableRow(group.label, _cells(report, group.lines, group.part, url)) for group in groups]
    return Table(
        title=say(breakdown.title),
        head=[say(breakdown.head), say("Nhận"), f"≤ {within}", say("Quá hạn"), say("Hợp đồng")],
        rows=rows,
        total=TableRow(say("Tổng cộng"), _cells(report, report.lines, None, url)),
    )


def _group(report: Report, part: Part, lines: Mapping[str, Sequence[Line]]) -> Group:
    example = next(line.history for found in lines.values() for line in found)
    return Group(part, part_label(part, report.scope, report.places, example), lines)


def _cells(report: Report, lines: Mapping[str, Sequence[Line]], part: Part | None, url: Url) -> list[Cell]:
    """A zero has no list to open."""
    return [
        Cell(
            number_text(indicator, lines[indicator.code]),
            opened_href(url, report.scope, indicator, part) if lines[indicator.code] else None,
        )
        for indicator in _COLUMNS
    ]
