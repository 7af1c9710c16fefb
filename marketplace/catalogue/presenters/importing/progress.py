"""How far a list is: for the page that waits, and for the script that asks on its behalf."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from marketplace.catalogue.models import ImportRun
from marketplace.core.text import format_number
from marketplace.core.texts import say

_COUNTED_WITHIN = timedelta(minutes=10)  # later nobody counts any more: a run of old was never counted


@dataclass(frozen=True)
class Progress:
    """``done`` of ``total`` rows, in words too. A page that waits is over when ``state`` is another."""

    state: str
    done: int
    total: int
    words: str


def progress_of(run: ImportRun, now: datetime) -> Progress:
    """How far the worker is with looking at a list, with taking it, or with counting what came of it."""
    done = run.rows_seen if run.state == "uploaded" else run.rows_done
    state = "counting" if is_counted(run, now) else run.state
    return Progress(state, min(done, run.row_count), run.row_count, _words(run, state, done))


def is_worked_on(run: ImportRun, now: datetime) -> bool:
    """Whether it is worth while to look again in a moment."""
    return run.state in ("uploaded", "taking") or is_counted(run, now)


def is_counted(run: ImportRun, now: datetime) -> bool:
    """Whether all is taken, and the database is about to be counted again."""
    return run.recounted is None and run.ended_at is not None and run.state == "ended" and _is_recent(run.ended_at, now)


def _is_recent(ended_at: datetime, now: datetime) -> bool:
    return now - ended_at < _COUNTED_WITHIN


def _words(run: ImportRun, state: str, done: int) -> str:
    numbers = {"done": format_number(done), "count": format_number(run.row_count)}
    if state == "counting":
        return say("Đã nhận xong, đang đếm lại trong kho")
    if not done:
        return say("Đang chờ tới lượt, %(count)s dòng", count=numbers["count"])
    if state == "taking":
        return say("Đang nhận %(done)s/%(count)s dòng", **numbers)
    return say("Đang xem %(done)s/%(count)s dòng", **numbers)
