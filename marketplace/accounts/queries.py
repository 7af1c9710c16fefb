"""Reads of accounts and grants."""

from sqlalchemy import exists, or_, select

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


def login_of(text: str) -> str | None:
    """The e-mail address (lower case) or phone number (E.164) that was typed, None when it is neither."""
    try:
        return parse_email(text) if "@" in text else parse_phone(text)
    except TextRefused:
        return None


def account_by_login(text: str) -> Account | None:
    """The account with this e-mail address or phone number, however it was typed."""
    login = login_of(text)
    if login is None:
        return None
    condition = or_(Account.email == login, Account.phone == login)
    return session.scalars(select(Account).where(condition, Account.disabled_at.is_(None))).one_or_none()


def is_login_taken(text: str) -> bool:
    """Whether an account has it, be it disabled: addresses and numbers are unique among all."""
    login = login_of(text)
    return bool(session.scalar(select(exists().where(or_(Account.email == login, Account.phone == login)))))


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
