"""What the page of the own account prints."""

from collections.abc import Sequence
from dataclasses import dataclass

from marketplace.accounts.models import SessionRow
from marketplace.accounts.vocabulary import BROWSER_NAMES, SYSTEM_NAMES
from marketplace.core.text import format_moment
from marketplace.core.texts import N_, say


@dataclass(frozen=True)
class SessionLine:
    """A sign-in: on what, since when, last used when."""

    device: str
    began: str
    seen: str
    is_present: bool
    end_action: str


@dataclass(frozen=True)
class MorningPage:
    """Where the morning mail is stopped from the mail itself."""

    action: str
    account_href: str
    email: str
    is_stopped: bool


@dataclass(frozen=True)
class OwnPage:
    """The own account; ``open`` is the fold that a form was sent from, ``has_mornings`` None for who is no officer."""

    name: str
    email: str | None
    phone: str | None
    name_action: str
    contact_action: str
    password_action: str
    second_factor_href: str
    has_second_factor: bool
    sessions: list[SessionLine]
    end_others_action: str
    data_href: str
    erase_href: str
    mornings_action: str
    has_mornings: bool | None
    open: str | None


def device_words(device: str) -> str:
    """ "Chrome trên Android" of ``chrome/android``."""
    browser, _, system = device.partition("/")
    names = BROWSER_NAMES.get(browser), SYSTEM_NAMES.get(system)
    if all(names):
        return say(N_("%(browser)s trên %(system)s"), browser=names[0], system=names[1])
    return names[0] or names[1] or say(N_("Máy không rõ loại"))


def session_lines(rows: Sequence[SessionRow], present_id: str | None, hrefs: dict[str, str]) -> list[SessionLine]:
    """``hrefs``: where each is ended, by public id. The present one stands first."""
    lines = [
        SessionLine(
            device=device_words(row.device),
            began=format_moment(row.began_at),
            seen=format_moment(row.seen_at),
            is_present=row.public_id == present_id,
            end_action=hrefs[row.public_id],
        )
        for row in rows
    ]
    return sorted(lines, key=lambda line: not line.is_present)
