"""The worker: it goes on whatever fails, and what a dead one left is taken up."""

import logging
import sqlite3
import threading
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta

import pytest
from flask import Flask

from marketplace.app import worker
from marketplace.app.wiring import SUBSCRIPTIONS
from marketplace.app.worker import drain, settle, work
from marketplace.core import outbox
from marketplace.core.clock import StoppedClock
from marketplace.core.db import database
from marketplace.core.outbox import LEASE, Job, subscribe
from marketplace.core.settings import settings
from tests.core.outbox_rows import Bell, carry_out, ring, rows, take


class Stopper(Bell):
    """A bell that tells the worker to stop after so many rings, and fails for the bad numbers."""

    def __init__(self, stopping: threading.Event, after: int) -> None:
        super().__init__()
        self.stopping, self.after = stopping, after

    def run(self, jobs: Sequence[Job]) -> None:
        """Ring, and stop where it was enough."""
        if len(self.rung) + 1 >= self.after:
            self.stopping.set()
        super().run(jobs)


@pytest.fixture
def stopping() -> Iterator[threading.Event]:
    """Stops a worker that would go on for ever."""
    event = threading.Event()
    timer = threading.Timer(10, event.set)
    timer.start()
    yield event
    timer.cancel()
    subscribe(SUBSCRIPTIONS)


@pytest.fixture
def bell(app: Flask) -> Iterator[Bell]:
    """The only handler."""
    found = Bell()
    subscribe([found.subscription()])
    yield found
    subscribe(SUBSCRIPTIONS)


@pytest.mark.usefixtures("clock")
def test_draining_does_all_that_waits(app: Flask, bell: Bell) -> None:
    ring(1, 2, 3)
    assert drain(app) == 3
    assert bell.rung == [[1], [2], [3]]
    assert drain(app) == 0


def test_what_failed_is_tried_again_later(app: Flask, bell: Bell, clock: StoppedClock) -> None:
    ring(1, 2)
    bell.bad = {1}
    drain(app)
    assert [bool(row.done_at) for row in rows()] == [False, True]
    bell.bad = set()
    clock.advance(timedelta(seconds=5))
    drain(app)
    assert all(row.done_at for row in rows())


def test_what_a_killed_worker_had_in_hand_runs_again_after_its_lease(
    app: Flask, bell: Bell, clock: StoppedClock
) -> None:
    ring(1)
    take("killed before it could run")
    drain(app)
    assert bell.rung == []
    clock.advance(LEASE + timedelta(seconds=1))
    drain(app)
    assert bell.rung == [[1]]


@pytest.mark.usefixtures("clock")
def test_a_half_done_job_leaves_nothing_and_is_noted(app: Flask, bell: Bell, caplog: pytest.LogCaptureFixture) -> None:
    ring(1)
    bell.bad = {1}
    with caplog.at_level(logging.ERROR):
        drain(app)
    assert rows()[0].tries == 1
    assert rows()[0].claimed_by is None
    assert "outbox rows [1] failed" in caplog.text


def test_it_goes_on_after_a_handler_that_fails(app: Flask, stopping: threading.Event, clock: StoppedClock) -> None:
    bell = Stopper(stopping, after=2)
    bell.bad = {1}
    subscribe([bell.subscription()])
    ring(1, 2)
    work(app, stopping)
    assert bell.rung == [[1], [2]]


def test_it_goes_on_when_the_database_was_busy(
    app: Flask, stopping: threading.Event, caplog: pytest.LogCaptureFixture
) -> None:
    bell = Stopper(stopping, after=1)
    subscribe([bell.subscription()])
    ring(1)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=20")
    other = sqlite3.connect(settings().data_folder / "marketplace.sqlite3", check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    threading.Timer(0.8, other.rollback).start()
    with caplog.at_level(logging.WARNING):
        work(app, stopping)
    other.close()
    assert "database busy" in caplog.text
    assert bell.rung == [[1]]


def test_it_goes_on_after_anything_else(
    app: Flask, stopping: threading.Event, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bell, looked = Stopper(stopping, after=1), list[int]()
    subscribe([bell.subscription()])
    ring(1)

    def write_due_jobs() -> None:
        looked.append(1)
        if len(looked) == 1:
            raise LookupError("nobody expected this")

    monkeypatch.setattr(worker, "write_due_jobs", write_due_jobs)
    with caplog.at_level(logging.ERROR):
        work(app, stopping)
    assert "nobody expected this" in caplog.text
    assert bell.rung == [[1]]


def test_it_finishes_the_row_in_hand_and_stops(app: Flask, stopping: threading.Event) -> None:
    bell = Stopper(stopping, after=1)
    subscribe([bell.subscription()])
    ring(1, 2)
    work(app, stopping)
    assert [bool(row.done_at) for row in rows()] == [True, False]


@pytest.mark.usefixtures("clock")
def test_settling_waits_for_what_others_have_in_hand(app: Flask, bell: Bell) -> None:
    ring(1, 2)
    jobs = take("other")
    finished: list[float] = []

    def finish() -> None:
        with app.app_context():
            carry_out(jobs, "other")
        finished.append(time.monotonic())

    timer = threading.Timer(0.4, finish)
    timer.start()
    settle(app)
    assert finished, "it returned before the other worker had done its row"
    timer.join()
    assert all(row.done_at for row in rows())


@pytest.mark.usefixtures("clock")
def test_settling_does_not_wait_for_ever(app: Flask, bell: Bell, monkeypatch: pytest.MonkeyPatch) -> None:
    ring(1)
    take("killed")
    monkeypatch.setattr(outbox, "LEASE", timedelta(seconds=0.2))
    settle(app)
    assert rows()[0].done_at is None
