"""Passwords are hashed as everywhere, only quicker."""

import pytest
from argon2 import PasswordHasher

from marketplace.accounts import services


@pytest.fixture(autouse=True)
def quick_hasher(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real argon2id with the smallest parameters: tests need not wait for what is slow on purpose."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(services, "_hasher", quick)
    monkeypatch.setattr(services, "_NOBODY", quick.hash("nobody has this password"))
