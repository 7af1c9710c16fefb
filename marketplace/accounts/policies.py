"""Who may do what to accounts; a person's own account is loaded by who asks, so nobody reaches another's."""

from marketplace.accounts.models import Account
from marketplace.accounts.queries import grants_of
from marketplace.core.actor import Actor
from marketplace.core.permissions import Permission


def _is_free_to(_actor: Actor, account: Account) -> bool:
    """Officers read other people's numbers: for them the second factor is a duty."""
    return not grants_of(account.id)


may_drop_factor = Permission("may_drop_factor", _is_free_to)
