"""Packs and what they cost from whom."""

from sqlalchemy import select

from marketplace.catalogue.models import Offer, Pack, PriceStep, Product
from marketplace.catalogue.services.products import product_changed
from marketplace.catalogue.vocabulary import NewOffer, NewPack
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now, today
from marketplace.core.db import session
from marketplace.core.text import fold

_TERMS = ("price_kind", "price", "price_to", "least_grams", "least_packs", "note", "sold_to", "valid_until")


def put_pack(actor: Actor, product: Product, new: NewPack) -> Pack:
    """The pack of that label in whatever spelling ("Gói 500 g"), entered if it isn't there yet."""
    present = session.scalars(select(Pack).where(Pack.product_id == product.id)).all()
    for pack in present:
        if fold(pack.label) == fold(new.label):
            return pack
    pack = Pack(product_id=product.id, label=new.label, grams=new.grams, position=len(present))
    session.add(pack)
    session.flush()
    record(actor, "put_pack", "product", product.public_id, label=new.label)
    product_changed(product)
    return pack


def put_offer(actor: Actor, new: NewOffer) -> bool:
    """Set a supplier's offer of a pack; says whether anything changed. Emits ProductChanged then."""
    offer = session.scalars(
        select(Offer).where(
            Offer.supplier_id == new.supplier_id, Offer.pack_id == new.pack_id, Offer.closed_at.is_(None)
        )
    ).one_or_none()
    if offer is not None and _is_the_same(offer, new):
        return False
    if offer is None:
        offer = Offer(
            supplier_id=new.supplier_id,
            pack_id=new.pack_id,
            price_kind=new.price_kind,
            created_at=now(),
            changed_at=now(),
        )
        session.add(offer)
    for name in _TERMS:
        setattr(offer, name, getattr(new, name))
    offer.changed_at = now()
    session.flush()
    _put_steps(offer, new)
    product = session.scalars(select(Product).join(Pack).where(Pack.id == new.pack_id)).one()
    record(actor, "put_offer", "product", product.public_id, offer=offer.public_id)
    product_changed(product)
    return True


def close_offer(actor: Actor, product: Product, offer: Offer) -> None:
    """This pack isn't sold by this supplier any more; the row stays, for leads name it. Emits ProductChanged."""
    if offer.closed_at is not None:
        return
    offer.closed_at = now()
    session.flush()
    record(actor, "close_offer", "product", product.public_id, offer=offer.public_id)
    product_changed(product)


def change_offer(actor: Actor, product: Product, offer: Offer, new: NewOffer) -> None:
    """Set an own offer anew; of another pack it is another offer, and this one is closed. Emits ProductChanged."""
    if offer.pack_id != new.pack_id:
        close_offer(actor, product, offer)
    put_offer(actor, new)


def reopen_offer(actor: Actor, product: Product, offer: Offer) -> None:
    """Sell it again, unless the pack is offered anew already; an end that is over is dropped. Emits ProductChanged."""
    same = (Offer.supplier_id == offer.supplier_id) & (Offer.pack_id == offer.pack_id) & Offer.closed_at.is_(None)
    if session.scalar(select(Offer.id).where(same).limit(1)) is not None:
        return
    offer.closed_at, offer.changed_at = None, now()
    if offer.valid_until is not None and offer.valid_until < today():
        offer.valid_until = None
    session.flush()
    record(actor, "reopen_offer", "product", product.public_id, offer=offer.public_id)
    product_changed(product)


def _is_the_same(offer: Offer, new: NewOffer) -> bool:
    return all(getattr(offer, name) == getattr(new, name) for name in _TERMS) and _steps(offer) == set(new.steps)


def _steps(offer: Offer) -> set[tuple[int, int]]:
    rows = session.execute(select(PriceStep.from_grams, PriceStep.per_kg).where(PriceStep.offer_id == offer.id))
    return {(row.from_grams, row.per_kg) for row in rows}


def _put_steps(offer: Offer, new: NewOffer) -> None:
    for step in session.scalars(select(PriceStep).where(PriceStep.offer_id == offer.id)):
        session.delete(step)
    session.flush()
    session.add_all(PriceStep(offer_id=offer.id, from_grams=grams, per_kg=price) for grams, price in new.steps)
    session.flush()
