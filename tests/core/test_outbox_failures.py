"""The outbox when something goes wrong: pauses, burials, and no row in the way of the others."""

from datetime import timedelta
from itertools import pairwise

import pytest

from marketplace.core import outbox
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.outbox import LEASE, TRIES, Job, subscribe
from tests.core.outbox_rows import Bell, Rang, carry_out, ring, rows, take

pytestmark = pytest.mark.usefixtures("clock")


def fail(jobs: list[Job]) -> None:
    with transaction(write=True):
        outbox.put_back(jobs, "one", ConnectionError())


def test_a_failure_pauses_longer_each_time_and_is_buried_in_the_end(bell: Bell, clock: StoppedClock) -> None:
    ring(1)
    pauses = []
    for _ in range(TRIES):
        fail(take())
        pauses.append(rows()[0].due_at - clock.moment)
        clock.advance(pauses[-1])
    assert pauses[0] == timedelta(seconds=5)
    assert all(later == 4 * sooner for sooner, later in pairwise(pauses))
    assert rows()[0].buried_at
    assert take() == []


def test_what_failed_in_a_batch_is_tried_alone(bell: Bell, clock: StoppedClock) -> None:
    subscribe([bell.subscription(batch=10)])
    ring(1, 2, 3)
    fail(take())
    clock.advance(timedelta(seconds=5))
    assert [[job.event.number for job in take()] for _ in range(3)] == [[1], [2], [3]]


def test_a_row_whose_worker_died_at_every_try_is_buried(bell: Bell, clock: StoppedClock) -> None:
    ring(1, 2)
    for _ in range(TRIES):
        assert take()[0].event == Rang(1)
        clock.advance(LEASE + timedelta(seconds=1))
    assert take()[0].event == Rang(2)
    assert rows()[0].buried_at


def test_a_handler_that_nobody_knows_stands_in_no_ones_way(bell: Bell, clock: StoppedClock) -> None:
    subscribe([bell.subscription("gone"), bell.subscription()])
    ring(1)
    subscribe([bell.subscription()])
    assert [job.event for job in take()] == [Rang(1)]
    gone = rows()[0]
    assert gone.claimed_by is None
    assert gone.due_at > clock.moment
    for _ in range(TRIES):
        clock.advance(timedelta(days=1))
        take()
    assert rows()[0].buried_at, "not for ever"


def test_an_event_with_other_fields_stands_in_no_ones_way(bell: Bell) -> None:
    ring(1, 2)
    with transaction(write=True):
        session.get_one(outbox.OutboxRow, rows()[0].id).payload = {"colour": "red"}
    assert [job.event for job in take()] == [Rang(2)]


def test_what_an_error_said_is_not_kept(bell: Bell) -> None:
    ring(1)
    bell.bad = {1}
    jobs = take()
    with pytest.raises(ConnectionError) as caught:
        carry_out(jobs)
    with transaction(write=True):
        outbox.put_back(jobs, "one", caught.value)
    assert (rows()[0].last_error or "").startswith("ConnectionError at outbox_rows.py:")
