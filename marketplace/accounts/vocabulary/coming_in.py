"""Signing up and asking for a new password: who comes, how long links last, how much is let through."""

from dataclasses import dataclass
from datetime import timedelta

from marketplace.core.errors import Refused

RULES_VERSION = "2026-11"
CONFIRM = "confirm-login"  # signs the links with which an address is confirmed
CONFIRM_WITHIN = timedelta(days=3)
RESET_FOR = timedelta(hours=1)
PENDING_KEPT_FOR = timedelta(days=7)
# Mails that a stranger can have sent to one address: a person needs one or two, a mailbox shall not be flooded.
MAILS_PER_ADDRESS = 3
MAILS_WITHIN = timedelta(days=1)
# Per network and hour. Many phones share one address of a mobile network, and a market day brings many at once.
SIGN_UPS_PER_NETWORK = 30
RESETS_PER_NETWORK = 30
COUNTED_WITHIN = timedelta(hours=1)


@dataclass(frozen=True)
class NewPerson:
    """Somebody who signs up with one of ``email`` and ``phone``; the password is hashed already."""

    name: str
    email: str | None
    phone: str | None
    password_hash: str
    language: str
    target: str = ""


@dataclass(frozen=True)
class AddressGiven:
    """Somebody typed an e-mail address, which must be confirmed; then it goes on to ``target``, a path of this site."""

    pending_id: int
    target: str = ""


@dataclass(frozen=True)
class PasswordForgotten:
    """Somebody asked for a new password of the account, in that language."""

    account_id: int
    language: str


@dataclass(frozen=True)
class OfficerInvited:
    """Rights were given to an account that was made for that."""

    account_id: int


@dataclass(frozen=True)
class Prepared:
    """What was done before the transaction: a hash, or why there is none."""

    password_hash: str | None = None
    refused: Refused | None = None
    is_limited: bool = False
