"""What the pages of signing up and of forgotten passwords print."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SignUpPage:
    """The sign-up form; ``done`` says by what somebody signed up just now: thu (mail) or so (number)."""

    action: str
    rules_href: str
    privacy_href: str
    sign_in_href: str
    done: str | None


@dataclass(frozen=True)
class ConfirmPage:
    """What is confirmed with one button: a new account of that name, or another address of an account."""

    action: str
    email: str
    name: str
    is_new: bool
    target: str
    problem: str | None = None


@dataclass(frozen=True)
class ForgottenPage:
    """The form for a new password, or what follows when it was sent."""

    action: str
    sign_in_href: str
    is_sent: bool
