"""Passwords are hashed as everywhere, only quicker; and somebody who is signed in to the own account."""

import pytest
from argon2 import PasswordHasher
from flask import Flask

from marketplace.accounts.models import Account
from marketplace.accounts.services import hashing
from marketplace.core.clock import StoppedClock
from tests.accounts.people import enter, try_to_sign_in
from tests.browse import Browser, browser


@pytest.fixture(autouse=True)
def quick_hasher(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real argon2id with the smallest parameters: tests need not wait for what is slow on purpose."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(hashing, "_hasher", quick)
    monkeypatch.setattr(hashing, "_NOBODY", quick.hash("nobody has this password"))


@pytest.fixture
def account(app: Flask, clock: StoppedClock) -> Account:
    """An account with a password, reached by address and by phone."""
    return enter()


@pytest.fixture
def own(account: Account, app: Flask) -> Browser:
    """The browser in which its owner is signed in."""
    client = browser(app)
    try_to_sign_in(client)
    return client
