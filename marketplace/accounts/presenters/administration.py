"""What the administrator's page of accounts prints."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marketplace.accounts.models import Account, GrantRow
from marketplace.accounts.presenters.signing_in import login_shown
from marketplace.accounts.vocabulary import ROLE_LABELS
from marketplace.core.text import format_moment
from marketplace.core.texts import N_, say
from marketplace.places.queries import display_names
from marketplace.places.vocabulary import Era, era_of


@dataclass(frozen=True)
class GrantLine:
    """A right in words, and its key."""

    words: str
    key: int


@dataclass(frozen=True)
class AccountLine:
    """An account with its rights; an action is None where there is nothing to do."""

    name: str
    login: str
    seen: str
    is_disabled: bool
    has_second_factor: bool
    grants: list[GrantLine]
    revoke_action: str
    disable_action: str | None
    enable_action: str | None
    reset_action: str | None


@dataclass(frozen=True)
class AdministrationPage:
    """Accounts found, and the form for a right."""

    action: str
    q: str
    give_action: str
    lines: list[AccountLine]
    is_cut: bool


def grant_words(row: GrantRow, names: Mapping[str, str]) -> str:
    """ "Cán bộ xét duyệt, xã Quảng Bạch"."""
    code = row.role if row.role == "administrator" else row.level
    label = say(ROLE_LABELS[code])
    return f"{label}, {names.get(row.place_id, row.place_id)}" if row.place_id else label


def area_words(rows: Sequence[GrantRow]) -> dict[str, str]:
    """The areas of rights by their place; a former unit says that it is."""
    keys = [row.place_id for row in rows if row.place_id]
    found = display_names(keys)
    return {
        key: say(N_("%(name)s (cũ)"), name=found[key].full) if era_of(key) == Era.FORMER else found[key].full
        for key in keys
        if key in found
    }


def account_line(
    account: Account, grants: list[GrantLine], hrefs: Mapping[str, str], *, is_oneself: bool
) -> AccountLine:
    """``hrefs``: where what is done to this account, by endpoint."""
    signed_in_at = account.last_signed_in_at
    return AccountLine(
        name=account.name,
        login=login_shown(account),
        seen=format_moment(signed_in_at) if signed_in_at else say(N_("chưa lần nào")),
        is_disabled=account.disabled_at is not None,
        has_second_factor=account.totp_confirmed_at is not None,
        grants=grants,
        revoke_action=hrefs["revoke"],
        disable_action=None if account.disabled_at or is_oneself else hrefs["disable"],
        enable_action=hrefs["enable"] if account.disabled_at else None,
        reset_action=hrefs["reset_second_factor"] if account.totp_confirmed_at and not is_oneself else None,
    )
