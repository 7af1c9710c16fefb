"""Words and limits of accounts, one noun per file."""

from marketplace.accounts.vocabulary.coming_in import (
    CONFIRM,
    CONFIRM_WITHIN,
    COUNTED_WITHIN,
    MAILS_PER_ADDRESS,
    MAILS_WITHIN,
    PENDING_KEPT_FOR,
    RESET_FOR,
    RESETS_PER_NETWORK,
    RULES_VERSION,
    SIGN_UPS_PER_NETWORK,
    AddressGiven,
    NewPerson,
    OfficerInvited,
    PasswordForgotten,
    Prepared,
)
from marketplace.accounts.vocabulary.devices import BROWSER_NAMES, SYSTEM_NAMES, device_of
from marketplace.accounts.vocabulary.guessed import is_guessed
from marketplace.accounts.vocabulary.links import HANDED_FOR, INVITED_FOR, LINK_PURPOSE
from marketplace.accounts.vocabulary.mornings import STOP_MORNINGS, OfficerMorning, morning_key
from marketplace.accounts.vocabulary.people import LONGEST_PASSWORD, SHORTEST_PASSWORD, AccountErased, NewAccount
from marketplace.accounts.vocabulary.rights import ROLE_LABELS, SCOPE_LABELS, Right
from marketplace.accounts.vocabulary.second_factor import RECOVERY_CODES, SHOWN_SECRETS, STEP_SECONDS, SecondStep
from marketplace.accounts.vocabulary.sessions import (
    IDLE_FOR_OFFICERS,
    IDLE_FOR_PEOPLE,
    NOTED_EVERY,
    SECOND_STEP_WITHIN,
    TRIES_WITHIN,
    Checked,
    PasswordCheck,
)

__all__ = [
    "BROWSER_NAMES",
    "CONFIRM",
    "CONFIRM_WITHIN",
    "COUNTED_WITHIN",
    "HANDED_FOR",
    "IDLE_FOR_OFFICERS",
    "IDLE_FOR_PEOPLE",
    "INVITED_FOR",
    "LINK_PURPOSE",
    "LONGEST_PASSWORD",
    "MAILS_PER_ADDRESS",
    "MAILS_WITHIN",
    "NOTED_EVERY",
    "PENDING_KEPT_FOR",
    "RECOVERY_CODES",
    "RESETS_PER_NETWORK",
    "RESET_FOR",
    "ROLE_LABELS",
    "RULES_VERSION",
    "SCOPE_LABELS",
    "SECOND_STEP_WITHIN",
    "SHORTEST_PASSWORD",
    "SHOWN_SECRETS",
    "SIGN_UPS_PER_NETWORK",
    "STEP_SECONDS",
    "STOP_MORNINGS",
    "SYSTEM_NAMES",
    "TRIES_WITHIN",
    "AccountErased",
    "AddressGiven",
    "Checked",
    "NewAccount",
    "NewPerson",
    "OfficerInvited",
    "OfficerMorning",
    "PasswordCheck",
    "PasswordForgotten",
    "Prepared",
    "Right",
    "SecondStep",
    "device_of",
    "is_guessed",
    "morning_key",
]
