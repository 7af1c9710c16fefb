"""Reports and opened figures as files: CSV as a spreadsheet in Vietnam opens it, JSON for programs.

CSV is UTF-8 with a mark at its beginning and semicolons between cells: with a comma as the decimal sign, Excel opens
it by a double click, accents and all. Every row carries its period, area and date, so that files can be put together.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from marketplace.core.clock import local
from marketplace.core.text import format_date, format_number
from marketplace.core.texts import N_, in_english, say
from marketplace.reports.presenters import area_label, groups_of, pill_at, place_label
from marketplace.reports.presenters.numbers import GRAMS_PER_KILOGRAM, MISSING
from marketplace.reports.queries import CHARTED, Opened, Report
from marketplace.reports.vocabulary import BREAKDOWNS, INDICATORS, Breakdown, Indicator, Line, Scope

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SCOPE_HEAD = (N_("Kỳ"), N_("Vùng"), N_("Biết đến"))
_REPORT_HEAD = (*_SCOPE_HEAD, N_("Bảng"), N_("Phần"), N_("Mã"), N_("Chỉ tiêu"), N_("Đơn vị tính"), N_("Giá trị"))
_OPENED_HEAD = (*_SCOPE_HEAD, N_("Ngày"), N_("Mã yêu cầu"), N_("Người bán"), N_("Sản phẩm"), N_("Xã"), N_("Bước"))
_WHOLE = N_("Chung")
_VALUE_HEAD = {"money": N_("Giá trị (đồng)"), "mass": N_("Khối lượng (kg)")}


def report_csv(report: Report) -> bytes:
    """All indicators, as a whole and by each breakdown, one figure a row."""
    rows = [_figure_row(report, say(_WHOLE), say(_WHOLE), indicator, report.lines) for indicator in INDICATORS]
    for breakdown in BREAKDOWNS:
        for group in groups_of(report, breakdown):
            rows += [_figure_row(report, say(breakdown.title), group.label, item, group.lines) for item in INDICATORS]
    return _csv(_REPORT_HEAD, rows)


def report_json(report: Report) -> bytes:
    """The same, with the rule of every indicator and the months of the chart."""
    scope = report.scope
    document = {
        "period": scope.period.code,
        "title": scope.period.title,
        "first": scope.period.first.isoformat(),
        "last": scope.period.last.isoformat(),
        "area": scope.area_id,
        "area_name": area_label(scope.area),
        "as_of": scope.as_of.isoformat(),
        "indicators": [_indicator_json(report, indicator) for indicator in INDICATORS],
        "tables": [_table_json(report, breakdown) for breakdown in BREAKDOWNS],
        "months": [
            {
                "month": f"{month.year}-{month.month:02}",
                **{i.code: n for i, n in zip(CHARTED, month.counts, strict=True)},
            }
            for month in report.months
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()


def opened_csv(opened: Opened) -> bytes:
    """The lines of one figure; nothing in them tells who the buyer is."""
    column = opened.indicator.column
    head = (*_OPENED_HEAD, *([_VALUE_HEAD[column]] if column != "none" else []))
    return _csv(head, [_opened_row(opened, line) for line in opened.lines])


WRITERS: Mapping[str, Callable[[Report], bytes]] = {"csv": report_csv, "json": report_json}


def file_name(scope: Scope, suffix: str, indicator: Indicator | None = None) -> str:
    """A name that says what the file holds: "bao-cao-2026-Q3-hop-dong.csv"."""
    named = f"-{indicator.slug}" if indicator else ""
    return f"bao-cao-{scope.period.code}{named}.{suffix}"


def _figure(indicator: Indicator, lines: Sequence[Line]) -> int | float | None:
    """A figure in the indicator's unit: đồng, kg, or how many."""
    number = indicator.number(lines)
    if number is None or indicator.column != "mass":
        return number
    return number // GRAMS_PER_KILOGRAM if number % GRAMS_PER_KILOGRAM == 0 else number / GRAMS_PER_KILOGRAM


def _indicator_json(report: Report, indicator: Indicator) -> dict[str, Any]:
    return {
        "code": indicator.code,
        "name": indicator.named(report.scope),
        "unit": say(indicator.unit),
        "value": _figure(indicator, report.lines[indicator.code]),
        "rule": indicator.ruled(report.scope),
    }


def _table_json(report: Report, breakdown: Breakdown) -> dict[str, Any]:
    rows = [
        {
            "key": group.part.key,
            "label": group.label,
            "values": {indicator.code: _figure(indicator, group.lines[indicator.code]) for indicator in INDICATORS},
        }
        for group in groups_of(report, breakdown)
    ]
    return {"code": breakdown.code, "title": say(breakdown.title), "rows": rows}


def _figure_row(
    report: Report, table: str, row: str, indicator: Indicator, lines: Mapping[str, Sequence[Line]]
) -> tuple[object, ...]:
    value = _figure(indicator, lines[indicator.code])
    return (
        *_scope_cells(report.scope),
        table,
        row,
        indicator.code,
        indicator.named(report.scope),
        say(indicator.unit),
        value,
    )


def _opened_row(opened: Opened, line: Line) -> tuple[object, ...]:
    history, scope = line.history, opened.scope
    value = line.value if opened.indicator.column != "mass" or line.value is None else line.value / GRAMS_PER_KILOGRAM
    return (
        *_scope_cells(scope),
        format_date(local(line.event.occurred_at).date()),
        history.public_id,
        history.supplier,
        history.product,
        place_label(history.home, opened.places, whole_country=scope.area is None),
        pill_at(history, scope).label,
        *([value] if opened.indicator.column != "none" else []),
    )


def _scope_cells(scope: Scope) -> tuple[str, str, str]:
    return scope.period.title, area_label(scope.area), format_date(scope.as_of)


def _csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow([say(title) for title in head])
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(value: object) -> str:
    """Zero is "0", what nobody said "-"; a text that a spreadsheet would take for a formula is kept a text."""
    if value is None:
        return MISSING
    if isinstance(value, float):
        return format_number(Decimal(str(value))).replace("," if in_english() else ".", "")
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
