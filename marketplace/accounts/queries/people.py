"""One's own account."""

from sqlalchemy import func, or_, select

from marketplace.accounts.models import Account, GrantRow, RecoveryCode
from marketplace.core.actor import Actor
from marketplace.core.db import session


def own_account(actor: Actor) -> Account | None:
    """The account of whoever asks."""
    return session.get(Account, actor.account_id) if actor.account_id else None


def recovery_codes_left(account_id: int) -> int:
    """How many recovery codes were not used yet."""
    unused = RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None)
    return session.scalar(select(func.count()).where(*unused)) or 0


def account_for_administrator(actor: Actor, public_id: str) -> Account | None:
    """Any account, for whoever runs the site."""
    if not actor.is_administrator:
        return None
    query = select(Account).where(Account.public_id == public_id, Account.erased_at.is_(None))
    return session.scalars(query).one_or_none()


def accounts_matching(text: str, most: int) -> list[Account]:
    """Accounts whose name, address or number holds the text; without one those that hold rights or are disabled."""
    words, digits = f"%{text.casefold()}%", "".join(filter(str.isdigit, text)).removeprefix("0")
    if text:
        conditions = [func.lower(Account.name).like(words), Account.email.like(words)]
        conditions += [Account.phone.like(f"%{digits}%")] if len(digits) > 2 else []  # two fit anybody's
    else:
        held = select(GrantRow.account_id).where(GrantRow.revoked_at.is_(None))
        conditions = [Account.id.in_(held), Account.disabled_at.is_not(None)]
    query = select(Account).where(or_(*conditions), Account.erased_at.is_(None))
    return list(session.scalars(query.order_by(Account.name, Account.id).limit(most)))
