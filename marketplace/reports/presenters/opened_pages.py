"""The page of an opened figure: the lines that it counts or adds up, and not a word about who the buyer is."""

from dataclasses import dataclass

from marketplace.core.clock import local
from marketplace.core.text import format_date
from marketplace.core.texts import say
from marketplace.core.views import Link, Pager, Pill
from marketplace.reports.presenters.addresses import Url, opened_href, opened_params, report_href
from marketplace.reports.presenters.labels import part_label, pill_at, place_label, scope_label
from marketplace.reports.presenters.numbers import MISSING, number_text, total_of, value_text
from marketplace.reports.queries import Opened
from marketplace.reports.vocabulary import Line

PER_PAGE = 100


@dataclass(frozen=True)
class OpenedRow:
    """One line: a lead, or something that happened to one."""

    when: str
    supplier: Link
    product: str
    place: str
    pill: Pill
    value: str


@dataclass(frozen=True)
class OpenedPage:
    """A figure with its rule and its lines."""

    report: Link
    number: str
    label: str
    detail: str | None
    sub: str
    rule: str
    with_value: bool
    rows: list[OpenedRow]
    total: str | None
    exports: list[Link]
    pager: Pager | None


def opened_page(opened: Opened, url: Url, page: int) -> OpenedPage:
    """Page ``page`` (from 1) of the list; number and total are of all its lines."""
    scope, indicator, lines = opened.scope, opened.indicator, opened.lines
    pages = max(1, -(-len(lines) // PER_PAGE))
    page = min(max(1, page), pages)
    total = value_text(total_of(lines), indicator.column) if indicator.column != "none" and lines else None
    return OpenedPage(
        report=Link(say("Báo cáo %(period)s", period=scope.period.title), report_href(url, scope)),
        number=number_text(indicator, lines),
        label=indicator.named(scope),
        detail=say("tổng %(total)s", total=total) if total and total != MISSING and not indicator.adds else None,
        sub=scope_label(scope, _part_label(opened)),
        rule=say("Cách tính: %(rule)s", rule=indicator.ruled(scope)),
        with_value=indicator.column != "none",
        rows=[opened_row(opened, line, url) for line in lines[(page - 1) * PER_PAGE : page * PER_PAGE]],
        total=total,
        exports=[Link("CSV", _export_href(opened, url))],
        pager=_pager(opened, url, page, pages),
    )


def opened_row(opened: Opened, line: Line, url: Url) -> OpenedRow:
    """One line as the page prints it."""
    history = line.history
    return OpenedRow(
        when=format_date(local(line.event.occurred_at).date()),
        supplier=Link(history.supplier, url("catalogue.supplier", slug=history.supplier_slug)),
        product=history.product or MISSING,
        place=place_label(history.home, opened.places, whole_country=opened.scope.area is None),
        pill=pill_at(history, opened.scope),
        value=value_text(line.value, opened.indicator.column),
    )


def _part_label(opened: Opened) -> str | None:
    example = opened.lines[0].history if opened.lines else None
    return part_label(opened.part, opened.scope, opened.places, example) if opened.part else None


def _export_href(opened: Opened, url: Url) -> str:
    params = opened_params(opened.scope, opened.part)
    return url("reports.export_opened", indicator=opened.indicator.slug, **params)


def _pager(opened: Opened, url: Url, page: int, pages: int) -> Pager | None:
    if pages == 1:
        return None
    near = {
        number: opened_href(url, opened.scope, opened.indicator, opened.part, number) for number in (page - 1, page + 1)
    }
    return Pager(
        text=say("Trang %(page)s / %(pages)s", page=page, pages=pages),
        previous_href=near[page - 1] if page > 1 else None,
        next_href=near[page + 1] if page < pages else None,
    )
