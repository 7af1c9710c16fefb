"""The suppliers for whom somebody works on leads, and the numbers that anyone may tap."""

from dataclasses import dataclass

from sqlalchemy import select

from marketplace.catalogue.models import Product, ProductSlug
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier, SupplierSlug


@dataclass(frozen=True)
class OwnSupplier:
    """A supplier as its workbench names it."""

    id: int
    slug: str
    name: str
    short_name: str
    phone: str | None


def own_suppliers(actor: Actor) -> list[OwnSupplier]:
    """The suppliers for whom the actor speaks, the oldest first."""
    return _suppliers(actor.supplier_ids)


def suppliers_by_id(supplier_ids: tuple[int, ...]) -> dict[int, OwnSupplier]:
    """These suppliers by their keys."""
    return {supplier.id: supplier for supplier in _suppliers(supplier_ids)}


def _suppliers(supplier_ids: tuple[int, ...]) -> list[OwnSupplier]:
    query = (
        select(Supplier.id, Supplier.slug, Supplier.name, Supplier.short_name, Supplier.phone)
        .where(Supplier.id.in_(supplier_ids))
        .order_by(Supplier.id)
    )
    return [OwnSupplier(*row) for row in session.execute(query)]


def reachable_supplier(_actor: Actor, slug: str) -> Supplier | None:
    """The supplier whose number stands on a public page; old addresses work, closed suppliers don't."""
    query = (
        select(Supplier)
        .join(SupplierSlug, SupplierSlug.supplier_id == Supplier.id)
        .where(SupplierSlug.slug == slug, Supplier.phone.is_not(None), Supplier.state.in_(("claimed", "unclaimed")))
    )
    return session.scalars(query).one_or_none()


def shown_product_id(slug: str | None) -> int | None:
    """Key of the published product that an address names, or None."""
    query = (
        select(Product.id)
        .join(ProductSlug, ProductSlug.product_id == Product.id)
        .where(ProductSlug.slug == slug, Product.state == "published")
    )
    return session.scalar(query) if slug else None
