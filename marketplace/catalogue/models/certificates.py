"""Certificates: OCOP decisions, food safety and growing standards, as claimed and as verified."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class Certificate(Base):
    """A paper about a product or a supplier. Its state is derived from these dates, never stored.

    OCOP: valid 36 months from the issuing date (Quyết định 26/2026/QĐ-TTg, Điều 4.3); stars show only while it is
    verified and in force. ``extended_until`` is entered with a document (Điều 12.3); revocation has six grounds
    (Điều 8). The issuer is text: most certificates in use name a body that no longer exists. ``remark`` is what a list
    contradicted itself in, for the officer who verifies it; ``declined_at`` when one found that it isn't what was
    claimed (the reason stands in a ReviewMessage ``certificate``); ``withdrawn_at`` when who claimed it took it back.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        CheckConstraint("product_id IS NOT NULL OR supplier_id IS NOT NULL", name="subject"),
        CheckConstraint("kind IN ('ocop','attp','vietgap','haccp','huu_co','khac')", name="kind"),
        CheckConstraint("stars IS NULL OR stars BETWEEN 3 AND 5", name="stars"),
        CheckConstraint("kind <> 'ocop' OR stars IS NOT NULL", name="ocop_stars"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), index=True)
    supplier_id: Mapped[int | None] = mapped_column(ForeignKey("supplier.id"), index=True)
    kind: Mapped[str] = mapped_column(String(16))
    stars: Mapped[int | None]
    decision_no: Mapped[str | None] = mapped_column(String(80))
    issuer: Mapped[str | None] = mapped_column(String(200))
    level: Mapped[str | None] = mapped_column(String(16))
    rule_version: Mapped[str | None] = mapped_column(String(16))
    product_code: Mapped[str | None] = mapped_column(String(32))
    issued_on: Mapped[date | None]
    expires_on: Mapped[date | None] = mapped_column(index=True)
    extended_until: Mapped[date | None]
    extension_document: Mapped[str | None] = mapped_column(String(120))
    revoked_on: Mapped[date | None]
    revocation_ground: Mapped[str | None] = mapped_column(String(32))
    revocation_decision_no: Mapped[str | None] = mapped_column(String(80))
    superseded_by_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id"))
    scan_id: Mapped[int | None] = mapped_column(ForeignKey("photo.id"))
    source: Mapped[str] = mapped_column(String(16))
    remark: Mapped[str | None] = mapped_column(String(300))
    withdrawn_at: Mapped[datetime | None]
    declined_at: Mapped[datetime | None]
    declined_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    verified_at: Mapped[datetime | None]
    verified_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime]
