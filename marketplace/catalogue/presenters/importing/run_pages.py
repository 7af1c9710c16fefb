"""The page of one list: waiting, previewed, being taken, taken or dropped."""

from dataclasses import dataclass
from datetime import datetime

from marketplace.catalogue.models import ImportRun
from marketplace.catalogue.presenters.importing.columns import Columns, columns_of
from marketplace.catalogue.presenters.importing.looks import (
    Figure,
    Look,
    ReasonGroup,
    Reasons,
    figures_of,
    filters_of,
    reason_groups,
    reason_text,
)
from marketplace.catalogue.presenters.importing.progress import Progress, is_worked_on, progress_of
from marketplace.catalogue.presenters.importing.results import Result, result_of
from marketplace.catalogue.presenters.importing.rows import ShownRow
from marketplace.catalogue.presenters.importing.ways import ROWS, Ways
from marketplace.catalogue.presenters.importing.words import KIND_LABELS, rows_words
from marketplace.catalogue.queries.import_runs import RowCounts
from marketplace.core.text import format_moment
from marketplace.core.texts import N_, say
from marketplace.core.views import Chip, Link, Pager

_TITLES = {
    "uploaded": N_("Đang xem %(rows)s"),
    "previewed": N_("Xem trước %(rows)s"),
    "taking": N_("Đang nhận %(rows)s"),
    "ended": N_("Đã nhận %(rows)s"),
    "dropped": N_("Đã bỏ %(rows)s"),
}
_NONE_TAKEN = N_("Không nhận được dòng nào trong %(rows)s")


@dataclass(frozen=True)
class Decision:
    """What can be done with a previewed list. Without ``take_label`` nothing in it can be taken."""

    take_action: str
    take_label: str | None
    drop_action: str
    words: str


@dataclass(frozen=True)
class RowsPart:
    """The rows of a list that are looked at, one page of them; ``heading`` names the reason that they share."""

    anchor: str
    heading: str | None
    subject: str
    outcome_head: str
    filters: tuple[Chip, ...]
    rows: tuple[ShownRow, ...]
    pager: Pager | None


@dataclass(frozen=True)
class ListPage:
    """A list in whatever state; parts that the state doesn't have are None or empty."""

    state: str
    bench: str
    title: str
    file_name: str
    sub: str
    lists: Link
    progress: Progress | None
    progress_href: str
    figures: tuple[Figure, ...]
    columns: Columns
    reasons: tuple[ReasonGroup, ...]
    part: RowsPart | None
    decision: Decision | None
    result: Result | None
    refused_href: str | None
    result_href: str | None


def list_page(
    ways: Ways,
    run: ImportRun,
    counts: RowCounts,
    reasons: Reasons,
    part: RowsPart | None,
    look: Look,
    now: datetime,
) -> ListPage:
    """``part`` are the rows that ``look`` keeps; while the worker is at it there are none to see."""
    judged = run.state in ("previewed", "ended")
    return ListPage(
        state=run.state,
        bench=ways.bench,
        title=_title(run, counts),
        file_name=run.file_name,
        sub=say("%(kind)s, gửi %(when)s", kind=say(KIND_LABELS[run.kind]), when=format_moment(run.began_at)),
        lists=Link(say("Nhập danh sách") if ways.bench == "officer" else say("Danh sách hàng"), ways.lists()),
        progress=progress_of(run, now) if is_worked_on(run, now) else None,
        progress_href=ways.of("progress", run.public_id),
        figures=tuple(figures_of(ways, run, counts)) if judged else (),
        columns=columns_of(run),
        reasons=tuple(reason_groups(ways, run, reasons, look)) if judged else (),
        part=part,
        decision=_decision(ways, run, counts) if run.state == "previewed" else None,
        result=result_of(ways, run, counts) if run.state == "ended" else None,
        refused_href=ways.of("refused", run.public_id) if judged and counts.by_outcome["refused"] else None,
        result_href=ways.of("result", run.public_id) if run.state == "ended" and counts.total else None,
    )


def rows_part(
    ways: Ways, run: ImportRun, counts: RowCounts, look: Look, rows: list[ShownRow], pager: Pager | None
) -> RowsPart:
    """The rows with the ways of looking at others."""
    return RowsPart(
        anchor=ROWS,
        heading=reason_text(look.reason) if look.reason else None,
        subject=say(KIND_LABELS[run.kind]),
        outcome_head=say("Kết quả") if run.state == "ended" else say("Dự kiến"),
        filters=tuple(filters_of(ways, run, counts, look)),
        rows=tuple(rows),
        pager=pager,
    )


def _title(run: ImportRun, counts: RowCounts) -> str:
    if run.state != "ended":
        return say(_TITLES[run.state], rows=rows_words(run.row_count))
    taken = counts.takeable if counts.total else sum(run.counts.values()) - run.counts.get("refused", 0)
    title = _TITLES["ended"] if taken else _NONE_TAKEN
    return say(title, rows=rows_words(taken or run.row_count))


def _decision(ways: Ways, run: ImportRun, counts: RowCounts) -> Decision:
    refused = counts.by_outcome["refused"]
    if not counts.takeable:
        words = say("Không dòng nào nhận được. Tải về, sửa theo cột cuối rồi gửi lại.")
    elif not counts.by_outcome["created"] + counts.by_outcome["changed"]:
        words = say("Không có gì mới: nhận cũng không đổi gì trong kho.")
    elif refused:
        words = say("%(rows)s không nhận được sẽ để lại.", rows=rows_words(refused))
    else:
        words = say("Dòng nào cũng nhận được.")
    return Decision(
        take_action=ways.of("take", run.public_id),
        take_label=say("Nhận %(rows)s", rows=rows_words(counts.takeable)) if counts.takeable else None,
        drop_action=ways.of("drop", run.public_id),
        words=words,
    )
