"""How long a sign-in lasts, and what comes of trying to sign in."""

from dataclasses import dataclass
from datetime import timedelta

TRIES_WITHIN = timedelta(minutes=15)
# Traders and suppliers sign in on their own phones: once a season is enough. Whoever looks after an area reads
# other people's numbers, often at an office's machine: a session ends with the day.
IDLE_FOR_PEOPLE = timedelta(days=90)
IDLE_FOR_OFFICERS = timedelta(hours=12)
NOTED_EVERY = timedelta(hours=1)
SECOND_STEP_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True)
class Checked:
    """The outcome of a sign-in that was checked before any transaction; ``account_key`` names whose password it was."""

    account_key: str | None
    is_limited: bool = False


@dataclass(frozen=True)
class PasswordCheck:
    """The present password was checked: ``problem`` says what is wrong with it, None when nothing is."""

    problem: str | None
    is_limited: bool = False
