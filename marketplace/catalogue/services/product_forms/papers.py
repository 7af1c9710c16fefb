"""Certificates as a product's form claims them. What an officer has verified is never changed: it is claimed anew."""

from collections.abc import Sequence
from datetime import date

from marketplace.catalogue.models import Certificate, Product, ProductDraft
from marketplace.catalogue.services.certificates import claim_certificate
from marketplace.catalogue.services.product_forms.filling import claimed_papers
from marketplace.catalogue.vocabulary import NewCertificate, expiry_of, rule_of
from marketplace.catalogue.vocabulary.product_forms import OTHER_PAPERS, ClaimedPaper
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session

_FACTS = ("stars", "decision_no", "issuer", "product_code", "issued_on", "expires_on")


def put_papers(actor: Actor, product: Product, claimed: Sequence[ClaimedPaper], draft: ProductDraft) -> None:
    """Claim what is new, put right what nobody has verified, take back what the sheet no longer names.

    The draft's scan is the OCOP certificate's. A verified paper that is no longer named stays: it is an officer's word.
    """
    present, scan_id = claimed_papers(product), draft.scan_id
    for paper in claimed:
        scan = scan_id if paper.kind == "ocop" else None
        known = present.get(paper.kind)
        if known is None or (known.verified_at is not None and not _says(known, paper)):
            _claim(actor, product, paper, scan)
        elif not _says(known, paper) or (scan is not None and known.scan_id != scan):
            _put_right(actor, known, paper, scan)
    named = {paper.kind for paper in claimed}
    for kind in ("ocop", *OTHER_PAPERS):  # papers of other kinds have no place on the sheet
        known = present.get(kind)
        if known is not None and kind not in named and known.verified_at is None and _was_on(draft, known):
            _take_back(actor, known)


def _was_on(draft: ProductDraft, paper: Certificate) -> bool:
    """Whether the sheet had the paper: what a list claimed since it was begun, nobody has crossed out there."""
    return paper.source == "form" or paper.created_at <= draft.began_at


def _take_back(actor: Actor, paper: Certificate) -> None:
    paper.withdrawn_at = now()
    session.flush()
    record(actor, "withdraw_claim", "certificate", paper.public_id)


def _claim(actor: Actor, product: Product, paper: ClaimedPaper, scan_id: int | None) -> None:
    facts = {name: getattr(paper, name) for name in _FACTS}
    claim_certificate(actor, NewCertificate(kind=paper.kind, product_id=product.id, **facts)).scan_id = scan_id
    session.flush()


def _put_right(actor: Actor, known: Certificate, paper: ClaimedPaper, scan_id: int | None) -> None:
    known.scan_id = scan_id or known.scan_id
    if known.verified_at is None:
        for name in _FACTS:
            setattr(known, name, getattr(paper, name))
        known.expires_on = _end_of(paper)
        known.rule_version = rule_of(paper.issued_on) if paper.kind == "ocop" and paper.issued_on else None
        known.remark = None  # what a list contradicted itself in was looked at now
    session.flush()
    record(actor, "correct_claim", "certificate", known.public_id)


def _says(known: Certificate, paper: ClaimedPaper) -> bool:
    facts = [name for name in _FACTS if name != "expires_on"]
    return known.expires_on == _end_of(paper) and all(getattr(known, n) == getattr(paper, n) for n in facts)


def _end_of(paper: ClaimedPaper) -> date | None:
    if paper.expires_on is None and paper.kind == "ocop" and paper.issued_on:
        return expiry_of(paper.issued_on)
    return paper.expires_on
