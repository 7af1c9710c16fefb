"""The worker: claims outbox rows and carries them out, and writes the rows that the schedule wants."""

import logging
import os
import socket
import time
from threading import Event

from flask import Flask

from marketplace.app.schedule import write_due_jobs
from marketplace.core import outbox
from marketplace.core.db import transaction
from marketplace.core.errors import Unavailable
from marketplace.core.settings import settings
from marketplace.search.services import ensure_index

log = logging.getLogger(__name__)
PAUSE = 0.5  # seconds between looks when nothing waits


def worker_name() -> str:
    """Names this process among all workers."""
    return f"{socket.gethostname()}-{os.getpid()}"


def run_next(app: Flask, worker: str) -> bool:
    """Claim and carry out what is next; False when nothing waits. A failure is put back, never raised."""
    with app.test_request_context(base_url=settings().site_url):
        with transaction(write=True):
            jobs = outbox.claim(worker)
        if not jobs:
            return False
        try:
            outbox.run(jobs, worker)
        except Exception as error:
            log.exception("outbox rows %s failed", [job.row_id for job in jobs])
            with transaction(write=True):
                outbox.put_back(jobs, worker, error)
        return True


def drain(app: Flask) -> int:
    """Carry out all that waits now, in this process; the number of claims."""
    keep_index(app)
    worker, done = worker_name() + "-drain", 0
    while run_next(app, worker):
        done += 1
    return done


def settle(app: Flask) -> None:
    """Drain, and wait for what workers beside this one have in hand: then all is done that could be."""
    end = time.monotonic() + outbox.LEASE.total_seconds()
    drain(app)
    while _others_work(app) and time.monotonic() < end:
        time.sleep(PAUSE / 5)
        drain(app)


def _others_work(app: Flask) -> bool:
    with app.app_context(), transaction(write=False):
        return outbox.in_hand_count() > 0


def keep_index(app: Flask) -> None:
    """Build the search index where there is none that can be used; the database is the truth, so it heals by itself."""
    with app.test_request_context(base_url=settings().site_url), transaction(write=False):
        ensure_index()


def work(app: Flask, stopping: Event) -> None:
    """Run until ``stopping`` is set; the row in hand is finished first."""
    worker = worker_name()
    while not stopping.is_set():
        try:
            with app.app_context():
                write_due_jobs()
            keep_index(app)
            if not run_next(app, worker):
                stopping.wait(PAUSE)
        except Unavailable:
            log.warning("database busy; trying again")
            stopping.wait(PAUSE)
        except Exception:  # a worker that ends helps nobody; what was in hand comes again when its lease has ended
            log.exception("worker: trying again")
            stopping.wait(PAUSE)
