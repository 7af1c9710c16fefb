"""Who may see and change suppliers: officers, within their own areas (the loader already stays within them)."""

from marketplace.core.actor import Actor
from marketplace.core.permissions import Permission
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import Invited, Member, is_reviewed


def _changes(actor: Actor, supplier: Supplier) -> bool:
    """One officer may review one area and only view another."""
    return is_reviewed(actor, supplier.id)


def _ends(actor: Actor, member: Member) -> bool:
    """A manager ends anybody's membership, and everybody the own."""
    return actor.manages(member.supplier.id) or member.account.id == actor.account_id


def _cancels(actor: Actor, invited: Invited) -> bool:
    return actor.manages(invited.supplier.id)


may_see_supplier = Permission("may_see_supplier", lambda actor, _: actor.is_officer or actor.is_administrator)
may_change_supplier = Permission("may_change_supplier", _changes)
may_change_invitation = Permission(
    "may_change_invitation", lambda actor, invited: is_reviewed(actor, invited.supplier.id)
)
may_help_member = Permission("may_help_member", lambda actor, member: is_reviewed(actor, member.supplier.id))

# The loader stays within the officer's areas; whether it is his own claim, the service says in words.
may_see_claim = Permission("may_see_claim", lambda actor, _: actor.is_officer or actor.is_administrator)
may_judge_claim = Permission("may_judge_claim", lambda actor, file: is_reviewed(actor, file.supplier.id))

# The loaders stay with suppliers for whom the actor speaks; who else may speak for one is decided by its managers.
may_see_members = Permission("may_see_members", lambda actor, _: bool(actor.supplier_ids))
may_change_photo = Permission("may_change_photo", lambda actor, _: bool(actor.supplier_ids))
may_manage_members = Permission("may_manage_members", lambda actor, supplier: actor.manages(supplier.id))
may_manage_member = Permission("may_manage_member", lambda actor, member: actor.manages(member.supplier.id))
may_end_member = Permission("may_end_member", _ends)
may_cancel_invitation = Permission("may_cancel_invitation", _cancels)
may_keep_page = Permission("may_keep_page", lambda actor, supplier: actor.speaks_for(supplier.id))
