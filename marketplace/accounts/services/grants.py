"""Rights given by the administration."""

from marketplace.accounts.models import Account, GrantRow
from marketplace.core.actor import Actor, GrantLevel
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session


def grant_office(actor: Actor, account: Account, place_id: str, level: GrantLevel = "reviewer") -> None:
    """Make the account an officer of the area ``place_id``."""
    _grant(actor, account, "officer", level, place_id)


def grant_administration(actor: Actor, account: Account) -> None:
    """Make the account an administrator of the site."""
    _grant(actor, account, "administrator", "reviewer", None)


def _grant(actor: Actor, account: Account, role: str, level: GrantLevel, place_id: str | None) -> None:
    session.add(
        GrantRow(
            account_id=account.id,
            role=role,
            level=level,
            place_id=place_id,
            granted_by_id=actor.account_id,
            granted_at=now(),
        )
    )
    session.flush()
    record(actor, "grant", "account", account.public_id, role=role, place_id=place_id)
