"""How many SELECT statements something takes."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from marketplace.core.db import database


@contextmanager
def selects() -> Iterator[list[str]]:
    """The SELECT statements that run inside."""
    heard: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            heard.append(statement)

    event.listen(database.engine, "before_cursor_execute", hear)
    try:
        yield heard
    finally:
        event.remove(database.engine, "before_cursor_execute", hear)
