"""Who is entered, and what a password must be."""

from dataclasses import dataclass

SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 200


@dataclass(frozen=True)
class NewAccount:
    """A person to be entered; one of ``email`` and ``phone`` (E.164) is needed. No password: set by invitation."""

    name: str
    email: str | None = None
    phone: str | None = None
    password: str | None = None


@dataclass(frozen=True)
class AccountErased:
    """An account was deleted by its owner: whoever keeps words or contacts of that person empties them.

    ``mark`` is that of its address (``core.marks``), which the account no longer has.
    """

    account_id: int
    mark: str | None = None
