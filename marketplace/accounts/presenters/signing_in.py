"""What the sign-in pages print."""

from dataclasses import dataclass

from marketplace.accounts.models import Account
from marketplace.core.text import format_phone


@dataclass(frozen=True)
class SignInPage:
    """The sign-in page; ``hint`` is the demonstration's line."""

    action: str
    sign_up_href: str
    forgotten_href: str
    hint: str | None = None


@dataclass(frozen=True)
class SecondStepPage:
    """The page that asks for the code; ``shown_code`` is the demonstration's own."""

    action: str
    back_href: str
    shown_code: str | None = None


@dataclass(frozen=True)
class PasswordPage:
    """The page on which an invited person sets a password, or somebody who forgot it a new one."""

    action: str
    name: str
    login: str
    is_new: bool


def login_shown(account: Account) -> str:
    """With what the account signs in, as people write it."""
    return account.email or (format_phone(account.phone) if account.phone else "")
