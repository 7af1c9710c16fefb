"""One's own account."""

from sqlalchemy import func, select

from marketplace.accounts.models import Account, RecoveryCode
from marketplace.core.actor import Actor
from marketplace.core.db import session


def own_account(actor: Actor) -> Account | None:
    """The account of whoever asks."""
    return session.get(Account, actor.account_id) if actor.account_id else None


def recovery_codes_left(account_id: int) -> int:
    """How many recovery codes were not used yet."""
    unused = RecoveryCode.account_id == account_id, RecoveryCode.used_at.is_(None)
    return session.scalar(select(func.count()).where(*unused)) or 0
