"""Who may do what with leads."""

from typing import Protocol

from marketplace.core.actor import Actor
from marketplace.core.permissions import Permission


class OfSupplier(Protocol):
    """A lead, or whatever else belongs to one supplier."""

    @property
    def supplier_id(self) -> int:
        """Whose it is."""


def _speaks_for_its_supplier(actor: Actor, target: OfSupplier) -> bool:
    return actor.speaks_for(target.supplier_id)


may_sell = Permission("may_sell", lambda actor, target: bool(actor.supplier_ids))
may_work_on_lead = Permission("may_work_on_lead", _speaks_for_its_supplier)
