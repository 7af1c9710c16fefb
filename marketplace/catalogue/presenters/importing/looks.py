"""Ways of looking at the rows of a list: all, those of an outcome, those with remarks, those of one reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from marketplace.catalogue.models import ImportRun
from marketplace.catalogue.presenters.importing.rows import needed_column
from marketplace.catalogue.presenters.importing.ways import Ways
from marketplace.catalogue.presenters.importing.words import OUTCOME_LABELS, outcome_words
from marketplace.catalogue.queries.import_runs import Kept, MarkedRow, RowCounts
from marketplace.catalogue.vocabulary.reasons import OUTCOMES, Reason, reasons_of
from marketplace.core.text import format_number
from marketplace.core.texts import N_, say
from marketplace.core.views import Chip

# What an address says of the rows that it wants to see.
KEPT: dict[str, Kept] = {
    "them-moi": "created",
    "sua": "changed",
    "giu-nguyen": "unchanged",
    "khong-nhan": "refused",
    "xem-lai": "remarked",
}
_SLUGS = {kept: slug for slug, kept in KEPT.items()}
_REMARKED = N_("cần xem lại")
_DETAILS: dict[Kept, str] = {
    "created": N_("chưa có trong kho"),
    "changed": N_("có rồi, danh sách nói khác"),
    "unchanged": N_("có rồi, không đổi gì"),
    "refused": N_("để lại, có nêu lý do"),
    "remarked": N_("nhận được, nhưng nên xem"),
}


@dataclass(frozen=True)
class Figure:
    """A number of rows that opens to those rows."""

    value: str
    label: str
    detail: str | None
    href: str | None


@dataclass(frozen=True)
class ReasonLine:
    """A reason with the number of its rows, leading to them."""

    column: str | None
    text: str
    count: str
    href: str
    chosen: bool


@dataclass(frozen=True)
class ReasonGroup:
    """The reasons for which rows are refused, or those to look at; ``file_href`` leads to the rows as a file."""

    title: str
    lines: tuple[ReasonLine, ...]
    file_href: str | None


@dataclass(frozen=True)
class Look:
    """What of a list is looked at: ``kept`` by outcome, or the rows of one ``reason``; neither is everything."""

    kept: Kept | None = None
    reason: Reason | None = None


@dataclass(frozen=True)
class Reasons:
    """Both kinds of reasons of a list."""

    refused: list[Reason]
    remarked: list[Reason]

    def find(self, key: str) -> Reason | None:
        """The reason that an address names."""
        return next((reason for reason in (*self.refused, *self.remarked) if reason.key == key), None)


def reasons_in(rows: Sequence[MarkedRow]) -> Reasons:
    """Why rows are refused, and why those that aren't should be looked at."""
    return Reasons(
        refused=reasons_of((row.id, row.problems) for row in rows if row.outcome == "refused"),
        remarked=reasons_of((row.id, row.remarks) for row in rows if row.outcome != "refused"),
    )


def figures_of(ways: Ways, run: ImportRun, counts: RowCounts) -> list[Figure]:
    """How many rows do what. Once the rows were dropped the numbers remain, and lead nowhere."""
    if not counts.total:
        return [Figure(format_number(run.counts.get(o, 0)), say(OUTCOME_LABELS[o]), None, None) for o in OUTCOMES]
    return [_figure(ways, run, counts, kept) for kept in KEPT.values()]


def filters_of(ways: Ways, run: ImportRun, counts: RowCounts, look: Look) -> list[Chip]:
    """Everything, and each outcome that a row has; a chosen reason is shown as one more."""
    everything = Chip(say("Tất cả"), counts.total, ways.rows(run.public_id), look == Look())
    kinds = [
        Chip(_label(kept), counts.of(kept), ways.rows(run.public_id, xem=slug), look.kept == kept)
        for slug, kept in KEPT.items()
        if counts.of(kept) or look.kept == kept
    ]
    return [everything, *kinds]


def reason_groups(ways: Ways, run: ImportRun, reasons: Reasons, look: Look) -> list[ReasonGroup]:
    """The reasons, most rows first."""
    groups = (
        ReasonGroup(
            say("Vì sao không nhận"),
            _lines(ways, run, reasons.refused, look),
            ways.of("refused", run.public_id) if run.state == "previewed" else None,  # later it stands with the result
        ),
        ReasonGroup(say("Nhận được, nhưng nên xem lại"), _lines(ways, run, reasons.remarked, look), None),
    )
    return [group for group in groups if group.lines]


def reason_text(reason: Reason) -> str:
    """The reason as one sentence; what differs from row to row is "…"."""
    return say(reason.message, **reason.params)


def sum_words(run: ImportRun, counts: RowCounts) -> str:
    """ "22 dòng = 12 thêm mới + 10 không nhận": nothing was dropped in silence."""
    by_outcome = dict(counts.by_outcome) if counts.total else run.counts
    parts = " + ".join(outcome_words(by_outcome))
    return say("%(total)s dòng = %(parts)s", total=format_number(sum(by_outcome.values())), parts=parts)


def _named(kept: Kept) -> str:
    label = _REMARKED if kept == "remarked" else OUTCOME_LABELS[kept]
    return say(label)


def _label(kept: Kept) -> str:
    text = _named(kept)
    return text[:1].upper() + text[1:]


def _figure(ways: Ways, run: ImportRun, counts: RowCounts, kept: Kept) -> Figure:
    number = counts.of(kept)
    return Figure(
        value=format_number(number),
        label=_named(kept),
        detail=say(_DETAILS[kept]),
        href=ways.rows(run.public_id, xem=_SLUGS[kept]) if number else None,
    )


def _lines(ways: Ways, run: ImportRun, reasons: Sequence[Reason], look: Look) -> tuple[ReasonLine, ...]:
    return tuple(
        ReasonLine(
            column=needed_column(reason.column, reason_text(reason)),
            text=reason_text(reason),
            count=format_number(len(reason.row_ids)),
            href=ways.rows(run.public_id, **{"ly-do": reason.key}),
            chosen=reason == look.reason,
        )
        for reason in reasons
    )
