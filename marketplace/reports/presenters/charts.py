"""The chart of a report: received and answered in time, month by month."""

from dataclasses import dataclass

from marketplace.core.periods import PeriodKind
from marketplace.core.text import short_month
from marketplace.core.texts import in_english, say
from marketplace.reports.indicators import Month
from marketplace.reports.queries import Report
from marketplace.reports.vocabulary import Scope, within_words


@dataclass(frozen=True)
class Column:
    """A month: a value for each series, None where it had not begun; ``here`` = in the report's period."""

    label: str
    values: list[int | None]
    here: bool


@dataclass(frozen=True)
class Chart:
    """Bars by month."""

    title: str
    head: str
    series: list[str]
    short: list[str]
    columns: list[Column]
    here_label: str | None


def chart_of(report: Report) -> Chart:
    """The months up to the end of the report's period."""
    months, within = report.months, within_words(report.scope.answer_within_hours)
    first, last = months[0].year, months[-1].year
    return Chart(
        title=say("Nhận và trả lời theo tháng"),
        head=str(last) if first == last else f"{first}–{last}",
        series=[say("nhận được"), say("trả lời trong %(within)s", within=within)],
        short=[say("Nhận"), f"≤ {within}"],
        columns=[
            Column(short_month(month.month), list(month.counts), _is_here(month, report.scope)) for month in months
        ],
        here_label=_here_label(report.scope),
    )


def _is_here(month: Month, scope: Scope) -> bool:
    first, last = scope.period.first, scope.period.last
    return (first.year, first.month) <= (month.year, month.month) <= (last.year, last.month)


def _here_label(scope: Scope) -> str | None:
    """A quarter by its name; a month's own column is marked already, and longer words have no room."""
    if scope.period.kind is PeriodKind.QUARTER:
        return scope.period.code[5:] if in_english() else scope.period.title.partition("/")[0]
    return None if scope.period.kind is PeriodKind.MONTH else say("Kỳ này")
