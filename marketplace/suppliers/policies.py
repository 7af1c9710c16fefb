"""Who may see and change suppliers: officers, within their own areas (the loader already stays within them)."""

from marketplace.core.actor import Actor
from marketplace.core.permissions import Permission


def _changes(actor: Actor, _supplier: object) -> bool:
    return actor.is_administrator or bool(actor.reviewed_area_ids)


may_see_supplier = Permission("may_see_supplier", lambda actor, _: actor.is_officer or actor.is_administrator)
may_change_supplier = Permission("may_change_supplier", _changes)
