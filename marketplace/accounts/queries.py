"""Reads of accounts and grants."""

from sqlalchemy import select

from marketplace.accounts.models import Account, GrantRow
from marketplace.accounts.vocabulary import INVITATION
from marketplace.core.actor import Actor, Grant
from marketplace.core.db import session
from marketplace.core.emails import parse_email
from marketplace.core.links import opened_token
from marketplace.core.text import TextRefused, parse_phone


def session_text_of(account: Account) -> str:
    """What a session holds: the account, and the epoch that ends it when raised."""
    return f"{account.public_id}.{account.session_epoch}"


def account_of_session(text: str) -> Account | None:
    """The account whose session this is; None when it was ended, disabled, or never was."""
    public_id, _, epoch = text.partition(".")
    account = session.scalars(select(Account).where(Account.public_id == public_id)).one_or_none()
    if account is None or account.disabled_at or epoch != str(account.session_epoch):
        return None
    return account


def account_by_login(login: str) -> Account | None:
    """The account with this e-mail address or phone number, however it was typed."""
    try:
        condition = Account.email == parse_email(login) if "@" in login else Account.phone == parse_phone(login)
    except TextRefused:
        return None
    return session.scalars(select(Account).where(condition, Account.disabled_at.is_(None))).one_or_none()


def grants_of(account_id: int) -> tuple[Grant, ...]:
    """The rights in force."""
    query = select(GrantRow).where(GrantRow.account_id == account_id, GrantRow.revoked_at.is_(None))
    return tuple(
        Grant(row.role, row.level, row.place_id)  # type: ignore[arg-type]  # the table's check allows these words only
        for row in session.scalars(query.order_by(GrantRow.id))
    )


def account_of_invitation(_actor: Actor, token: str) -> Account | None:
    """The account that an invitation names, as long as its password hasn't been set with it."""
    text = opened_token(INVITATION, token)
    return account_of_session(text) if text else None


def accounts_by_id(account_ids: list[int]) -> dict[int, Account]:
    """Accounts by their key."""
    return {row.id: row for row in session.scalars(select(Account).where(Account.id.in_(account_ids)))}
