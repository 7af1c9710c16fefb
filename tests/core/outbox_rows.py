"""Events, handlers and rows of the tests about the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from marketplace.core import outbox
from marketplace.core.db import session, transaction
from marketplace.core.outbox import Job, OutboxRow, Subscription


@dataclass(frozen=True)
class Rang:
    """The bell of house ``number`` rang."""

    number: int


@dataclass
class Bell:
    """Handlers that note what they were given, and fail for the numbers in ``bad``."""

    rung: list[list[int]] = field(default_factory=list)
    bad: set[int] = field(default_factory=set)

    def run(self, jobs: Sequence[Job]) -> None:
        """Note the numbers of one call."""
        numbers = [job.event.number for job in jobs]
        self.rung.append(numbers)
        if self.bad & set(numbers):
            raise ConnectionError("Thu, 0900 000 045")

    def subscription(self, name: str = "bell", batch: int = 1) -> Subscription:
        """This bell as a handler."""
        return Subscription(name, Rang, self.run, batch)


def ring(*numbers: int) -> None:
    """Write the rows."""
    with transaction(write=True):
        for number in numbers:
            outbox.emit(Rang(number))


def take(worker: str = "one") -> list[Job]:
    """Claim, as a worker does."""
    with transaction(write=True):
        return outbox.claim(worker)


def carry_out(jobs: Sequence[Job], worker: str = "one") -> None:
    """Run, as a worker does."""
    with transaction(write=True):
        outbox.run(jobs, worker)


def rows() -> list[OutboxRow]:
    """All rows, oldest first."""
    with transaction(write=False):
        return list(session.scalars(select(OutboxRow).order_by(OutboxRow.id)))
