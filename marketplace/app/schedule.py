"""The clock of the site: each job and its hour in Asia/Ho_Chi_Minh; one outbox row per job and day."""

from dataclasses import dataclass
from datetime import date, datetime, time

from marketplace.core.clock import ZONE, now, today
from marketplace.core.db import transaction
from marketplace.core.outbox import emit_once


@dataclass(frozen=True)
class DayBegan:
    """It is 00:05 of ``day`` (ISO): what began or ended that day must be indexed anew."""

    day: str


@dataclass(frozen=True)
class NightCame:
    """It is 03:10 of ``day`` (ISO): time to drop what nobody needs any more."""

    day: str


@dataclass(frozen=True)
class MorningCame:
    """It is 07:00 of ``day`` (ISO): before offices open, whoever has work to do there is told of it."""

    day: str


SCHEDULE: tuple[tuple[type, time], ...] = (
    (DayBegan, time(0, 5)),
    (NightCame, time(3, 10)),
    (MorningCame, time(7, 0)),
)

_written: set[tuple[type, date]] = set()


def write_due_jobs() -> None:
    """Write the rows of today's jobs whose hour has come; unique per job and day, in memory and in the table."""
    day = today()
    for event, hour in SCHEDULE:
        if (event, day) in _written or now() < datetime.combine(day, hour, ZONE):
            continue
        with transaction(write=True):
            emit_once(event(day=day.isoformat()), key=f"{event.__name__}/{day.isoformat()}")
        _written.add((event, day))


def forget_written() -> None:
    """Forget in memory what was written: the table alone decides again (for tests with fresh data)."""
    _written.clear()
