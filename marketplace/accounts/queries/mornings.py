"""Who has a mail in the morning, and whose mail a link stops."""

from sqlalchemy import select

from marketplace.accounts.models import Account, GrantRow
from marketplace.accounts.vocabulary import STOP_MORNINGS
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.core.links import opened_token, private_token


def officers_to_mail() -> list[int]:
    """Accounts with an area to decide in, an address, a password that was set, and no wish to be left alone."""
    decides = select(GrantRow.account_id).where(
        GrantRow.role == "officer", GrantRow.level == "reviewer", GrantRow.revoked_at.is_(None)
    )
    query = select(Account.id).where(
        Account.id.in_(decides),
        Account.email.is_not(None),
        Account.password_hash.is_not(None),
        Account.disabled_at.is_(None),
        Account.erased_at.is_(None),
        Account.morning_mail_stopped_at.is_(None),
    )
    return list(session.scalars(query.order_by(Account.id)))


def morning_stop_token(account: Account) -> str:
    """The token of the link with which the account's morning mail is stopped."""
    return private_token(STOP_MORNINGS, account.public_id)


def account_of_morning_link(_actor: Actor, token: str) -> Account | None:
    """Whose morning mail a link stops; it opens nothing else."""
    public_id = opened_token(STOP_MORNINGS, token)
    if public_id is None:
        return None
    query = select(Account).where(Account.public_id == public_id, Account.erased_at.is_(None))
    return session.scalars(query).one_or_none()
