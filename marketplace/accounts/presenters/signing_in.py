"""What the sign-in pages print."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SignInPage:
    """The sign-in page; ``hint`` is the demonstration's line."""

    action: str
    hint: str | None = None


@dataclass(frozen=True)
class SecondStepPage:
    """The page that asks for the code; ``shown_code`` is the demonstration's own."""

    action: str
    back_href: str
    shown_code: str | None = None


@dataclass(frozen=True)
class PasswordPage:
    """The page on which an invited person sets a password."""

    action: str
    name: str
    login: str
