"""Builds the Actor of a session from accounts and suppliers."""

from marketplace.accounts.queries import signed_in_by
from marketplace.accounts.services import note_seen
from marketplace.core.actor import Actor
from marketplace.core.db import transaction
from marketplace.suppliers.queries import memberships_of


def load_actor(token: str) -> Actor | None:
    """The actor for whom a session's token stands; None when the session has ended. Opens its own transactions.

    What the administration granted counts only in a session in which the second factor was shown.
    """
    with transaction(write=False):
        found = signed_in_by(token)
        memberships = memberships_of(found.account.id) if found else ()
    if found is None:
        return None
    note_seen(found)
    is_shown = found.row.second_factor_at is not None
    return Actor(
        account_id=found.account.id,
        name=found.account.name,
        grants=found.grants if is_shown else (),
        memberships=memberships,
        session_id=found.row.public_id,
        lacks_second_factor=bool(found.grants) and not is_shown,
    )
