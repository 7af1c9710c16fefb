"""Builds the Actor of a session from accounts and suppliers."""

from marketplace.accounts.queries import account_of_session, grants_of
from marketplace.core.actor import Actor
from marketplace.core.db import transaction
from marketplace.suppliers.queries import memberships_of


def load_actor(session_text: str) -> Actor | None:
    """The actor whom a session's text stands for; None when the session has ended. Reads in its own transaction."""
    with transaction(write=False):
        account = account_of_session(session_text)
        if account is None:
            return None
        return Actor(
            account_id=account.id,
            name=account.name,
            grants=grants_of(account.id),
            memberships=memberships_of(account.id),
        )
