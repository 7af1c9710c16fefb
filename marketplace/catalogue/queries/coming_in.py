"""What an organisation that asks to come in has handed in beside its application."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from marketplace.catalogue.models import Certificate, Product
from marketplace.catalogue.queries.terms import is_claimed
from marketplace.core.db import session


@dataclass(frozen=True)
class HandedIn:
    """The products that wait, and the papers about them that nobody has verified."""

    products: Sequence[Product]
    papers: Sequence[Certificate]


def handed_in_by(supplier_id: int) -> HandedIn:
    """What waits of a supplier, in the order in which it came."""
    products = session.scalars(
        select(Product).where(Product.supplier_id == supplier_id, Product.state == "pending").order_by(Product.id)
    ).all()
    papers = session.scalars(
        select(Certificate)
        .where(
            Certificate.product_id.in_([product.id for product in products]),
            Certificate.verified_at.is_(None),
            is_claimed(),
        )
        .order_by(Certificate.id)
    ).all()
    return HandedIn(products, papers)
