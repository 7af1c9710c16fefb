"""What time it is: UTC inside, Asia/Ho_Chi_Minh wherever a day begins or ends."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

# Held by the module, not by a context variable: a worker's threads must see it too.
_stopped: "StoppedClock | None" = None


class StoppedClock:
    """A clock that moves only when told to; for tests."""

    def __init__(self, moment: datetime) -> None:
        self.moment = _aware(moment).astimezone(UTC)

    def advance(self, step: timedelta) -> None:
        """Move the stopped clock by `step`."""
        self.moment += step


def now() -> datetime:
    """Give the present moment, aware, in UTC."""
    return _stopped.moment if _stopped else datetime.now(UTC)


@contextmanager
def freeze(moment: datetime) -> Iterator[StoppedClock]:
    """Let every thread read `moment` (aware) until the block ends; blocks may nest."""
    global _stopped
    before, _stopped = _stopped, StoppedClock(moment)
    try:
        yield _stopped
    finally:
        _stopped = before


def today() -> date:
    """Give the present day in Asia/Ho_Chi_Minh."""
    return local(now()).date()


def local(moment: datetime) -> datetime:
    """Give an aware `moment` on the clocks of Asia/Ho_Chi_Minh; ValueError if it has no zone."""
    return _aware(moment).astimezone(ZONE)


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """Give the moments (UTC) when `day` begins and when the next day begins there: half-open."""
    return _there(day, time.min), _there(day + timedelta(days=1), time.min)


def months_before(moment: datetime, months: int) -> datetime:
    """Give the moment so many calendar months earlier there; days after the 28th, which some lack, become the 28th."""
    there = local(moment)
    year, month = divmod(there.year * 12 + there.month - 1 - months, 12)
    return there.replace(year=year, month=month + 1, day=min(there.day, 28)).astimezone(UTC)


def noon(day: date) -> datetime:
    """Give 12:00 there as UTC: the hour of a fact of which only the day is known (`day_only`)."""
    return _there(day, time(12))


def _there(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZONE).astimezone(UTC)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"a moment without a time zone: {moment.isoformat()}")
    return moment
