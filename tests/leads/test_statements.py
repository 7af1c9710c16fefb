"""How many statements the workbench's pages take: the same few for one lead and for many."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from marketplace.core.db import database
from marketplace.leads.vocabulary import Contact
from tests.browse import Browser
from tests.cast import Cast
from tests.leads.asking import ask, happened


@contextmanager
def counted() -> Iterator[list[str]]:
    """The SELECT statements that run inside."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            statements.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


@pytest.mark.parametrize("path", ["/ban-hang/", "/ban-hang/dau-moi"])
def test_many_leads_take_no_more_statements_than_one(cast: Cast, sign_in: Callable[[str], Browser], path: str) -> None:
    def open_both(number: int) -> None:
        for offset in (0, 50):
            lead = ask(cast.hong_luan, contact=Contact(phone=f"+849000002{number + offset:02}"))
        happened(cast.actor("member"), lead, "quoted", price=66_000)

    browser = sign_in("member")
    open_both(0)
    with counted() as few:
        browser.get(path)
    for number in range(1, 8):
        open_both(number)
    with counted() as many:
        browser.get(path)
    assert len(many) == len(few) <= 15
