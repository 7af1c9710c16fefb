"""Listings: all that a card, the search index and the API say of a product, read in a handful of statements."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from marketplace.catalogue.models import Offer, Pack, Product, ProductVersion
from marketplace.catalogue.queries.merges import groups_of, is_root
from marketplace.catalogue.queries.papers import Stamp, Turn, kinds_in_force, papers_of, stamp_of, turns_of
from marketplace.catalogue.queries.photos import ProductPicture, photos_of
from marketplace.catalogue.queries.prices import Price, PriceTurn, first_price, maker_terms, price_turns, prices_on
from marketplace.catalogue.queries.terms import is_open
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import PUBLIC_STATES
from marketplace.suppliers.queries.merges import root_supplier_id


@dataclass(frozen=True)
class Listing:
    """A published product as it stands today. Without producer its maker isn't known: no stars then."""

    product_id: int
    public_id: str
    slug: str
    state: str
    version_id: int
    name: str
    name_en: str | None
    description: str | None
    description_en: str | None
    ingredients: str | None
    class_code: str | None
    months: int
    monthly_grams: int | None
    producer_id: int | None
    producer_slug: str | None
    producer_name: str | None
    producer_short_name: str | None
    producer_kind: str | None
    place_id: str | None
    legacy_place_id: str | None
    province_id: str | None
    place_text: str | None
    published_at: datetime | None
    prices: tuple[Price, ...] = ()
    stamp: Stamp | None = None
    certificates: tuple[str, ...] = ()
    turns: tuple[Turn, ...] = ()
    price_turns: tuple[PriceTurn, ...] = ()
    seller_names: tuple[str, ...] = field(default=())
    picture: ProductPicture | None = None

    @property
    def stars(self) -> int | None:
        """Stars to show and to filter by: those of a verified certificate in force, else None."""
        return self.stamp.shown_stars if self.stamp else None

    @property
    def first_price(self) -> Price | None:
        """The maker's price that a card shows: the smallest pack's that has one."""
        return first_price(self.prices)

    @property
    def lowest(self) -> int | None:
        """Lowest price of a pack, in đồng."""
        return min((p.amount for p in self.prices if p.amount is not None), default=None)

    @property
    def highest(self) -> int | None:
        """Highest price of a pack, in đồng."""
        return max((p.amount_to or p.amount for p in self.prices if p.amount is not None), default=None)


def listings(product_ids: Sequence[int], today: date) -> dict[int, Listing]:
    """The listings of these products, whatever their state; ids that don't exist are left out.

    So are products that are taken for another: that one's listing has their packs, prices and certificates.
    """
    if not product_ids:
        return {}
    heads = session.execute(_heads(product_ids))
    names, rows = tuple(heads.keys()), heads.all()
    groups = groups_of(row.product_id for row in rows)
    members = {member: row.producer_id for row in rows for member in groups[row.product_id]}
    terms = maker_terms(members, today)
    papers = papers_of(members, {row.producer_id for row in rows if row.producer_id})
    sellers, pictures = _seller_names(members), photos_of(members)
    found = {}
    for row in rows:
        product_id, producer_id = row.product_id, row.producer_id
        group = groups[product_id]
        own = [paper for member in group for paper in papers["product", member]]
        dated = [term for member in group for term in terms[member]]
        others = [*own, *papers["supplier", producer_id]] if producer_id else own
        found[product_id] = Listing(
            **dict(zip(names, row, strict=True)),  # a row's own mapping is slow
            prices=prices_on(dated, today),
            price_turns=price_turns(dated, today),
            stamp=stamp_of(own, today) if own and producer_id else None,
            certificates=kinds_in_force(others, today) if others else (),
            turns=turns_of(own if producer_id else (), others, today) if others else (),
            seller_names=tuple(sorted({name for member in group for name in sellers[member]})),
            picture=next((pictures[member][0] for member in group if member in pictures), None),
        )
    return {product_id: found[product_id] for product_id in product_ids if product_id in found}


def _heads(product_ids: Sequence[int]) -> Any:
    return (
        select(
            Product.id.label("product_id"),
            Product.public_id,
            Product.slug,
            Product.state,
            ProductVersion.id.label("version_id"),
            ProductVersion.name,
            ProductVersion.name_en,
            ProductVersion.description,
            ProductVersion.description_en,
            ProductVersion.ingredients,
            Product.class_code,
            ProductVersion.months,
            ProductVersion.monthly_grams,
            Supplier.id.label("producer_id"),
            Supplier.slug.label("producer_slug"),
            Supplier.name.label("producer_name"),
            Supplier.short_name.label("producer_short_name"),
            Supplier.kind.label("producer_kind"),
            _own_or(Product.place_id, Supplier.place_id).label("place_id"),
            Supplier.legacy_place_id,
            _own_or(Product.province_id, Supplier.province_id).label("province_id"),
            _own_or(Product.place_text, Supplier.place_text).label("place_text"),
            Product.published_at,
        )
        .join(ProductVersion, ProductVersion.id == Product.version_id)
        .outerjoin(Supplier, Supplier.id == root_supplier_id(Product.supplier_id))
        .where(Product.id.in_(product_ids), is_root())
    )


def _own_or(own: Any, supplier: Any) -> Any:
    return func.coalesce(own, supplier)


def _seller_names(product_ids: Collection[int]) -> defaultdict[int, list[str]]:
    query = (
        select(Pack.product_id, Supplier.name)
        .distinct()
        .join(Offer, Offer.pack_id == Pack.id)
        .join(Supplier, Supplier.id == root_supplier_id(Offer.supplier_id))
        .where(Pack.product_id.in_(product_ids), is_open(), Supplier.state.in_(PUBLIC_STATES))
        .order_by(Supplier.name)
    )
    found: defaultdict[int, list[str]] = defaultdict(list)
    for product_id, name in session.execute(query):
        found[product_id].append(name)
    return found


def places_of(found: Iterable[Listing]) -> list[str]:
    """Ids of all present places that the listings name."""
    return sorted({key for listing in found for key in (listing.place_id, listing.province_id) if key})
