"""Periods that are offered and charted, and the words for what is asked."""

from datetime import date

import pytest

from marketplace.core.periods import parse_period
from marketplace.places.vocabulary import Area
from marketplace.reports.presenters import area_label
from marketplace.reports.presenters.labels import span_label
from marketplace.reports.presenters.numbers import share_text
from marketplace.reports.vocabulary import chart_period, offered_periods, within_words


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2026-Q3", "2026-01-01", "2026-09-30"),
        ("2026-Q4", "2026-01-01", "2026-12-31"),
        ("2026-Q1", "2025-04-01", "2026-03-31"),
        ("2026-02", "2025-03-01", "2026-02-28"),
        ("2000-Q1", "1999-04-01", "2000-03-31"),
        ("2024-02-10..2026-08-15", "2025-09-01", "2026-08-15"),
    ],
)
def test_a_chart_shows_nine_to_twelve_months(code: str, first: str, last: str) -> None:
    chart = chart_period(parse_period(code))
    assert (chart.first.isoformat(), chart.last.isoformat()) == (first, last)
    assert 9 <= len(chart.months()) <= 12


def test_offered_periods_begin_with_the_present_quarter_and_none_twice() -> None:
    codes = [period.code for period in offered_periods(date(2026, 2, 3))]
    assert codes[:2] == ["2026-Q1", "2025-Q4"]
    assert {"2026-02", "2025-12", "2026-9M", "2026-H1", "2026", "2025"} <= set(codes)
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize(("hours", "words"), [(48, "2 ngày"), (24, "1 ngày"), (36, "36 giờ")])
def test_time_to_answer(hours: int, words: str) -> None:
    assert within_words(hours) == words


@pytest.mark.parametrize(
    ("area", "words"),
    [
        (None, "Cả nước"),
        (Area("2025:02038", "xã Quảng Bạch"), "Xã Quảng Bạch"),
        (Area("pre2025:064", "huyện Chợ Đồn"), "Huyện Chợ Đồn cũ"),
    ],
)
def test_areas_in_words(area: Area | None, words: str) -> None:
    assert area_label(area) == words


def test_spans_and_shares() -> None:
    assert span_label(parse_period("2026-Q3")) == "1/7 đến 30/9/2026"
    assert share_text(40, 48) == "83,3\u00a0% của 48"
    assert share_text(0, 0) is None
