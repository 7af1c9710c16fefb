"""Pairs that are probably one in an officer's areas, side by side, and what was merged or told apart there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import func, select

from marketplace.catalogue.models import Certificate, Offer, Pack, Product, ProductVersion
from marketplace.catalogue.queries import is_shown
from marketplace.catalogue.queries import merges as products
from marketplace.catalogue.queries.doubles import ProductPair, product_pairs
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.leads.models import Lead
from marketplace.suppliers.models import MembershipRow, Supplier
from marketplace.suppliers.queries import DoublePair, double_pairs, of_actor, reviewed_by
from marketplace.suppliers.queries import merges as suppliers

Subject = Literal["chu-the", "san-pham"]
KIND_OF: dict[str, str] = {"chu-the": "supplier", "san-pham": "product"}


@dataclass(frozen=True)
class Side:
    """One of two that are compared: the row, whose it is, and how much stands under it."""

    key: int
    public_id: str
    slug: str
    name: str
    supplier: Supplier | None
    state: str
    packs: tuple[str, ...]
    products: int
    offers: int
    certificates: int
    leads: int
    members: int


@dataclass(frozen=True)
class Compared:
    """Two that an officer looks at, both in the own areas."""

    subject: Subject
    one: Side
    other: Side


def province_choices(actor: Actor) -> list[str | None]:
    """The provinces in which the actor reviews suppliers, those with the most first; None = province not known."""
    query = select(Supplier.province_id).where(reviewed_by(actor), suppliers.is_root())
    rows = session.scalars(query.group_by(Supplier.province_id).order_by(func.count().desc(), Supplier.province_id))
    return list(rows)


def supplier_pairs_of(actor: Actor, province_id: str | None) -> list[DoublePair]:
    """Suppliers of the actor's areas in a province that are probably one."""
    return double_pairs(province_id, reviewed_by(actor))


def product_pairs_of(actor: Actor, province_id: str | None) -> list[ProductPair]:
    """Products of one producer there that are probably one."""
    here = Supplier.province_id == province_id if province_id else Supplier.province_id.is_(None)
    rows = session.execute(select(Supplier.id, Supplier.merged_into_id).where(here, reviewed_by(actor)))
    groups: dict[int, list[int]] = {}
    for row in rows:
        groups.setdefault(row.merged_into_id or row.id, []).append(row.id)
    return product_pairs(groups.values())


def compared(actor: Actor, subject: str, one: str, other: str) -> Compared | None:
    """Both by their public ids, where neither is taken for another and both lie in the actor's areas."""
    if subject not in KIND_OF or one == other:
        return None
    found = _suppliers_named(actor, [one, other]) if subject == "chu-the" else _products_named(actor, [one, other])
    if len(found) < 2:
        return None
    sides = sides_of(subject, [found[one], found[other]])
    return Compared(subject, sides[found[one]], sides[found[other]])  # type: ignore[arg-type]  # looked at above


def _suppliers_named(actor: Actor, public_ids: Sequence[str]) -> dict[str, int]:
    query = select(Supplier.public_id, Supplier.id).where(Supplier.public_id.in_(public_ids), suppliers.is_root())
    return {row.public_id: row.id for row in session.execute(query.where(of_actor(actor)))}


def _products_named(actor: Actor, public_ids: Sequence[str]) -> dict[str, int]:
    query = (
        select(Product.public_id, Product.id)
        .outerjoin(Supplier, Supplier.id == suppliers.root_supplier_id(Product.supplier_id))
        .where(Product.public_id.in_(public_ids), products.is_root(), Product.state != "removed")
    )
    if not actor.is_administrator:
        query = query.where(Supplier.id.is_not(None), of_actor(actor))
    return {row.public_id: row.id for row in session.execute(query)}


def sides_of(subject: str, keys: Collection[int]) -> dict[int, Side]:
    """What is shown of each of these, all that is taken for it included."""
    return _supplier_sides(keys) if subject == "chu-the" else _product_sides(keys)


def _supplier_sides(keys: Collection[int]) -> dict[int, Side]:
    among, root = suppliers.among(keys), suppliers.root_supplier_id
    counts = {
        "products": _counts(Product.supplier_id, root, among, is_shown()),
        "offers": _counts(Offer.supplier_id, root, among, Offer.closed_at.is_(None)),
        "certificates": _counts(Certificate.supplier_id, root, among),
        "leads": _counts(Lead.supplier_id, root, among),
        "members": _counts(MembershipRow.supplier_id, root, among, MembershipRow.ended_at.is_(None)),
    }
    of_products = select(root(Product.supplier_id), func.count()).select_from(Certificate)
    of_products = of_products.join(Product, Product.id == Certificate.product_id).where(Product.supplier_id.in_(among))
    papers = {row[0]: row[1] for row in session.execute(of_products.group_by(root(Product.supplier_id)))}
    rows = session.scalars(select(Supplier).where(Supplier.id.in_(keys)))
    return {
        row.id: Side(
            row.id,
            row.public_id,
            row.slug,
            row.name,
            row,
            row.state,
            (),
            counts["products"].get(row.id, 0),
            counts["offers"].get(row.id, 0),
            counts["certificates"].get(row.id, 0) + papers.get(row.id, 0),
            counts["leads"].get(row.id, 0),
            counts["members"].get(row.id, 0),
        )
        for row in rows
    }


def _product_sides(keys: Collection[int]) -> dict[int, Side]:
    among, root = products.among(keys), products.root_product_id
    papers = _counts(Certificate.product_id, root, among)
    leads = _counts(Lead.product_id, root, among)
    offered = select(root(Pack.product_id), func.count()).select_from(Offer).join(Pack, Pack.id == Offer.pack_id)
    offered = offered.where(Pack.product_id.in_(among), Offer.closed_at.is_(None)).group_by(root(Pack.product_id))
    offers = {row[0]: row[1] for row in session.execute(offered)}
    labels: dict[int, list[str]] = {}
    packs = select(root(Pack.product_id), Pack.label).where(Pack.product_id.in_(among)).order_by(Pack.id)
    for key, label in session.execute(packs):
        labels.setdefault(key, []).append(label)
    query = (
        select(Product, ProductVersion.name, Supplier)
        .select_from(Product)
        .join(ProductVersion, ProductVersion.id == Product.version_id)
        .outerjoin(Supplier, Supplier.id == suppliers.root_supplier_id(Product.supplier_id))
        .where(Product.id.in_(keys))
    )
    return {
        row.id: Side(
            row.id,
            row.public_id,
            row.slug,
            name,
            supplier,
            row.state,
            tuple(dict.fromkeys(labels.get(row.id, []))),
            1,
            offers.get(row.id, 0),
            papers.get(row.id, 0),
            leads.get(row.id, 0),
            0,
        )
        for row, name, supplier in session.execute(query)
    }


def _counts(column: Any, root: Any, among: Any, *more: Any) -> dict[int, int]:
    query = select(root(column), func.count()).where(column.in_(among), *more).group_by(root(column))
    return {row[0]: row[1] for row in session.execute(query)}
