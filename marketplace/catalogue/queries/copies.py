"""What a lead copies at its creation, so that later changes of product or supplier change no figure."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from marketplace.catalogue.queries.listings import listings
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier


@dataclass(frozen=True)
class LeadCopies:
    """Facts of the product and of its producer (of the seller where no product is named) at a moment."""

    product_version_id: int | None
    class_code: str | None
    stars: int | None
    producer_kind: str | None
    women_led: bool | None
    place_id: str | None
    legacy_place_id: str | None
    province_id: str | None


def lead_copies(product_id: int | None, supplier_id: int, today: date) -> LeadCopies:
    """What a lead about ``product_id`` with ``supplier_id`` copies on ``today``."""
    listing = listings([product_id], today).get(product_id) if product_id is not None else None
    producer_id = listing.producer_id if listing and listing.producer_id else supplier_id
    producer = session.scalars(select(Supplier).where(Supplier.id == producer_id)).one()
    return LeadCopies(
        product_version_id=listing.version_id if listing else None,
        class_code=listing.class_code if listing else None,
        stars=listing.stars if listing else None,
        producer_kind=producer.kind,
        women_led=producer.women_led,
        place_id=listing.place_id if listing else producer.place_id,
        legacy_place_id=listing.legacy_place_id if listing else producer.legacy_place_id,
        province_id=listing.province_id if listing else producer.province_id,
    )
