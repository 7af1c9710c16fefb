"""Certificates that wait for an officer's word, within the officer's own area."""

from dataclasses import dataclass

from sqlalchemy import select

from marketplace.catalogue.models import Certificate, Product, ProductVersion
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import is_reviewed, of_actor, reviewed_by


@dataclass(frozen=True)
class ClaimedCertificate:
    """A claimed OCOP certificate with what it is about, and whether the one who asks may verify it."""

    certificate: Certificate
    product_name: str
    product_slug: str
    supplier_name: str
    supplier_slug: str
    may_verify: bool


def claimed_certificates(actor: Actor) -> list[ClaimedCertificate]:
    """Unverified OCOP certificates of the actor's areas, oldest first."""
    query = (
        select(Certificate, ProductVersion.name, Product.slug, Supplier.name, Supplier.slug, reviewed_by(actor))
        .join(Product, Product.id == Certificate.product_id)
        .join(ProductVersion, ProductVersion.id == Product.version_id)
        .join(Supplier, Supplier.id == Product.supplier_id)
        .where(Certificate.kind == "ocop", Certificate.verified_at.is_(None), of_actor(actor))
        .order_by(Certificate.id)
    )
    return [ClaimedCertificate(*row) for row in session.execute(query)]


def certificate_of_area(actor: Actor, certificate_id: str) -> Certificate | None:
    """The certificate with this public id if it lies in the actor's areas."""
    query = (
        select(Certificate)
        .join(Product, Product.id == Certificate.product_id)
        .join(Supplier, Supplier.id == Product.supplier_id)
        .where(Certificate.public_id == certificate_id, of_actor(actor))
    )
    return session.scalars(query).one_or_none()


def is_verifiable(actor: Actor, certificate: Certificate) -> bool:
    """Whether the officer may change things at the producer of the product that the certificate is about."""
    maker = session.scalar(select(Product.supplier_id).where(Product.id == certificate.product_id))
    return maker is not None and is_reviewed(actor, maker)
