"""Transactions: all or nothing, one writer at a time, nothing leaks from one into another."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Engine, event, text

from marketplace.core import db
from marketplace.core.clock import now
from marketplace.core.db import UtcDateTime, _prepare_sqlite, apart, database, savepoint, session, transaction
from marketplace.core.errors import Conflict, Unavailable
from marketplace.core.settings import settings
from marketplace.core.stamps import Stamp, put_stamp, stamp_of

pytestmark = pytest.mark.usefixtures("app")


def kept(name: str = "mark") -> str | None:
    with transaction(write=False):
        return stamp_of(name)


@pytest.fixture
def impatient() -> None:
    """The next writer waits 50 ms for another one, not ten seconds."""
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=50")


@pytest.fixture
def other_writer() -> Iterator[sqlite3.Connection]:
    """Another process's connection to the same file."""
    connection = sqlite3.connect(settings().data_folder / "marketplace.sqlite3", isolation_level=None)
    yield connection
    connection.close()


def test_what_ended_well_is_kept() -> None:
    with transaction(write=True):
        put_stamp("mark", "1")
    assert kept() == "1"


def test_an_exception_takes_everything_back() -> None:
    with pytest.raises(KeyError), transaction(write=True):
        put_stamp("mark", "1")
        raise KeyError
    assert kept() is None


def test_abandoned_means_taken_back() -> None:
    with transaction(write=True) as current:
        put_stamp("mark", "1")
        current.abandon()
    assert kept() is None


def test_a_reading_one_writes_nothing() -> None:
    with transaction(write=False):
        put_stamp("mark", "1")
    assert kept() is None


def test_what_was_read_stays_readable_after_the_end() -> None:
    with transaction(write=True):
        put_stamp("mark", "1")
    with transaction(write=False):
        row = session.get_one(Stamp, "mark")
    assert row.value == "1"


def test_a_writing_one_takes_the_lock_before_its_first_read(impatient: None, other_writer: sqlite3.Connection) -> None:
    with transaction(write=True), pytest.raises(sqlite3.OperationalError, match="locked"):
        other_writer.execute("PRAGMA busy_timeout=1")
        other_writer.execute("BEGIN IMMEDIATE")


def test_readers_do_not_wait_for_a_writer(impatient: None, other_writer: sqlite3.Connection) -> None:
    other_writer.execute("BEGIN IMMEDIATE")
    assert kept() is None


def test_a_second_writer_who_waits_in_vain_is_told(impatient: None, other_writer: sqlite3.Connection) -> None:
    other_writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(Unavailable), transaction(write=True):
        raise AssertionError("never begun")
    other_writer.execute("ROLLBACK")
    with transaction(write=True):
        put_stamp("mark", "afterwards")
    assert kept() == "afterwards"


def test_a_second_writer_waits_for_the_first(app: Flask) -> None:
    holding, asking = threading.Event(), threading.Event()

    def second() -> None:
        with app.app_context():
            holding.wait(5)
            asking.set()
            with transaction(write=True):
                put_stamp("mark", f"{stamp_of('mark')} second")

    thread = threading.Thread(target=second)
    thread.start()
    with transaction(write=True):
        holding.set()
        asking.wait(5)
        put_stamp("mark", "first")
    thread.join()
    assert kept() == "first second"


def test_a_constraint_that_refuses_is_a_conflict() -> None:
    with transaction(write=True):
        put_stamp("mark", "1")
    with pytest.raises(Conflict), transaction(write=True):
        session.add(Stamp(name="mark", value="2"))
        session.flush()
    assert kept() == "1"


def test_a_part_is_taken_back_alone() -> None:
    with transaction(write=True):
        put_stamp("mark", "1")
        with pytest.raises(Conflict), savepoint():
            put_stamp("other", "1")
            session.execute(text("INSERT INTO stamp VALUES ('mark', '2')"))
    assert (kept(), kept("other")) == ("1", None)


def test_an_outer_session_does_not_leak_in() -> None:
    with transaction(write=True):
        put_stamp("mark", "1")
    session.get_one(Stamp, "mark").value = "typed outside"
    with transaction(write=True):
        assert session.get_one(Stamp, "mark").value == "1"
    assert kept() == "1"
    session.rollback()


def test_a_read_inside_another_stands_alone() -> None:
    with transaction(write=True):
        put_stamp("mark", "not yet")
        assert kept() is None
        assert stamp_of("mark") == "not yet"


def test_a_writer_inside_a_writer_is_a_mistake() -> None:
    with transaction(write=True):
        for inner in (apart(), transaction(write=True)):
            with pytest.raises(RuntimeError, match="inside"), inner:
                pass
        with transaction(write=False), pytest.raises(RuntimeError, match="inside"), apart():
            pass
    with apart():
        put_stamp("mark", "afterwards")
    assert kept() == "afterwards"


def test_apart_outlives_the_refusal_around_it() -> None:
    with pytest.raises(KeyError), transaction(write=False):
        with apart():
            put_stamp("mark", "1")
        raise KeyError
    assert kept() == "1"


def test_inside_or_not() -> None:
    assert not db.is_in_transaction()
    with transaction(write=False):
        assert db.is_in_transaction()
    assert not db.is_in_transaction()


def test_moments_are_kept_in_utc() -> None:
    there = datetime(2026, 11, 24, 9, tzinfo=timezone(timedelta(hours=7)))
    dialect = database.engine.dialect
    stored = UtcDateTime().process_bind_param(there, dialect)
    read = UtcDateTime().process_result_value(stored, dialect)
    assert read == there
    assert read.tzinfo is UTC


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(now().replace(tzinfo=None), database.engine.dialect)


def test_every_commit_is_on_disk_and_keys_are_checked(tmp_path: Path) -> None:
    """Of a connection as the house opens it; those of the tests themselves don't wait for the disk."""
    with closing(sqlite3.connect(tmp_path / "any.sqlite3")) as connection:
        _prepare_sqlite(connection, None)
        names = ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names}
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    assert event.contains(Engine, "connect", _prepare_sqlite)


def test_an_error_names_no_values() -> None:
    with pytest.raises(Conflict) as caught, transaction(write=True):
        session.execute(text("INSERT INTO stamp VALUES (:name, :value)"), {"name": "m", "value": "0900 000 045"})
        session.execute(text("INSERT INTO stamp VALUES (:name, :value)"), {"name": "m", "value": "0900 000 045"})
    assert "0900" not in str(caught.value.__cause__)


def test_one_begin_per_transaction() -> None:
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    with transaction(write=True):
        put_stamp("mark", "1")
    event.remove(database.engine, "before_cursor_execute", note)
    assert [line for line in said if line.startswith("BEGIN")] == ["BEGIN IMMEDIATE"]
    assert said[0] == "BEGIN IMMEDIATE"
