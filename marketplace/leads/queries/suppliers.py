"""The suppliers for whom somebody works on leads, and the numbers that anyone may tap."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from marketplace.catalogue.models import Product, ProductSlug
from marketplace.catalogue.queries.merges import root_product_id
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.leads.models import Lead
from marketplace.suppliers.models import Supplier, SupplierSlug
from marketplace.suppliers.queries.merges import root_supplier_id

_KIN = aliased(Supplier)  # a supplier itself, or one that is taken for it


@dataclass(frozen=True)
class OwnSupplier:
    """A supplier as its workbench names it."""

    id: int
    slug: str
    name: str
    short_name: str
    phone: str | None


def own_suppliers(actor: Actor) -> list[OwnSupplier]:
    """The suppliers for whom the actor speaks, the oldest first; what is taken for another is that one."""
    query = _columns().where(Supplier.id.in_(actor.supplier_ids), Supplier.merged_into_id.is_(None))
    return [OwnSupplier(*row) for row in session.execute(query.order_by(Supplier.id))]


def suppliers_by_id(supplier_ids: tuple[int, ...]) -> dict[int, OwnSupplier]:
    """These suppliers by their keys; under that of one that is taken for another stands that other."""
    query = _columns().join(_KIN, Supplier.id == func.coalesce(_KIN.merged_into_id, _KIN.id)).add_columns(_KIN.id)
    rows = session.execute(query.where(_KIN.id.in_(supplier_ids)))
    return {asked_id: OwnSupplier(*values) for *values, asked_id in rows}


def _columns() -> Select[int, str, str, str, str | None]:
    return select(Supplier.id, Supplier.slug, Supplier.name, Supplier.short_name, Supplier.phone)


def suppliers_of_leads(lead_ids: Sequence[int]) -> set[int]:
    """Keys of the suppliers whose leads these are, of what they are taken for."""
    return set(session.scalars(select(root_supplier_id(Lead.supplier_id)).where(Lead.id.in_(lead_ids))))


def reachable_supplier(_actor: Actor, slug: str) -> Supplier | None:
    """The supplier whose number stands on a public page; old addresses work, closed suppliers don't."""
    query = (
        select(Supplier)
        .select_from(SupplierSlug)
        .join(Supplier, Supplier.id == root_supplier_id(SupplierSlug.supplier_id))
        .where(SupplierSlug.slug == slug, Supplier.phone.is_not(None), Supplier.state.in_(("claimed", "unclaimed")))
    )
    return session.scalars(query).one_or_none()


def shown_product_id(slug: str | None) -> int | None:
    """Key of the published product that an address names, or None."""
    query = (
        select(Product.id)
        .select_from(ProductSlug)
        .join(Product, Product.id == root_product_id(ProductSlug.product_id))
        .where(ProductSlug.slug == slug, Product.state == "published")
    )
    return session.scalar(query) if slug else None
