"""What the actor's suppliers sell of others' goods."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select

from marketplace.catalogue.models import Offer, Pack, Product, ProductVersion
from marketplace.core.actor import Actor
from marketplace.core.db import session


@dataclass(frozen=True)
class OwnOffer:
    """An offer of a product of somebody else, open or closed."""

    offer: Offer
    pack: Pack
    product: Product
    product_name: str


def own_offers(actor: Actor) -> list[OwnOffer]:
    """All of them, by product; those that were closed come last."""
    query = _offers(actor).order_by(Offer.closed_at.is_not(None), ProductVersion.name, Pack.position, Offer.id)
    return [OwnOffer(*row) for row in session.execute(query)]


def own_offer(actor: Actor, offer_id: str) -> OwnOffer | None:
    """The offer with this public id."""
    row = session.execute(_offers(actor).where(Offer.public_id == offer_id)).one_or_none()
    return OwnOffer(*row) if row else None


def packs_of(product_id: int) -> list[Pack]:
    """The packs in which a product is sold by anybody, in order."""
    query = select(Pack).join(Offer, Offer.pack_id == Pack.id).distinct()
    return list(session.scalars(query.where(Pack.product_id == product_id).order_by(Pack.position, Pack.id)))


def product_by_id(product_id: int) -> Product:
    """A product that is known to be there."""
    return session.get_one(Product, product_id)


def _offers(actor: Actor) -> Select[*tuple[Any, ...]]:
    return (
        select(Offer, Pack, Product, ProductVersion.name)
        .join(Pack, Pack.id == Offer.pack_id)
        .join(Product, Product.id == Pack.product_id)
        .join(ProductVersion, ProductVersion.id == Product.version_id)
        .where(
            Offer.supplier_id.in_(actor.supplier_ids),
            Product.supplier_id.is_distinct_from(Offer.supplier_id),
            Product.state == "published",
        )
    )
