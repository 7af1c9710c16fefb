"""Who may do what with leads."""

from typing import Protocol

from marketplace.catalogue.queries.certificates import are_reviewed
from marketplace.core.actor import Actor
from marketplace.core.permissions import Permission
from marketplace.leads.queries.doubles import Compared
from marketplace.leads.queries.merged import reviews_merge


class OfSupplier(Protocol):
    """A lead, or whatever else belongs to one supplier."""

    @property
    def supplier_id(self) -> int:
        """Whose it is."""


def _speaks_for_its_supplier(actor: Actor, target: OfSupplier) -> bool:
    return actor.speaks_for(target.supplier_id)


def _reviews_both(actor: Actor, pair: Compared) -> bool:
    """Both lie where the officer may also change things; a product without a known producer is the administrator's."""
    return are_reviewed(actor, {side.supplier.id if side.supplier else None for side in (pair.one, pair.other)})


may_sell = Permission("may_sell", lambda actor, target: bool(actor.supplier_ids))
may_work_on_lead = Permission("may_work_on_lead", _speaks_for_its_supplier)
may_settle_pair = Permission("may_settle_pair", _reviews_both)
may_undo_merge = Permission("may_undo_merge", reviews_merge)
