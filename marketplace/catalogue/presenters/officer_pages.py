"""What the officers' list of claimed certificates prints."""

from dataclasses import dataclass

from marketplace.catalogue.queries import ClaimedCertificate
from marketplace.core.text import format_date
from marketplace.core.texts import say
from marketplace.core.views import Pager, Pill


@dataclass(frozen=True)
class CertificateRow:
    """A claimed certificate and where to say that it is right."""

    product: str
    product_href: str
    supplier: str
    supplier_href: str
    stars: int
    decision: str | None
    issued: str | None
    issuer: str | None
    expires: str | None
    pill: Pill
    verify_action: str | None
    form_key: str


@dataclass(frozen=True)
class OfficerCertificates:
    """The claimed certificates of the own area."""

    area_name: str
    total: int
    rows: tuple[CertificateRow, ...]
    pager: Pager | None


def certificate_row(claimed: ClaimedCertificate, *, verify_action: str | None, form_key: str) -> CertificateRow:
    """``verify_action`` is None for an officer who may only look."""
    paper = claimed.certificate
    return CertificateRow(
        product=claimed.product_name,
        product_href=f"/san-pham/{claimed.product_slug}",
        supplier=claimed.supplier_name,
        supplier_href=f"/chu-the/{claimed.supplier_slug}",
        stars=paper.stars or 0,
        decision=paper.decision_no,
        issued=format_date(paper.issued_on) if paper.issued_on else None,
        issuer=paper.issuer,
        expires=format_date(paper.expires_on) if paper.expires_on else None,
        pill=Pill(say("Chờ xác minh"), "yours"),
        verify_action=verify_action,
        form_key=form_key,
    )
