"""Who may see and change suppliers: officers, within their own areas (the loader already stays within them)."""

from marketplace.core.actor import Actor
from marketplace.core.permissions import Permission
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import is_reviewed


def _changes(actor: Actor, supplier: Supplier) -> bool:
    """One officer may review one area and only view another."""
    return is_reviewed(actor, supplier.id)


may_see_supplier = Permission("may_see_supplier", lambda actor, _: actor.is_officer or actor.is_administrator)
may_change_supplier = Permission("may_change_supplier", _changes)
