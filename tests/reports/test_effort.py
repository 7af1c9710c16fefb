"""A report takes a fixed number of statements, however many leads there are."""

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import pytest
from sqlalchemy import event

from marketplace.core.db import database, transaction
from marketplace.reports.queries import opened_of, public_figures
from marketplace.reports.vocabulary import CONTRACTS
from tests.reports.asking import reported
from tests.reports.histories import write_histories

MOST = 4  # events, leads, merges, names of places


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SELECTs that are sent meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.extend([statement] if statement.startswith("SELECT") else [])

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


@pytest.mark.usefixtures("app", "clock")
def test_statements() -> None:
    with transaction(write=True):
        write_histories(Random(4), 40)
    with statements() as sent:
        report = reported("2026")
    assert len(sent) == MOST
    with statements() as sent, transaction(write=False):
        opened_of(CONTRACTS, report.scope)
    assert len(sent) == MOST


@pytest.mark.usefixtures("app", "clock")
def test_public_figures_hide_what_is_small() -> None:
    period = reported("2026-Q3").scope.period
    with transaction(write=False):
        assert [number for number, _ in public_figures(period)] == ["-", "-", "-"]
    with transaction(write=True):
        write_histories(Random(5), 60)
    with transaction(write=False):
        numbers = [number for number, _ in public_figures(period)]
    assert numbers[0].isdigit() and int(numbers[0]) >= 5
