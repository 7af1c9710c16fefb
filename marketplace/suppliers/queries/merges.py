"""Which suppliers are taken for which: the one place where readers ask for it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select

from marketplace.core.db import session
from marketplace.core.merges import Merges, roots_of
from marketplace.suppliers.models import Supplier, SupplierMerge

supplier_merges = Merges(Supplier, SupplierMerge)
root_ids, group_of, groups_of = supplier_merges.root_ids, supplier_merges.group_of, supplier_merges.groups_of
among, with_merged, root_supplier_id = supplier_merges.among, supplier_merges.with_merged, supplier_merges.root_of


@dataclass(frozen=True)
class Rooted:
    """A supplier's name and address as a reader of an earlier day knew it: those of its root then."""

    id: int
    slug: str
    name: str


def is_root() -> ColumnElement[bool]:
    """Condition: the supplier is taken for no other."""
    return Supplier.merged_into_id.is_(None)


def rooted(as_of: datetime) -> dict[int, Rooted]:
    """Each supplier that was merged as known before ``as_of`` → its root then, with the name that this has now."""
    roots = roots_of(supplier_merges.facts_before(as_of))
    if not roots:
        return {}
    query = select(Supplier.id, Supplier.slug, Supplier.name).where(Supplier.id.in_(set(roots.values())))
    names = {row.id: Rooted(*row) for row in session.execute(query)}
    return {key: names[root] for key, root in roots.items()}


def supplier_merge(merge_id: int) -> SupplierMerge | None:
    """A merge by its key."""
    return session.get(SupplierMerge, merge_id)
