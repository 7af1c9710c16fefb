"""Words of claims: codes, reasons, where a claim stands, and what happens to it."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from marketplace.core.texts import N_

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without those that are misread on paper
CODE_LENGTH = 10  # 31^10 > 2^49, and tries are limited
CODE_LASTS = timedelta(days=14)

# Tries within the window: of one account, for one supplier whoever tries, from one network.
CODE_WINDOW = timedelta(hours=1)
TRIES_OF_ACCOUNT, TRIES_FOR_SUPPLIER, TRIES_FROM_NETWORK = 6, 20, 20

MOST_PENDING = 5  # claims of one account that wait
MOST_MESSAGES_A_DAY = 20

STATE_LABELS = {
    "pending": N_("Đang chờ cán bộ"),
    "approved": N_("Đã nhận"),
    "refused": N_("Chưa được nhận"),
    "withdrawn": N_("Đã rút lại"),
}
# Why a claim is refused, or an approved one taken back.
CLAIM_REASONS = {
    "unproven": N_("Giấy tờ, lời kể chưa cho thấy bạn thuộc nơi này"),
    "unreachable": N_("Cán bộ chưa liên lạc được với bạn"),
    "other_person": N_("Nơi này đã giao cho người khác phụ trách"),
    "wrong_place": N_("Yêu cầu gửi nhầm nơi"),
    "left": N_("Bạn không còn làm ở nơi này"),
    "other": N_("Lý do khác"),
}


@dataclass(frozen=True)
class NewClaim:
    """What somebody says who claims a supplier with proof: position, how an officer reaches him, what shows it."""

    position: str
    reach: str
    words: str


@dataclass(frozen=True)
class ClaimMade:
    """Somebody claimed a supplier with proof."""

    claim_id: int


@dataclass(frozen=True)
class ClaimDecided:
    """An officer approved or refused a claim, or took an approved one back: ``decision`` is the state that it got.

    ``message_id`` is what was said with it.
    """

    claim_id: int
    decision: str
    message_id: int | None = None


@dataclass(frozen=True)
class ClaimOvertaken:
    """Somebody else was given the supplier while this claim waits."""

    claim_id: int


@dataclass(frozen=True)
class ClaimAsked:
    """An officer asked the claimant something, with the message ``message_id``."""

    claim_id: int
    message_id: int


def new_code() -> str:
    """A fresh code, without the dash that it is printed with."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def printed_code(code: str) -> str:
    """In two groups: "K7QM3-XH9RT"."""
    return f"{code[:5]}-{code[5:]}"


def read_code(text: str) -> str | None:
    """The code that was typed, in whatever groups and case; None for what can be none."""
    code = "".join(letter for letter in text.upper() if letter.isalnum())
    return code if len(code) == CODE_LENGTH and set(code) <= set(CODE_LETTERS) else None
