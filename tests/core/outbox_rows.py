"""Events, handlers and rows of the tests about the outbox."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from marketplace.core import outbox
from marketplace.core.db import session, transaction
from marketplace.core.outbox import Job, OutboxRow, Subscription
from marketplace.core.stamps import put_stamp


@dataclass(frozen=True)
class Rang:
    """The bell of house ``number`` rang."""

    number: int


@dataclass
class Bell:
    """Handlers that note what they were given, write the mark ``writes`` if any, and fail for ``bad`` numbers."""

    rung: list[list[int]] = field(default_factory=list)
    bad: set[int] = field(default_factory=set)
    writes: str | None = None

    def run(self, jobs: Sequence[Job]) -> None:
        """Note the numbers of one call."""
        numbers = [job.event.number for job in jobs]
        self.rung.append(numbers)
        if self.writes:
            put_stamp("bell", self.writes)
        if self.bad & set(numbers):
            raise ConnectionError("Thu, 0900 000 045")

    def subscription(self, name: str = "bell", batch: int = 1) -> Subscription:
        """This bell as a handler."""
        return Subscription(name, Rang, self.run, batch, writes=bool(self.writes))


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
    outbox.run(jobs, worker)


def rows() -> list[OutboxRow]:
    """All rows, oldest first."""
    with transaction(write=False):
        return list(session.scalars(select(OutboxRow).order_by(OutboxRow.id)))
