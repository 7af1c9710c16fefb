"""Words and limits of accounts, one noun per file."""

from marketplace.accounts.vocabulary.devices import BROWSER_NAMES, SYSTEM_NAMES, device_of
from marketplace.accounts.vocabulary.links import INVITED_FOR, LINK_PURPOSE
from marketplace.accounts.vocabulary.people import LONGEST_PASSWORD, SHORTEST_PASSWORD, NewAccount
from marketplace.accounts.vocabulary.second_factor import RECOVERY_CODES, SHOWN_SECRETS, STEP_SECONDS, SecondStep
from marketplace.accounts.vocabulary.sessions import (
    IDLE_FOR_OFFICERS,
    IDLE_FOR_PEOPLE,
    NOTED_EVERY,
    SECOND_STEP_WITHIN,
    TRIES_WITHIN,
    Checked,
)

__all__ = [
    "BROWSER_NAMES",
    "IDLE_FOR_OFFICERS",
    "IDLE_FOR_PEOPLE",
    "INVITED_FOR",
    "LINK_PURPOSE",
    "LONGEST_PASSWORD",
    "NOTED_EVERY",
    "RECOVERY_CODES",
    "SECOND_STEP_WITHIN",
    "SHORTEST_PASSWORD",
    "SHOWN_SECRETS",
    "STEP_SECONDS",
    "SYSTEM_NAMES",
    "TRIES_WITHIN",
    "Checked",
    "NewAccount",
    "SecondStep",
    "device_of",
]
