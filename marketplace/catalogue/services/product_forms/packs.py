"""The maker's packs and prices as its form says them; they apply at once."""

from collections.abc import Sequence

from sqlalchemy import select

from marketplace.catalogue.models import Offer, PriceStep, Product
from marketplace.catalogue.services.offers import close_offer, put_offer, put_pack
from marketplace.catalogue.services.product_forms.filling import maker_offers
from marketplace.catalogue.vocabulary import NewOffer, NewPack
from marketplace.catalogue.vocabulary.product_forms import AskedPrice, Least
from marketplace.core.actor import Actor
from marketplace.core.db import session

ASK, RETAIL = "lien_he", "le"


def put_packs(actor: Actor, product: Product, given: Sequence[tuple[NewPack, AskedPrice]], least: Least) -> None:
    """Offer these packs at these prices, in this order; what the form had and no longer names is closed."""
    before = maker_offers(product)
    offers = {pack.id: offer for pack, offer in before}
    kept: set[int] = set()
    for position, (new, price) in enumerate(given):
        pack = put_pack(actor, product, new)
        pack.position = position
        kept.add(pack.id)
        put_offer(actor, _terms(product, pack.id, offers.get(pack.id), price, least))
    for pack, offer in before:
        if pack.id not in kept:
            close_offer(actor, product, offer)


def _terms(product: Product, pack_id: int, present: Offer | None, price: AskedPrice, least: Least) -> NewOffer:
    """The offer with its new price; what the form doesn't ask about (steps, notes, kind of price) stays."""
    assert product.supplier_id is not None  # its maker hands it in
    kind = ASK if price.amount is None else RETAIL
    if present is not None and price.amount is not None and present.price_kind != ASK:
        kind = present.price_kind
    return NewOffer(
        supplier_id=product.supplier_id,
        pack_id=pack_id,
        price_kind=kind,
        price=price.amount,
        price_to=price.amount_to,
        least_grams=least.grams,
        least_packs=least.packs,
        note=present.note if present else None,
        sold_to=present.sold_to if present else None,
        valid_until=present.valid_until if present else None,
        steps=_steps(present) if present and price.amount is not None else (),
    )


def _steps(offer: Offer) -> tuple[tuple[int, int], ...]:
    query = select(PriceStep.from_grams, PriceStep.per_kg).where(PriceStep.offer_id == offer.id)
    return tuple((row.from_grams, row.per_kg) for row in session.execute(query.order_by(PriceStep.from_grams)))
