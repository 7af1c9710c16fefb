"""The page that takes a list and shows the earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from marketplace.catalogue.imports.reading_file.limits import LARGEST_FILE
from marketplace.catalogue.models import ImportRun
from marketplace.catalogue.presenters.importing.ways import Ways
from marketplace.catalogue.presenters.importing.words import KIND_LABELS, outcome_words, rows_words, state_pill
from marketplace.catalogue.queries.import_runs import ListedRun
from marketplace.core.actor import Actor
from marketplace.core.text import format_moment
from marketplace.core.texts import say
from marketplace.core.views import Pager, Pill


@dataclass(frozen=True)
class ListRow:
    """An earlier list. ``result`` says what came of it, or would; ``who`` is None where it was the reader."""

    name: str
    href: str
    kind: str
    when: str
    who: str | None
    size: str
    result: str | None
    pill: Pill


@dataclass(frozen=True)
class ListsPage:
    """Where lists are handed in. ``bench`` is officer or own."""

    bench: str
    action: str
    template_href: str
    most_bytes: int
    total: int
    rows: tuple[ListRow, ...]
    pager: Pager | None


def lists_page(ways: Ways, actor: Actor, runs: Sequence[ListedRun], total: int, pager: Pager | None) -> ListsPage:
    """``runs`` are those of one page, ``total`` is of all; who handed one in is said where it wasn't the actor."""
    return ListsPage(
        bench=ways.bench,
        action=ways.lists(),
        template_href=ways.url("catalogue.list_template"),
        most_bytes=LARGEST_FILE,
        total=total,
        rows=tuple(list_row(ways, actor, listed) for listed in runs),
        pager=pager,
    )


def list_row(ways: Ways, actor: Actor, listed: ListedRun) -> ListRow:
    """One line about a list."""
    run = listed.run
    return ListRow(
        name=run.file_name,
        href=ways.list(run.public_id),
        kind=say(KIND_LABELS[run.kind]),
        when=format_moment(run.began_at),
        who=None if run.account_id == actor.account_id else who_words(listed),
        size=rows_words(run.row_count),
        result=_result(run),
        pill=state_pill(run),
    )


def who_words(listed: ListedRun) -> str:
    """Who handed it in, and for whom."""
    if listed.supplier:
        return say("%(name)s, %(supplier)s", name=listed.handed_in_by or "-", supplier=listed.supplier)
    return listed.handed_in_by or say("lệnh ở máy chủ")


def _result(run: ImportRun) -> str | None:
    counts = run.counts if run.state in ("taking", "ended") else run.expected
    return " · ".join(outcome_words(counts)) or None if run.state != "dropped" else None
