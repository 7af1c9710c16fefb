"""Which products there are, and the one that an address shows."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, case, func, select

from marketplace.catalogue.models import Certificate, Offer, Pack, Product, ProductSlug, ProductVersion
from marketplace.catalogue.queries.listings import Listing, listings
from marketplace.catalogue.queries.merges import among, group_of, is_root, root_product_id
from marketplace.catalogue.queries.offers import Seller, sellers_of
from marketplace.catalogue.queries.photos import ProductPicture, photos_of
from marketplace.catalogue.queries.terms import is_claimed, is_open
from marketplace.core.actor import Actor
from marketplace.core.clock import today
from marketplace.core.db import session
from marketplace.suppliers.queries.merges import among as suppliers_among
from marketplace.suppliers.queries.merges import root_supplier_id

PUBLISHED = "published"


@dataclass(frozen=True)
class MovedTo:
    """The product that this old address meant now stands under ``slug``."""

    slug: str


@dataclass(frozen=True)
class ShownProduct:
    """All that the product's page shows."""

    listing: Listing
    storage: str | None
    sellers: tuple[Seller, ...]
    certificates: tuple[Certificate, ...]
    pictures: tuple[ProductPicture, ...]
    today: date


def shown_product(_actor: Actor, slug: str) -> ShownProduct | MovedTo | None:
    """The published product at ``slug``, where an old address moved to, or None."""
    product = session.execute(
        select(Product.id, Product.slug)
        .select_from(ProductSlug)
        .join(Product, Product.id == root_product_id(ProductSlug.product_id))
        .where(ProductSlug.slug == slug, Product.state == PUBLISHED)
    ).one_or_none()
    if product is None:
        return None
    if product.slug != slug:
        return MovedTo(product.slug)
    day = today()
    listing = listings([product.id], day)[product.id]
    return ShownProduct(
        listing=listing,
        storage=session.scalar(select(ProductVersion.storage).where(ProductVersion.id == listing.version_id)),
        sellers=tuple(sellers_of(product.id)),
        certificates=tuple(_papers(product.id, listing.producer_id)),
        pictures=_pictures(product.id),
        today=day,
    )


def _pictures(product_id: int) -> tuple[ProductPicture, ...]:
    """The own ones, then those of what is taken for the product."""
    group = group_of(product_id)
    found = photos_of(group)
    return tuple(picture for key in group for picture in found[key])


def _papers(product_id: int, supplier_id: int | None) -> list[Certificate]:
    """Of the product and of its producer, the own ones before those of what is taken for it."""
    of_supplier = Certificate.supplier_id.in_(suppliers_among([supplier_id] if supplier_id else []))
    query = select(Certificate).where(Certificate.product_id.in_(among([product_id])) | of_supplier)
    query = query.where(is_claimed())
    papers = session.scalars(query.order_by(Certificate.id)).all()
    return sorted(papers, key=lambda paper: paper.product_id is not None and paper.product_id != product_id)


def is_shown() -> ColumnElement[bool]:
    """Condition: published, and taken for no other product."""
    return (Product.state == PUBLISHED) & is_root()


def published_ids() -> list[int]:
    """Ids of all products that are shown, oldest first."""
    return list(session.scalars(select(Product.id).where(is_shown()).order_by(Product.id)))


def published_ids_of_suppliers(supplier_ids: Collection[int]) -> list[int]:
    """Products that these suppliers make or sell: what must be indexed again when they change."""
    group = suppliers_among(supplier_ids)
    made = select(Product.id).where(Product.supplier_id.in_(group), is_shown())
    sold = _sold().where(Offer.supplier_id.in_(group))
    return sorted({*session.scalars(made), *session.scalars(sold)})


def _sold() -> Select[int]:
    """Keys of the products of which there is an offer, those of what is taken for them included."""
    return (
        select(Product.id)
        .distinct()
        .select_from(Offer)
        .join(Pack, Pack.id == Offer.pack_id)
        .join(Product, Product.id == root_product_id(Pack.product_id))
        .where(is_open(), is_shown())
    )


def products_made_by(supplier_id: int) -> list[int]:
    """Ids of the published products that the supplier makes, newest first."""
    query = select(Product.id).where(Product.supplier_id.in_(suppliers_among([supplier_id])), is_shown())
    return list(session.scalars(query.order_by(Product.published_at.desc(), Product.id.desc())))


def products_sold_by(supplier_id: int) -> list[int]:
    """Ids of the published products of others that the supplier sells."""
    group = suppliers_among([supplier_id])
    of_others = Product.supplier_id.is_(None) | Product.supplier_id.not_in(group)
    query = _sold().where(Offer.supplier_id.in_(group), of_others)
    return list(session.scalars(query.order_by(Product.id)))


def products_of_same_class(listing: Listing, limit: int) -> list[int]:
    """Ids of some other published products of the class, other producers' first, then the newest."""
    same_maker = case((root_supplier_id(Product.supplier_id) == listing.producer_id, 1), else_=0)
    query = (
        select(Product.id)
        .where(is_shown(), Product.class_code == listing.class_code, Product.id != listing.product_id)
        .order_by(same_maker, Product.published_at.desc(), Product.id.desc())
    )
    return list(session.scalars(query.limit(limit))) if listing.class_code else []


def product_choices_of(supplier_id: int) -> list[tuple[int, str, str]]:
    """(id, public id, name) of what the supplier makes or sells, for a lead that is typed in."""
    query = (
        select(Product.id, Product.public_id, ProductVersion.name)
        .join(ProductVersion, ProductVersion.id == Product.version_id)
        .where(Product.id.in_(published_ids_of_suppliers([supplier_id])))
        .order_by(ProductVersion.name)
    )
    return [(row.id, row.public_id, row.name) for row in session.execute(query)]


def product_counts(supplier_ids: Collection[int]) -> dict[int, int]:
    """How many published products each supplier makes, or sells of others; those without any are left out."""
    groups = suppliers_among(supplier_ids)
    maker, seller = root_supplier_id(Product.supplier_id), root_supplier_id(Offer.supplier_id)
    made = select(maker, func.count()).where(Product.supplier_id.in_(groups), is_shown()).group_by(maker)
    sold = (
        select(seller, func.count(Product.id.distinct()))
        .select_from(Offer)
        .join(Pack, Pack.id == Offer.pack_id)
        .join(Product, Product.id == root_product_id(Pack.product_id))
        .where(Offer.supplier_id.in_(groups), is_open(), is_shown(), maker.is_distinct_from(seller))
        .group_by(seller)
    )
    counts = Counter[int]()
    for query in (made, sold):
        counts.update({supplier_id: count for supplier_id, count in session.execute(query) if supplier_id})
    return dict(counts)


def names_of_products_by_supplier(supplier_ids: Sequence[int]) -> defaultdict[int, list[str]]:
    """Names of the published products that each supplier makes, and after those of what it sells of others."""
    groups = suppliers_among(supplier_ids)
    maker, seller = root_supplier_id(Product.supplier_id), root_supplier_id(Offer.supplier_id)
    found: defaultdict[int, list[str]] = defaultdict(list)
    named = select(ProductVersion.name).join(Product, Product.version_id == ProductVersion.id)
    made = named.add_columns(maker).where(Product.supplier_id.in_(groups), is_shown())
    sold = (
        named.add_columns(seller)
        .distinct()
        .join(Pack, root_product_id(Pack.product_id) == Product.id)
        .join(Offer, Offer.pack_id == Pack.id)
        .where(Offer.supplier_id.in_(groups), is_open(), is_shown(), maker.is_distinct_from(seller))
    )
    for query in (made.order_by(ProductVersion.name), sold.order_by(ProductVersion.name)):
        for name, supplier_id in session.execute(query):
            found[supplier_id].append(name)
    return found
