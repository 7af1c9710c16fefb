"""The outbox: each row is carried out, once at a time, and none stands in the way of the others."""

import threading
from collections.abc import Sequence
from datetime import timedelta

import pytest
from flask import Flask

from marketplace.core import outbox
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.outbox import KEPT_FOR, LEASE, Job, OutboxRow, Subscription, subscribe
from marketplace.core.stamps import put_stamp, stamp_of
from tests.core.outbox_rows import Bell, Rang, carry_out, ring, rows, take

pytestmark = pytest.mark.usefixtures("clock")


def test_one_row_per_event_and_handler(bell: Bell) -> None:
    subscribe([bell.subscription("first"), bell.subscription("second")])
    ring(1, 2)
    assert [(row.handler, row.payload) for row in rows()] == [
        ("first", {"number": 1}),
        ("second", {"number": 1}),
        ("first", {"number": 2}),
        ("second", {"number": 2}),
    ]


def test_a_row_falls_with_its_transaction(bell: Bell) -> None:
    with pytest.raises(ZeroDivisionError), transaction(write=True):
        outbox.emit(Rang(1))
        _ = 1 / 0
    assert rows() == []


def test_two_handlers_of_one_name_are_refused(bell: Bell) -> None:
    with pytest.raises(ValueError, match="share a name"):
        subscribe([bell.subscription(), bell.subscription()])


def test_the_oldest_row_comes_first_and_is_done_once(bell: Bell) -> None:
    ring(1, 2)
    carry_out(take())
    carry_out(take())
    assert take() == []
    assert bell.rung == [[1], [2]]
    assert all(row.done_at for row in rows())


def test_a_row_that_is_due_later_waits(bell: Bell, clock: StoppedClock) -> None:
    with transaction(write=True):
        outbox.emit(Rang(1), due_at=clock.moment + timedelta(hours=1))
    assert take() == []
    clock.advance(timedelta(hours=1))
    assert [job.event for job in take()] == [Rang(1)]


def test_a_claimed_row_is_nobody_elses_until_its_lease_ends(bell: Bell, clock: StoppedClock) -> None:
    ring(1)
    first = take("one")
    assert take("two") == []
    clock.advance(LEASE + timedelta(seconds=1))
    assert take("two") == first


def test_who_lost_the_lease_carries_out_nothing(bell: Bell, clock: StoppedClock) -> None:
    ring(1)
    late = take("one")
    clock.advance(LEASE + timedelta(seconds=1))
    carry_out(take("two"), "two")
    carry_out(late, "one")
    assert bell.rung == [[1]]


def test_who_lost_the_lease_puts_nothing_back(bell: Bell, clock: StoppedClock) -> None:
    ring(1)
    late = take("one")
    clock.advance(LEASE + timedelta(seconds=1))
    take("two")
    with transaction(write=True):
        outbox.put_back(late, "one", ConnectionError())
    assert rows()[0].claimed_by == "two"


def test_no_row_in_two_workers(bell: Bell, app: Flask) -> None:
    ring(*range(40))
    taken: list[Job] = []

    def work(name: str) -> None:
        with app.app_context():
            while jobs := take(name):
                taken.extend(jobs)

    threads = [threading.Thread(target=work, args=(name,)) for name in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(job.event.number for job in taken) == list(range(40))


def wrote() -> str | None:
    with transaction(write=False):
        return stamp_of("bell")


def test_what_a_handler_writes_falls_with_its_failure(bell: Bell) -> None:
    bell.writes, bell.bad = "rung", {1}
    subscribe([bell.subscription()])
    ring(1, 2)
    with pytest.raises(ConnectionError):
        carry_out(take())
    assert wrote() is None
    assert rows()[0].done_at is None
    carry_out(take())
    assert wrote() == "rung"


def test_who_lost_the_lease_writes_nothing(bell: Bell, clock: StoppedClock) -> None:
    bell.writes = "rung"
    subscribe([bell.subscription()])
    ring(1)
    late = take("one")
    clock.advance(LEASE + timedelta(seconds=1))
    take("two")
    carry_out(late, "one")
    assert wrote() is None
    assert rows()[0].done_at is None


def test_who_lost_a_part_of_the_batch_carries_out_none_of_it(bell: Bell) -> None:
    """What is left must come again: marked as done without being carried out it would be lost."""
    bell.writes = "rung"
    subscribe([bell.subscription(batch=2)])
    ring(1, 2)
    jobs = take("one")
    with transaction(write=True):
        session.get_one(OutboxRow, jobs[0].row_id).claimed_by = "two"
        session.flush()
    carry_out(jobs, "one")
    assert bell.rung == []
    assert [row.done_at for row in rows()] == [None, None]


def test_who_only_reads_keeps_no_writer_waiting(bell: Bell, app: Flask) -> None:
    written: list[str | None] = []

    def write_beside(_jobs: Sequence[Job]) -> None:
        with transaction(write=True):
            put_stamp("bell", "written meanwhile")
        written.append(wrote())

    subscribe([Subscription("slow", Rang, write_beside, writes=False)])
    ring(1)
    carry_out(take())
    assert written == ["written meanwhile"]
    assert rows()[0].done_at


def test_a_batch_takes_its_like_only(bell: Bell) -> None:
    other = Bell()
    subscribe([bell.subscription("bell", batch=3), other.subscription("other")])
    ring(1, 2, 3, 4)
    carry_out(take())
    assert bell.rung == [[1, 2, 3]]
    assert other.rung == []


def test_once_per_key(bell: Bell) -> None:
    with transaction(write=True):
        assert outbox.emit_once(Rang(1), "day/1")
    with transaction(write=True):
        assert not outbox.emit_once(Rang(1), "day/1")
        assert outbox.emit_once(Rang(1), "day/2")
    assert [row.unique_key for row in rows()] == ["day/1/bell", "day/2/bell"]


def test_once_per_key_also_for_a_handler_that_came_later(bell: Bell) -> None:
    with transaction(write=True):
        outbox.emit_once(Rang(1), "day/1")
    subscribe([bell.subscription(), bell.subscription("second")])
    with transaction(write=True):
        assert outbox.emit_once(Rang(1), "day/1")
    assert [row.handler for row in rows()] == ["bell", "second"]


def test_counts_of_what_waits_and_what_is_in_hand(bell: Bell, clock: StoppedClock) -> None:
    ring(1, 2, 3)
    take()
    with transaction(write=False):
        assert (outbox.waiting_count(), outbox.waiting_count("other"), outbox.in_hand_count()) == (3, 0, 1)
    clock.advance(LEASE + timedelta(seconds=1))
    with transaction(write=False):
        assert outbox.in_hand_count() == 0


def test_only_rows_that_were_done_a_month_ago_are_dropped(bell: Bell, clock: StoppedClock) -> None:
    ring(1, 2)
    carry_out(take())
    clock.advance(KEPT_FOR + timedelta(days=1))
    ring(3)
    carry_out(take())
    with transaction(write=True):
        outbox.forget_done()
    assert [row.payload["number"] for row in rows()] == [2, 3]
