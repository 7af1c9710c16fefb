"""Which account a signed text names: in links with which a password is set, and between the two steps of a sign-in."""

from datetime import UTC, datetime

from sqlalchemy import select

from marketplace.accounts.models import Account
from marketplace.accounts.vocabulary import LINK_PURPOSE
from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.links import opened_token


def account_key(account: Account) -> str:
    """Names the account as it is now: a new password raises the epoch, and every text with the one before is void."""
    return f"{account.public_id}.{account.session_epoch}"


def account_of_key(key: str) -> Account | None:
    """The account that a key names; None when its password has changed since, when it was disabled, or never was."""
    public_id, _, epoch = key.partition(".")
    account = session.scalars(select(Account).where(Account.public_id == public_id)).one_or_none()
    if account is None or account.disabled_at or account.erased_at or epoch != str(account.session_epoch):
        return None
    return account


def account_of_password_link(_actor: Actor, token: str) -> Account | None:
    """The account whose password a link sets, as long as neither its time has run out nor the password changed."""
    key, _, until = (opened_token(LINK_PURPOSE, token) or "").rpartition(".")
    if not until.isdigit() or datetime.fromtimestamp(int(until), UTC) <= now():
        return None
    return account_of_key(key)
