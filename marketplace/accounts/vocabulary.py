"""Words and limits of accounts."""

from dataclasses import dataclass
from datetime import timedelta

SHORTEST_PASSWORD = 8
LONGEST_PASSWORD = 200
TRIES_WITHIN = timedelta(minutes=15)
INVITATION = "invitation"


@dataclass(frozen=True)
class NewAccount:
    """A person to be entered; one of ``email`` and ``phone`` (E.164) is needed. No password: set by invitation."""

    name: str
    email: str | None = None
    phone: str | None = None
    password: str | None = None


@dataclass(frozen=True)
class Checked:
    """The outcome of a sign-in that was checked before any transaction."""

    session_text: str | None
    is_limited: bool = False
