"""The page of a report."""

from dataclasses import dataclass

from marketplace.core.text import format_date, format_number
from marketplace.core.texts import say
from marketplace.core.views import Chip, Link
from marketplace.reports.presenters.addresses import Url, scope_params
from marketplace.reports.presenters.charts import Chart, chart_of
from marketplace.reports.presenters.figures import Figure, figures_of
from marketplace.reports.presenters.labels import area_label, span_label
from marketplace.reports.presenters.tables import Table, table_of
from marketplace.reports.queries import Report
from marketplace.reports.vocabulary import BREAKDOWNS, OPEN, Breakdown


@dataclass(frozen=True)
class ReportPage:
    """A report: figures, chart, table."""

    title: str
    area_name: str
    span: str
    as_of: str
    action: str
    figures: list[Figure]
    chart: Chart | None
    table: Table
    breakdowns: list[Chip]
    breakdown: str
    note: str | None
    exports: list[Link]


def report_page(report: Report, breakdown: Breakdown, url: Url) -> ReportPage:
    """``breakdown`` is the one whose table is shown; ``url`` gives the address of an endpoint."""
    scope = report.scope
    return ReportPage(
        title=scope.period.title,
        area_name=area_label(scope.area),
        span=span_label(scope.period),
        as_of=format_date(scope.as_of),
        action=url("reports.report"),
        figures=figures_of(report, url),
        chart=chart_of(report),
        table=table_of(report, breakdown, url),
        breakdowns=[_chip(report, each, each is breakdown, url) for each in BREAKDOWNS],
        breakdown=breakdown.param,
        note=_note(len(report.lines[OPEN.code])),
        exports=[
            Link(name, url("reports.export", format=name.lower(), **scope_params(scope))) for name in ("CSV", "JSON")
        ],
    )


def _chip(report: Report, breakdown: Breakdown, chosen: bool, url: Url) -> Chip:
    href = url("reports.report", theo=breakdown.param, **scope_params(report.scope), _anchor="bang")
    return Chip(say(breakdown.head), None, href, chosen)


def _note(still_open: int) -> str:
    opens = say("Bấm vào số để mở danh sách.")
    if not still_open:
        return opens
    waiting = say("%(count)s yêu cầu còn trong hạn trả lời.", count=format_number(still_open))
    return f"{waiting} {opens}"
