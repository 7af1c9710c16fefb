"""Periods: read, named, bounded in Asia/Ho_Chi_Minh, compared with the year before."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from marketplace.core.periods import (
    Period,
    PeriodKind,
    current_quarter,
    end_of_day_utc,
    parse_period,
    recent_quarters,
)
from marketplace.core.text import TextRefused

CODES = ["2026-11", "2026-02", "2026-Q1", "2026-Q4", "2026-H1", "2026-H2", "2026-9M", "2026"]
days = st.dates(date(2001, 1, 1), date(2099, 12, 31))
ranges = st.tuples(days, days).map(lambda two: f"{min(two)}..{max(two)}")
quick = settings(derandomize=True, deadline=None, max_examples=100)


@pytest.mark.parametrize(
    ("code", "title", "first", "last", "kind"),
    [
        ("2026-11", "Tháng 11/2026", date(2026, 11, 1), date(2026, 11, 30), PeriodKind.MONTH),
        ("2028-02", "Tháng 2/2028", date(2028, 2, 1), date(2028, 2, 29), PeriodKind.MONTH),
        ("2026-Q3", "Quý III/2026", date(2026, 7, 1), date(2026, 9, 30), PeriodKind.QUARTER),
        ("2026-H1", "6 tháng đầu năm 2026", date(2026, 1, 1), date(2026, 6, 30), PeriodKind.HALF),
        ("2026-H2", "6 tháng cuối năm 2026", date(2026, 7, 1), date(2026, 12, 31), PeriodKind.HALF),
        ("2026-9M", "9 tháng năm 2026", date(2026, 1, 1), date(2026, 9, 30), PeriodKind.NINE_MONTHS),
        ("2026", "Năm 2026", date(2026, 1, 1), date(2026, 12, 31), PeriodKind.YEAR),
        (
            "2026-01-01..2026-03-31",
            "1/1 đến 31/3/2026",
            date(2026, 1, 1),
            date(2026, 3, 31),
            PeriodKind.RANGE,
        ),
    ],
)
def test_every_kind_is_read(code: str, title: str, first: date, last: date, kind: PeriodKind) -> None:
    period = parse_period(f" {code.lower()} ")
    assert period == Period(code, first, last, kind)
    assert period.title == title


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("2025-12-15..2026-01-14", "15/12/2025 đến 14/1/2026"),
        ("2026-03-05..2026-03-05", "5/3/2026"),
    ],
)
def test_a_range_names_only_the_years_that_it_needs(code: str, title: str) -> None:
    assert parse_period(code).title == title


@pytest.mark.parametrize(
    "text", ["", "26", "2026-13", "2026-00", "2026-Q5", "2026-H3", "2026-6M", "1999", "2026-11-01"]
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(TextRefused) as refused:
        parse_period(text)
    assert refused.value.code == "period_unknown"
    assert f"“{text}”" in str(refused.value)


def test_a_range_needs_real_days_in_order() -> None:
    with pytest.raises(TextRefused, match="Không hiểu"):
        parse_period("2026-02-30..2026-03-31")
    with pytest.raises(TextRefused) as refused:
        parse_period("2026-03-31..2026-03-30")
    assert refused.value.code == "period_reversed"


def test_bounds_are_the_local_midnights_in_utc() -> None:
    november = parse_period("2026-11")
    assert november.start_utc == datetime(2026, 10, 31, 17, tzinfo=UTC)
    assert november.end_utc == datetime(2026, 11, 30, 17, tzinfo=UTC)
    assert end_of_day_utc(date(2026, 11, 30)) == november.end_utc


@quick
@given(st.sampled_from(CODES) | ranges)
def test_months_put_together_are_the_period(code: str) -> None:
    period = parse_period(code)
    months = period.months()
    assert (months[0].start_utc, months[-1].end_utc) == (period.start_utc, period.end_utc)
    assert all(one.end_utc == after.start_utc for one, after in pairwise(months))
    assert all(parse_period(month.code) == month for month in months)


def test_a_month_that_the_period_cuts_is_a_range() -> None:
    codes = [month.code for month in parse_period("2026-01-15..2026-03-31").months()]
    assert codes == ["2026-01-15..2026-01-31", "2026-02", "2026-03"]


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("2028-02", "2027-02"),
        ("2026-Q3", "2025-Q3"),
        ("2026-9M", "2025-9M"),
        ("2026", "2025"),
        ("2025-02-01..2025-02-28", "2024-02-01..2024-02-29"),
        ("2025-02-28..2025-02-28", "2024-02-28..2024-02-28"),
        ("2028-02-29..2028-03-10", "2027-02-28..2027-03-10"),
    ],
)
def test_the_year_before_has_the_same_period(code: str, before: str) -> None:
    assert parse_period(code).previous_year() == parse_period(before)


@quick
@given(days)
def test_the_current_quarter_holds_today(day: date) -> None:
    quarter = current_quarter(day)
    assert quarter.first <= day <= quarter.last
    assert quarter.kind is PeriodKind.QUARTER


def test_recent_quarters_go_backwards_over_the_new_year() -> None:
    codes = [quarter.code for quarter in recent_quarters(date(2026, 5, 9), 4)]
    assert codes == ["2026-Q2", "2026-Q1", "2025-Q4", "2025-Q3"]
