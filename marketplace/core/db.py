"""The database: engines, the session, transactions. The only file that commits, rolls back, or knows a dialect.

A transaction always opens a session of its own, so that what a caller had read before can never leak into it
and, on SQLite, a writing one takes the write lock before its first read (``BEGIN IMMEDIATE``): two writers then
queue instead of failing half-way.
"""

import itertools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import (
    DDL,
    JSON,
    BigInteger,
    Connection,
    DateTime,
    Dialect,
    Engine,
    Integer,
    MetaData,
    Table,
    TypeDecorator,
    event,
)
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import DeclarativeBase

from marketplace.core.errors import Conflict, Unavailable

_BEGIN_OPTION = "marketplace_begin"
_scope: ContextVar[int | None] = ContextVar("transaction_scope", default=None)
_writing: ContextVar[bool] = ContextVar("transaction_writing", default=False)
_scope_numbers = itertools.count(1)

# A key that grows by itself: SQLite only does that for INTEGER, PostgreSQL should have 64 bits.
BigKey = BigInteger().with_variant(Integer(), "sqlite")


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, stored as UTC; refuses naive ones, for they have no meaning here."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the driver UTC (without zone on SQLite, which has none)."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read back an aware UTC moment."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """What every table of the house extends; constraint names are fixed so that migrations can name them."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {datetime: UtcDateTime, dict[str, Any]: JSON}


def _current_scope() -> tuple[str, int]:
    scope = _scope.get()
    return ("transaction", scope) if scope is not None else ("outside", threading.get_ident())


database = SQLAlchemy(
    metadata=Base.metadata,
    session_options={"scopefunc": _current_scope, "expire_on_commit": False, "autoflush": False},
)
session = database.session


@dataclass
class Transaction:
    """A transaction in hand; ``abandon()`` makes it roll back at its end without an exception."""

    kept: bool = True

    def abandon(self) -> None:
        """Roll back at the end instead of committing."""
        self.kept = False


@contextmanager
def transaction(*, write: bool) -> Iterator[Transaction]:
    """Open a session of its own and end it: commit, or roll back on an exception or ``abandon()``.

    Raises Unavailable when the database is locked or lost, Conflict when a constraint refuses the write, RuntimeError
    for a writing one inside a writing one: on SQLite it would wait for itself, so it is a mistake everywhere.
    """
    if write and _writing.get():
        raise RuntimeError("a writing transaction inside a writing one: do it before, or afterwards")
    scope_token, writing_token = _scope.set(next(_scope_numbers)), _writing.set(write or _writing.get())
    current = Transaction()
    try:
        session.connection(execution_options={_BEGIN_OPTION: "IMMEDIATE" if write else "DEFERRED"})
        yield current
        if current.kept and write:
            session.commit()
        else:
            session.expunge_all()  # what was read stays readable after the end
            session.rollback()
    except OperationalError as error:
        session.rollback()
        raise Unavailable() from error
    except IntegrityError as error:
        session.rollback()
        raise Conflict() from error
    except BaseException:
        session.rollback()
        raise
    finally:
        session.remove()
        _writing.reset(writing_token)
        _scope.reset(scope_token)


@contextmanager
def apart() -> Iterator[Transaction]:
    """A short writing transaction for what must outlive a refusal (failed sign-ins, limits): before or afterwards."""
    with transaction(write=True) as current:
        yield current


def is_in_transaction() -> bool:
    """Whether this thread of work stands inside ``transaction()``."""
    return _scope.get() is not None


@event.listens_for(Engine, "connect")
def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Durable and concurrent SQLite: WAL, every commit on disk, foreign keys, and a wait for the other writer.

    What is erased is overwritten in the file too, not only given free.
    """
    if not type(connection).__module__.startswith("sqlite3"):
        return
    connection.isolation_level = None
    for pragma in ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


@event.listens_for(Engine, "begin")
def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        mode = connection.get_execution_options().get(_BEGIN_OPTION, "DEFERRED")
        connection.exec_driver_sql(f"BEGIN {mode}")


def append_only_statements(dialect: str, table: str) -> list[str]:
    """SQL that makes the database itself refuse UPDATE and DELETE on ``table`` (DESIGN rule 2)."""
    message = f"{table} is append-only"
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {table}_refuses_{verb} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{message}'); END"
            for verb in ("update", "delete")
        ]
    return [
        f"CREATE OR REPLACE FUNCTION {table}_refuses() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_refuses()",
    ]


def append_only(table: Table) -> None:
    """Have ``create_all`` add the refusing triggers too, so that models and migrations stay equal."""
    for dialect in ("sqlite", "postgresql"):
        for statement in append_only_statements(dialect, table.name):
            escaped = statement.replace("%", "%%")
            event.listen(table, "after_create", DDL(escaped).execute_if(dialect=dialect))  # type: ignore[no-untyped-call]  # untyped there


def stored_triggers(connection: Connection) -> dict[str, str]:
    """Name → definition of the triggers that the database has, for the test that compares them with the models."""
    if connection.dialect.name == "sqlite":
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
    else:
        query = "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
    return {row[0]: row[1] for row in connection.exec_driver_sql(query)}


@contextmanager
def savepoint() -> Iterator[None]:
    """A part of the transaction that is taken back alone when it raises: one row of a list, of many.

    Raises Conflict when a constraint refuses the part.
    """
    try:
        with session.begin_nested():
            yield
    except IntegrityError as error:
        raise Conflict() from error
