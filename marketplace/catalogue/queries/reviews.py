"""Products that wait for an officer: those without a class, those that suppliers handed in; what became of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true

from marketplace.catalogue.models import Certificate, ImportRow, ImportRun, Product, ProductVersion
from marketplace.catalogue.queries.certificates import are_reviewed, is_not_closed, is_waiting, scopes_of
from marketplace.catalogue.queries.merges import is_root
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier, SupplierApplication
from marketplace.suppliers.queries import of_actor, root_supplier_id


@dataclass(frozen=True)
class WaitingCounts:
    """How much waits in the officer's areas."""

    certificates: int
    unclassed: int
    pending: int
    applications: int = 0


@dataclass(frozen=True)
class ReviewedProduct:
    """A product with its producer (None where it isn't known), and whether the one who asks may settle it.

    ``since``: when the words that it has now were handed in. ``written_class`` is what a list called its group.
    """

    product: Product
    name: str
    since: datetime
    supplier_name: str | None
    supplier_slug: str | None
    place_id: str | None
    may_review: bool
    written_class: str | None = None


def waiting_counts(actor: Actor) -> WaitingCounts:
    """How much waits, in one statement."""
    seen = of_actor(actor)
    papers = select(func.count(Certificate.id)).join(Product, Product.id == Certificate.product_id)
    papers = papers.join(Supplier, Supplier.id == root_supplier_id(Product.supplier_id)).where(is_waiting(), seen)
    products = select(func.count(Product.id)).outerjoin(Supplier, Supplier.id == root_supplier_id(Product.supplier_id))
    products = products.where(_or_nobodys(actor, seen))
    coming = select(func.count(SupplierApplication.id)).join(Supplier, Supplier.id == SupplierApplication.supplier_id)
    coming = coming.where(SupplierApplication.state == "open", seen)
    parts = (papers, products.where(_is_unclassed()), products.where(_is_pending()), coming)
    row = session.execute(select(*(part.scalar_subquery() for part in parts))).one()
    return WaitingCounts(*row)


def unclassed_products(actor: Actor) -> list[tuple[str | None, int]]:
    """(proposed class, key) of the published products of the actor's areas that have no class, newest first."""
    query = select(Product.proposed_class, Product.id).outerjoin(
        Supplier, Supplier.id == root_supplier_id(Product.supplier_id)
    )
    scope = _or_nobodys(actor, of_actor(actor))
    rows = session.execute(query.where(_is_unclassed(), scope).order_by(Product.id.desc()))
    return [(row.proposed_class, row.id) for row in rows]


def pending_products(actor: Actor, *, offset: int, limit: int) -> list[ReviewedProduct]:
    """The products of the actor's areas that wait to be published, longest waiting first."""
    waiting = func.coalesce(Product.pending_version_id, Product.version_id)
    query = _reviewed(actor, waiting).where(_is_pending()).order_by(ProductVersion.created_at, Product.id)
    return [ReviewedProduct(*row) for row in session.execute(query.offset(offset).limit(limit))]


def overdue_product_count(actor: Actor, before: datetime) -> int:
    """How many products of the actor's areas have waited since before that moment."""
    return session.scalar(_handed_in(_or_nobodys(actor, of_actor(actor)), before)) or 0


def standing_before(province_ids: Collection[str], moment: datetime) -> int:
    """How many products of makers of these provinces were handed in earlier, as a supplier is told."""
    return session.scalar(_handed_in(Supplier.province_id.in_(province_ids), moment)) or 0


def _handed_in(where: ColumnElement[bool], before: datetime) -> Select[int]:
    waiting = func.coalesce(Product.pending_version_id, Product.version_id)
    query = select(func.count(Product.id)).join(ProductVersion, ProductVersion.id == waiting)
    query = query.outerjoin(Supplier, Supplier.id == root_supplier_id(Product.supplier_id))
    return query.where(_is_pending(), where, ProductVersion.created_at < before)


def reviewed_products(actor: Actor, ids: Sequence[int]) -> dict[int, ReviewedProduct]:
    """These products of the actor's areas, by key, with what lists called their groups."""
    written = _written_classes(ids)
    query = _reviewed(actor).where(Product.id.in_(ids))
    found = (ReviewedProduct(*row) for row in session.execute(query))
    return {one.product.id: replace(one, written_class=written.get(one.product.id)) for one in found}


def products_of_area(actor: Actor, public_ids: Sequence[str]) -> list[Product] | None:
    """The products with these public ids; None where one of them isn't in the actor's areas."""
    wanted = set(public_ids)
    query = select(Product).outerjoin(Supplier, Supplier.id == root_supplier_id(Product.supplier_id))
    query = query.where(Product.public_id.in_(wanted), _or_nobodys(actor, of_actor(actor)))
    found = list(session.scalars(query.order_by(Product.id)))
    return found if len(found) == len(wanted) else None


def product_of_area(actor: Actor, product_id: str) -> Product | None:
    """The product with this public id if it lies in the actor's areas."""
    found = products_of_area(actor, [product_id])
    return found[0] if found else None


def are_reviewable(actor: Actor, products: Sequence[Product]) -> bool:
    """Whether the officer may settle all these products."""
    return are_reviewed(actor, {product.supplier_id for product in products})


def waiting_words(products: Sequence[Product]) -> dict[int, ProductVersion]:
    """The words of these products about which an officer decides, by product."""
    wanted = {product.pending_version_id or product.version_id: product.id for product in products}
    versions = session.scalars(select(ProductVersion).where(ProductVersion.id.in_(wanted)))
    return {wanted[version.id]: version for version in versions}


def _reviewed(actor: Actor, version_id: Any = Product.version_id) -> Select[*tuple[Any, ...]]:
    seen, reviewed = scopes_of(actor)
    return (
        select(
            Product,
            ProductVersion.name,
            ProductVersion.created_at,
            Supplier.name,
            Supplier.slug,
            func.coalesce(Product.place_id, Supplier.place_id),
            reviewed,
        )
        .join(ProductVersion, ProductVersion.id == version_id)
        .outerjoin(Supplier, Supplier.id == root_supplier_id(Product.supplier_id))
        .where(_or_nobodys(actor, seen))
    )


def _or_nobodys(actor: Actor, seen: ColumnElement[bool]) -> ColumnElement[bool]:
    """Condition: of a producer that the actor sees; what has none is the administrator's."""
    return true() if actor.is_administrator else Supplier.id.is_not(None) & seen


def _is_unclassed() -> ColumnElement[bool]:
    return (Product.state == "published") & Product.class_code.is_(None) & is_root()


def _is_pending() -> ColumnElement[bool]:
    new_words = (Product.state == "published") & Product.pending_version_id.is_not(None)
    return ((Product.state == "pending") | new_words) & is_root() & is_not_closed()


def _written_classes(ids: Sequence[int]) -> dict[int, str]:
    """What the lists that brought these products wrote as their group, as long as their rows are kept."""
    query = (
        select(ImportRow.subject_id, ImportRow.cells, ImportRun.columns)
        .join(ImportRun, ImportRun.id == ImportRow.run_id)
        .where(ImportRun.kind == "products", ImportRow.subject_id.in_(ids))
        .order_by(ImportRow.id)
    )
    found = {}
    for row in session.execute(query):
        at = next((row.columns[name] for name in ("class_text", "sector") if name in row.columns), None)
        if at is not None and at < len(row.cells) and row.cells[at].strip():
            found[row.subject_id] = row.cells[at].strip()
    return found
