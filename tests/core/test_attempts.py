"""Counted attempts: per bucket and window, in a table that all processes share and that names nobody."""

import dataclasses
from datetime import timedelta

import pytest

from marketplace.core import attempts
from marketplace.core.attempts import KEPT_FOR, Attempt, attempts_within, bucket_of, forget_attempts, note_attempt
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.settings import settings, use_settings

pytestmark = pytest.mark.usefixtures("app")
QUARTER = timedelta(minutes=15)


def counted(bucket: str, window: timedelta = QUARTER) -> int:
    with transaction(write=False):
        return attempts_within(bucket, window)


def note(*buckets: str) -> None:
    with transaction(write=True):
        for bucket in buckets:
            note_attempt(bucket)


def test_each_bucket_is_counted_apart() -> None:
    note("mine", "mine", "another's")
    assert (counted("mine"), counted("another's"), counted("nobody's")) == (2, 1, 0)


def test_an_attempt_leaves_its_window(clock: StoppedClock) -> None:
    note("mine")
    clock.advance(QUARTER - timedelta(seconds=1))
    assert counted("mine") == 1
    clock.advance(timedelta(seconds=1))
    assert counted("mine") == 0


def test_a_success_empties_its_own_bucket() -> None:
    note("mine", "another's")
    with transaction(write=True):
        forget_attempts("mine")
    assert (counted("mine"), counted("another's")) == (0, 1)


def test_old_attempts_are_dropped(clock: StoppedClock) -> None:
    note("mine")
    clock.advance(KEPT_FOR)
    note("mine")
    clock.advance(timedelta(seconds=1))
    with transaction(write=True):
        attempts.forget_old()
        assert session.query(Attempt).count() == 1


def test_a_bucket_names_nobody_and_needs_the_secret() -> None:
    bucket, before = bucket_of("sign-in", "0900000045"), settings()
    assert bucket == bucket_of("sign-in", "0900000045")
    assert "0900" not in bucket
    assert len({bucket, bucket_of("sign-in", "0900000046"), bucket_of("inquiry", "0900000045")}) == 3
    use_settings(dataclasses.replace(before, secret_key="another"))
    assert bucket_of("sign-in", "0900000045") != bucket
    use_settings(before)
