"""A person leaves the site for good: out of every supplier, then the account is emptied."""

from marketplace.accounts.models import Account
from marketplace.accounts.services import erase_account
from marketplace.core.actor import Actor
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.suppliers.queries import manager_count, own_memberships
from marketplace.suppliers.services.members import end_membership, lock_members

LAST_MANAGER = N_("Bạn là người quản lý duy nhất của %(name)s. Hãy bàn giao hoặc mời thêm một người quản lý trước.")


def leave_for_good(actor: Actor, account: Account) -> None:
    """End the account's memberships and empty it.

    Raises Refused while it is the last manager of a supplier, which nobody could answer for then, or holds grants.
    """
    for supplier, membership in own_memberships(account.id):
        lock_members(supplier)
        if membership.role == "manager" and manager_count(supplier.id) < 2:
            raise Refused(LAST_MANAGER, name=supplier.name)
        end_membership(actor, membership, by_itself=True)
    erase_account(actor, account)
