"""Certificates that wait for an officer's word, within the officer's own area."""

from dataclasses import dataclass

from sqlalchemy import or_, select

from marketplace.catalogue.models import Certificate, Product, ProductVersion
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.places.queries import area_of
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import in_area


@dataclass(frozen=True)
class ClaimedCertificate:
    """A claimed OCOP certificate with what it is about."""

    certificate: Certificate
    product_name: str
    product_slug: str
    supplier_name: str
    supplier_slug: str


def _of_area(actor: Actor) -> list[object]:
    if actor.is_administrator:
        return []
    return [or_(*(in_area(area_of(place_id)) for place_id in actor.area_ids))]


def claimed_certificates(actor: Actor) -> list[ClaimedCertificate]:
    """Unverified OCOP certificates of the actor's areas, oldest first."""
    query = (
        select(Certificate, ProductVersion.name, Product.slug, Supplier.name, Supplier.slug)
        .join(Product, Product.id == Certificate.product_id)
        .join(ProductVersion, ProductVersion.id == Product.version_id)
        .join(Supplier, Supplier.id == Product.supplier_id)
        .where(Certificate.kind == "ocop", Certificate.verified_at.is_(None), *_of_area(actor))  # type: ignore[arg-type]
        .order_by(Certificate.id)
    )
    return [ClaimedCertificate(*row) for row in session.execute(query)]


def certificate_of_area(actor: Actor, certificate_id: str) -> Certificate | None:
    """The certificate with this public id if it lies in the actor's areas."""
    query = (
        select(Certificate)
        .join(Product, Product.id == Certificate.product_id)
        .join(Supplier, Supplier.id == Product.supplier_id)
        .where(Certificate.public_id == certificate_id, *_of_area(actor))  # type: ignore[arg-type]
    )
    return session.scalars(query).one_or_none()
