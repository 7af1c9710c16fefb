"""A part of a transaction that is taken back alone."""

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.core.db import savepoint, session, transaction
from marketplace.core.errors import Conflict, Refused
from marketplace.core.stamps import Stamp


def stamps() -> set[str]:
    with transaction(write=False):
        return set(session.scalars(select(Stamp.name).where(Stamp.value == "test")))


def test_what_raised_is_taken_back_and_the_rest_stays(app: Flask) -> None:
    with transaction(write=True):
        session.add(Stamp(name="before", value="test"))
        with pytest.raises(Refused), savepoint():
            session.add(Stamp(name="inside", value="test"))
            session.flush()
            raise Refused
        session.add(Stamp(name="after", value="test"))
    assert stamps() == {"before", "after"}


def test_a_constraint_that_refuses_a_part_is_a_conflict(app: Flask) -> None:
    with transaction(write=True):
        session.add(Stamp(name="once", value="test"))
        session.flush()
        session.expunge_all()  # else the session would notice the double before the database
        with pytest.raises(Conflict), savepoint():
            session.add(Stamp(name="once", value="test"))
            session.flush()
    assert stamps() == {"once"}
