"""Days: typed as people do, shown as people read."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.text import (
    TextRefused,
    format_date,
    format_moment,
    parse_date,
    parse_date_or_year,
    weekday_name,
)
from tests.core.text_samples import quick

TODAY = date(2026, 11, 23)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "15/12/2026",
        "15-12-2026",
        "15.12.26",
        "2026-12-15",
        "2026-12-15 00:00:00",
        "2026-12-15T07:30:00Z",
        "2026/12/15",
        "15/12/2026 0:00",
        "15/12/2026 12:00:00 AM",
        "15-Dec-26",
        "15 December 2026",
        "15-thg12-26",
        "15 thg 12 2026",
        "15 / 12",
        "15/12",
        "ngày 15 tháng 12 năm 2026",
        "Ngày 15/12/2026",
        "15 thang 12",
    ],
)
def test_every_way_of_writing_a_day(text: str) -> None:
    assert parse_date(text, TODAY) == date(2026, 12, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("23/11", TODAY),
        ("22/11", date(2027, 11, 22)),
        ("1/1", date(2027, 1, 1)),
        ("29/2", date(2028, 2, 29)),
    ],
)
def test_a_day_without_a_year_is_the_next_one(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("", "date_missing", "Xin ghi ngày, ví dụ: 15/12/2026."),
        ("30/2/2026", "date_impossible", "Tháng 2 năm 2026 không có ngày 30."),
        ("31/4", "date_impossible", "Tháng 4 năm 2026 không có ngày 31."),
        ("2021", "date_unknown", "Không hiểu ngày “2021”. Ví dụ: 15/12/2026."),
        ("15/13/2026", "date_unknown", "Không hiểu ngày “15/13/2026”. Ví dụ: 15/12/2026."),
        ("15/12-2026", "date_unknown", "Không hiểu ngày “15/12-2026”. Ví dụ: 15/12/2026."),
        ("1/1/1800", "date_unknown", "Không hiểu ngày “1/1/1800”. Ví dụ: 15/12/2026."),
        ("mai", "date_unknown", "Không hiểu ngày “mai”. Ví dụ: 15/12/2026."),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(text: str, code: str, message: str) -> None:
    with pytest.raises(TextRefused) as refused:
        parse_date(text, TODAY)
    assert (refused.value.code, str(refused.value)) == (code, message)


def test_a_year_alone_is_taken_where_it_is_asked_for() -> None:
    assert parse_date_or_year("năm 2021", TODAY) == (None, 2021)
    assert parse_date_or_year("1/7/2025", TODAY) == (date(2025, 7, 1), None)
    with pytest.raises(TextRefused, match="Không hiểu ngày"):
        parse_date_or_year("0021", TODAY)


def test_days_and_moments_are_shown_without_zeros_on_the_clocks_there() -> None:
    assert format_date(date(2025, 8, 12)) == "12/8/2025"
    assert format_moment(datetime(2026, 11, 23, 7, 20, tzinfo=UTC)) == "23/11/2026, 14:20"
    there = timezone(timedelta(hours=7))
    assert format_moment(datetime(2026, 11, 23, 9, 5, tzinfo=there)) == "23/11/2026, 9:05"


def test_weekdays_begin_with_monday() -> None:
    names = [weekday_name(TODAY + timedelta(days=step)) for step in range(7)]
    assert names == ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"]


@quick
@given(
    days,
    st.sampled_from(
        ["{0.day}/{0.month}/{0.year}", "{0:%d.%m.}{0.year}", "{0}", "ngày {0.day} tháng {0.month} năm {0.year}"]
    ),
)
def test_what_is_shown_can_be_typed_again(day: date, form: str) -> None:
    assert parse_date(form.format(day), TODAY) == day
    assert parse_date(format_date(day), TODAY) == day


@quick
@given(days, days)
def test_the_next_such_day_is_never_past_nor_more_than_eight_years_off(today: date, wanted: date) -> None:
    found = parse_date(f"{wanted.day}/{wanted.month}", min(today, date(2092, 12, 31)))
    assert min(today, date(2092, 12, 31)) <= found <= today + timedelta(days=8 * 366)
    assert (found.day, found.month) == (wanted.day, wanted.month)


@quick
@given(st.text(max_size=20) | st.text("0123456789/-. thángày", max_size=16))
def test_nonsense_is_refused_and_nothing_else(text: str) -> None:
    try:
        parse_date_or_year(text, TODAY)
    except TextRefused as refused:
        assert refused.code.startswith("date_")
