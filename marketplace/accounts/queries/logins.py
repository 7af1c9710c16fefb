"""Accounts by what people sign in with."""

from sqlalchemy import exists, or_, select

from marketplace.accounts.models import Account
from marketplace.core.db import session
from marketplace.core.emails import parse_email
from marketplace.core.text import TextRefused, parse_phone


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


def accounts_by_id(account_ids: list[int]) -> dict[int, Account]:
    """Accounts by their key."""
    return {row.id: row for row in session.scalars(select(Account).where(Account.id.in_(account_ids)))}
