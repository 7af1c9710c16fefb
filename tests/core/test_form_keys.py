"""Form keys: a success is remembered, within its scope and for a week."""

from datetime import timedelta

import pytest

from marketplace.core import form_keys
from marketplace.core.clock import StoppedClock
from marketplace.core.db import transaction
from marketplace.core.errors import Conflict
from marketplace.core.form_keys import KEPT_FOR, fresh_form_key, remember, result_of

pytestmark = pytest.mark.usefixtures("app")


def result(key: str, scope: str) -> str | None:
    with transaction(write=False):
        return result_of(key, scope)


def test_a_success_shows_its_result_within_its_scope_only() -> None:
    with transaction(write=True):
        remember("the-key", "send 1", "/theo-doi/abc")
    assert result("the-key", "send 1") == "/theo-doi/abc"
    assert result("the-key", "send 2") is None
    assert result("another-key", "send 1") is None


def test_a_success_that_was_taken_back_is_not_remembered() -> None:
    with transaction(write=True) as current:
        remember("the-key", "send 1", "/theo-doi/abc")
        current.abandon()
    assert result("the-key", "send 1") is None


def test_the_second_of_two_at_the_same_moment_is_refused() -> None:
    with transaction(write=True):
        remember("the-key", "send 1", "/first")
    with pytest.raises(Conflict), transaction(write=True):
        remember("the-key", "send 1", "/second")
    assert result("the-key", "send 1") == "/first"


def test_old_keys_are_dropped(clock: StoppedClock) -> None:
    with transaction(write=True):
        remember("the-key", "send 1", "/theo-doi/abc")
    for step, kept in ((KEPT_FOR, True), (timedelta(seconds=1), False)):
        clock.advance(step)
        with transaction(write=True):
            form_keys.forget_old()
        assert bool(result("the-key", "send 1")) is kept


def test_fresh_keys_differ() -> None:
    assert len({fresh_form_key() for _ in range(100)}) == 100
