"""The schedule: each job once a day, from its hour in Hà Nội on, however many workers look."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from marketplace.app.schedule import forget_written, write_due_jobs
from marketplace.core.attempts import attempts_within, note_attempt
from marketplace.core.clock import StoppedClock, freeze
from marketplace.core.db import transaction
from marketplace.core.form_keys import remember, result_of
from tests.core.outbox_rows import rows

pytestmark = pytest.mark.usefixtures("app")


def written() -> list[tuple[str, str]]:
    """Events and days in the order of writing; each has one row per handler, and no handler has two of a day."""
    found = [(row.event, row.payload["day"], row.handler) for row in rows()]
    assert len(set(found)) == len(found)
    return list(dict.fromkeys((event, day) for event, day, _ in found))


@pytest.mark.parametrize(
    ("hour", "minute", "events"),
    [
        (0, 4, []),
        (0, 5, ["DayBegan"]),
        (3, 9, ["DayBegan"]),
        (3, 10, ["DayBegan", "NightCame"]),
        (6, 59, ["DayBegan", "NightCame"]),
        (7, 0, ["DayBegan", "NightCame", "MorningCame"]),
        (23, 59, ["DayBegan", "NightCame", "MorningCame"]),
    ],
)
def test_from_its_hour_on_also_when_nobody_was_there_then(hour: int, minute: int, events: list[str]) -> None:
    there = datetime(2026, 11, 24, hour, minute, tzinfo=UTC) - timedelta(hours=7)
    with freeze(there):
        write_due_jobs()
    assert written() == [(event, "2026-11-24") for event in events]


def test_once_a_day_for_all_workers(clock: StoppedClock) -> None:
    for _ in range(3):
        write_due_jobs()
    forget_written()  # another process knows nothing of it
    write_due_jobs()
    assert len(written()) == 3
    clock.advance(timedelta(days=1))
    write_due_jobs()
    assert written()[3:] == [(event, "2026-11-25") for event in ("DayBegan", "NightCame", "MorningCame")]


def test_looking_again_asks_the_database_nothing(clock: StoppedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    write_due_jobs()

    def refuse(**_: object) -> None:
        raise AssertionError("a transaction every half second")

    monkeypatch.setattr("marketplace.app.schedule.transaction", refuse)
    write_due_jobs()


def test_the_night_drops_what_nobody_needs(clock: StoppedClock, drain: Callable[[], int]) -> None:
    with transaction(write=True):
        remember("the-key", "send", "/there")
        note_attempt("mine")
    clock.advance(timedelta(days=8))
    write_due_jobs()
    drain()
    with transaction(write=False):
        assert result_of("the-key", "send") is None
        assert attempts_within("mine", timedelta(days=99)) == 0
    assert all(row.done_at for row in rows())
