"""Passwords are hashed as everywhere, only quicker."""

import pytest
from argon2 import PasswordHasher

from marketplace.accounts.services import hashing


@pytest.fixture(autouse=True)
def quick_hasher(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real argon2id with the smallest parameters: tests need not wait for what is slow on purpose."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(hashing, "_hasher", quick)
    monkeypatch.setattr(hashing, "_NOBODY", quick.hash("nobody has this password"))
