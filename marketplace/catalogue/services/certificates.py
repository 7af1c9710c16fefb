"""Claiming and verifying certificates."""

from marketplace.catalogue.models import Certificate, Product
from marketplace.catalogue.services.products import product_changed
from marketplace.catalogue.vocabulary import NewCertificate, expiry_of
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_

NO_STARS = N_("Chứng nhận OCOP cần số sao: 3, 4 hoặc 5.")


def claim_certificate(actor: Actor, new: NewCertificate) -> Certificate:
    """Enter a paper as it is claimed; no stars show before an officer has verified it.

    An OCOP decision ends 36 months after its issue where no end is given (Quyết định 26/2026/QĐ-TTg, Điều 4.3).
    Raises Refused (``stars``).
    """
    if new.kind == "ocop" and new.stars not in (3, 4, 5):
        raise Refused(NO_STARS, field="stars")
    expires = new.expires_on
    if expires is None and new.kind == "ocop" and new.issued_on is not None:
        expires = expiry_of(new.issued_on)
    paper = Certificate(
        kind=new.kind,
        product_id=new.product_id,
        supplier_id=new.supplier_id,
        stars=new.stars,
        decision_no=new.decision_no,
        issuer=new.issuer,
        level=new.level,
        rule_version=new.rule_version,
        product_code=new.product_code,
        issued_on=new.issued_on,
        expires_on=expires,
        source=new.source,
        created_at=now(),
    )
    session.add(paper)
    session.flush()
    record(actor, "claim_certificate", "certificate", paper.public_id, kind=new.kind)
    _product_changed(paper)
    return paper


def verify_certificate(actor: Actor, certificate: Certificate) -> None:
    """An officer says that the paper is right: its stars show while it is in force."""
    certificate.verified_at, certificate.verified_by_id = now(), actor.account_id
    session.flush()
    record(actor, "verify_certificate", "certificate", certificate.public_id)
    _product_changed(certificate)


def _product_changed(paper: Certificate) -> None:
    product = session.get(Product, paper.product_id) if paper.product_id else None
    if product is not None:
        product_changed(product)
