"""The clock: UTC inside, the day of Asia/Ho_Chi_Minh outside, and it can be stopped."""

from datetime import UTC, date, datetime, timedelta
from threading import Thread

import pytest

from marketplace.core import clock

LATE = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)


def test_now_moves_and_is_utc() -> None:
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.now().tzinfo is UTC


def test_the_day_begins_seven_hours_before_that_of_utc() -> None:
    with clock.freeze(LATE):
        assert clock.today() == date(2026, 11, 24)
        assert clock.local(clock.now()).isoformat() == "2026-11-24T00:30:00+07:00"


def test_a_stopped_clock_moves_only_when_told_and_nests() -> None:
    with clock.freeze(LATE) as outer:
        outer.advance(timedelta(days=1))
        with clock.freeze(LATE):
            assert clock.now() == LATE
        assert clock.now() == LATE + timedelta(days=1)
    assert clock.now() > LATE - timedelta(days=3650)


def test_a_block_that_fails_sets_the_clock_going_again() -> None:
    with pytest.raises(RuntimeError), clock.freeze(datetime(2000, 1, 1, tzinfo=UTC)):
        raise RuntimeError
    assert clock.now().year > 2000


def test_threads_see_the_stopped_clock() -> None:
    seen: list[datetime] = []
    with clock.freeze(LATE):
        thread = Thread(target=lambda: seen.append(clock.now()))
        thread.start()
        thread.join()
    assert seen == [LATE]


def test_a_day_has_its_bounds_and_its_noon() -> None:
    start, end = clock.day_bounds(date(2026, 11, 23))
    assert (start, end) == (
        datetime(2026, 11, 22, 17, tzinfo=UTC),
        datetime(2026, 11, 23, 17, tzinfo=UTC),
    )
    assert clock.noon(date(2026, 11, 23)) == datetime(2026, 11, 23, 5, tzinfo=UTC)
    assert clock.noon(date(2026, 11, 23)).tzinfo is UTC


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = LATE.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        clock.local(naive)
    with pytest.raises(ValueError, match="time zone"), clock.freeze(naive):
        pass
