"""What the page of the second factor prints."""

from dataclasses import dataclass

import pyotp
import segno

QUIET = 4  # modules around a code, as ISO/IEC 18004 wants


@dataclass(frozen=True)
class Qr:
    """A QR code as one path of squares, ``size`` modules wide with the quiet zone."""

    size: int
    path: str


@dataclass(frozen=True)
class SetUp:
    """What an authenticator takes in: the drawing, or the secret typed by hand."""

    qr: Qr
    secret: str
    app_href: str


@dataclass(frozen=True)
class SecondFactorPage:
    """The second factor of the own account: off, being set up (``set_up``), or on ``since`` a day.

    ``must_have``: an officer, who can't do without.
    """

    account_href: str
    start_action: str
    confirm_action: str
    renew_action: str
    drop_action: str
    set_up: SetUp | None
    since: str | None
    codes_left: int
    must_have: bool
    is_lacking: bool


@dataclass(frozen=True)
class RecoveryCodesPage:
    """Fresh recovery codes, shown this once."""

    codes: list[str]
    onward_href: str


def set_up_of(secret: str, login: str, site_name: str) -> SetUp:
    """The secret in the shapes that authenticators take."""
    address = pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=site_name)
    groups = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return SetUp(qr_of(address), groups, address)


def qr_of(text: str) -> Qr:
    """The text as a drawing: one square for each dark module."""
    rows = [list(row) for row in segno.make(text, error="m", micro=False).matrix]
    squares = [
        f"M{column + QUIET} {line + QUIET}h1v1h-1z"
        for line, row in enumerate(rows)
        for column, dark in enumerate(row)
        if dark
    ]
    return Qr(len(rows) + 2 * QUIET, "".join(squares))
