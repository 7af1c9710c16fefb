"""Claiming and verifying certificates."""

from datetime import date

from marketplace.catalogue.models import Certificate, Product
from marketplace.catalogue.services.entering import enter_certificates
from marketplace.catalogue.services.products import product_changed
from marketplace.catalogue.vocabulary import NewCertificate, expiry_of, rule_of
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_

VERIFIED = N_("Giấy này đã được cán bộ xác nhận nên không sửa được nữa.")


def claim_certificate(actor: Actor, new: NewCertificate) -> Certificate:
    """Enter a paper as it is claimed; no stars show before an officer has verified it.

    An OCOP decision ends 36 months after its issue where no end is given (Quyết định 26/2026/QĐ-TTg, Điều 4.3).
    Raises Refused (``stars``).
    """
    (paper,) = enter_certificates(actor, [new])
    _product_changed(paper)
    return paper


def correct_claim(
    actor: Actor,
    certificate: Certificate,
    *,
    stars: int,
    decision_no: str | None,
    issued_on: date | None,
    expires_on: date | None,
) -> None:
    """Put right what was claimed; what an officer has verified stays. Raises Refused.

    Without ``expires_on`` an OCOP decision ends 36 months after its issue, as when it is claimed.
    """
    if certificate.verified_at is not None:
        raise Refused(VERIFIED)
    certificate.stars, certificate.decision_no, certificate.issued_on = stars, decision_no, issued_on
    certificate.expires_on = expires_on or (expiry_of(issued_on) if issued_on else None)
    certificate.rule_version = _rule(certificate.kind, issued_on)
    session.flush()
    record(actor, "correct_claim", "certificate", certificate.public_id)
    _product_changed(certificate)


def verify_certificate(actor: Actor, certificate: Certificate) -> None:
    """An officer says that the paper is right: its stars show while it is in force."""
    certificate.verified_at, certificate.verified_by_id = now(), actor.account_id
    session.flush()
    record(actor, "verify_certificate", "certificate", certificate.public_id)
    _product_changed(certificate)


def _rule(kind: str, issued_on: date | None) -> str | None:
    return rule_of(issued_on) if kind == "ocop" and issued_on else None


def _product_changed(paper: Certificate) -> None:
    product = session.get(Product, paper.product_id) if paper.product_id else None
    if product is not None:
        product_changed(product)


def note_scan_seen(actor: Actor, certificate_id: str) -> None:
    """Write down that somebody looked at a paper's scan; ``certificate_id`` is the paper's public id."""
    record(actor, "see_scan", "certificate", certificate_id)
