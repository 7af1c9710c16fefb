"""Who sells a product: the maker first, then the others by price."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from marketplace.catalogue.models import Offer, Pack, PriceStep, Product
from marketplace.catalogue.queries.merges import among
from marketplace.catalogue.queries.prices import Price
from marketplace.catalogue.queries.terms import is_open
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries.merges import root_supplier_id


@dataclass(frozen=True)
class Seller:
    """One supplier's offers of a product; ``steps`` are (from grams, đồng a kilogram), smallest first."""

    supplier_id: int
    public_id: str
    slug: str
    name: str
    kind: str
    place_id: str | None
    place_text: str | None
    phone: str | None
    has_zalo: bool
    is_maker: bool
    note: str | None
    sold_to: str | None
    prices: tuple[Price, ...]
    steps: tuple[tuple[int, int], ...]


def sellers_of(product_id: int) -> list[Seller]:
    """All who sell the product now. A maker without an offer is there too: one can ask, without a price.

    Offers of what is taken for the product, or for a seller, stand with its own; of a pack that both have, the own.
    """
    maker_id = session.scalar(select(root_supplier_id(Product.supplier_id)).where(Product.id == product_id))
    rows = session.execute(
        select(Offer, Pack.label, Pack.grams, root_supplier_id(Offer.supplier_id).label("seller_id"))
        .join(Pack, Pack.id == Offer.pack_id)
        .where(Pack.product_id.in_(among([product_id])), is_open())
        .order_by(Pack.product_id != product_id, Pack.position, Pack.id, Offer.id)
    ).all()
    offers: defaultdict[int, list[tuple[Offer, str, int | None]]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.seller_id != row.Offer.supplier_id):
        if row.label not in {label for _offer, label, _grams in offers[row.seller_id]}:
            offers[row.seller_id].append((row.Offer, row.label, row.grams))
    wanted = {*offers, maker_id} - {None}
    steps = _steps([row.Offer.id for row in rows])
    suppliers = session.scalars(
        select(Supplier).where(Supplier.id.in_(wanted), Supplier.state.in_(("claimed", "unclaimed")))
    )
    sellers = [_seller(supplier, supplier.id == maker_id, offers[supplier.id], steps) for supplier in suppliers]
    return sorted(sellers, key=lambda seller: (not seller.is_maker, _lowest(seller), seller.name))


def _lowest(seller: Seller) -> int:
    return min((price.per_kg or price.amount or 0 for price in seller.prices), default=0)


def _seller(
    supplier: Supplier,
    is_maker: bool,
    offers: Sequence[tuple[Offer, str, int | None]],
    steps: dict[int, list[tuple[int, int]]],
) -> Seller:
    prices = tuple(
        Price(label, grams, o.price, o.price_to, o.price_kind, o.least_grams, o.least_packs)
        for o, label, grams in offers
    )
    return Seller(
        supplier_id=supplier.id,
        public_id=supplier.public_id,
        slug=supplier.slug,
        name=supplier.name,
        kind=supplier.kind,
        place_id=supplier.place_id,
        place_text=supplier.place_text,
        phone=supplier.phone,
        has_zalo=supplier.has_zalo,
        is_maker=is_maker,
        note=next((offer.note for offer, _label, _grams in offers if offer.note), None),
        sold_to=next((offer.sold_to for offer, _label, _grams in offers if offer.sold_to), None),
        prices=prices,
        steps=tuple(sorted({step for offer, _label, _grams in offers for step in steps[offer.id]})),
    )


def _steps(offer_ids: Sequence[int]) -> defaultdict[int, list[tuple[int, int]]]:
    found: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    query = select(PriceStep).where(PriceStep.offer_id.in_(offer_ids)).order_by(PriceStep.from_grams)
    for step in session.scalars(query):
        found[step.offer_id].append((step.from_grams, step.per_kg))
    return found
