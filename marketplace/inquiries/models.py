"""Tables of inquiries: what a buyer asked of one supplier about the product version that he saw."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class Inquiry(Base):
    """One question to one supplier; those sent at once share a ``thread``, the buyer's private page.

    A repeat by the same buyer for the same product within 30 days joins the ``lead_id`` of the first.
    ``consent_version`` names the text that was agreed to (Luật 91/2025/QH15), ``consented_at`` when.
    """

    __tablename__ = "inquiry"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    thread: Mapped[str] = mapped_column(String(24), index=True, default=public_id)
    lead_id: Mapped[int] = mapped_column(ForeignKey("lead.id"), index=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"))
    product_version_id: Mapped[int] = mapped_column(ForeignKey("product_version.id"))
    quantity: Mapped[Decimal | None] = mapped_column(Numeric(18, 3))
    unit: Mapped[str | None] = mapped_column(String(20))
    grams: Mapped[int | None] = mapped_column(BigInteger)
    every: Mapped[str | None] = mapped_column(String(16))
    wanted_by: Mapped[date | None]
    message_id: Mapped[int | None] = mapped_column(ForeignKey("message.id"))
    delivery_message_id: Mapped[int | None] = mapped_column(ForeignKey("message.id"))
    language: Mapped[str] = mapped_column(String(5), default="vi")
    channel: Mapped[str] = mapped_column(String(16), default="form")
    consent_version: Mapped[str] = mapped_column(String(16))
    consented_at: Mapped[datetime]
    created_at: Mapped[datetime]


class DataRequest(Base):
    """A person asked for a copy, a correction or the deletion of what is kept of him (Luật 91/2025/QH15).

    A fact without personal data: it outlives what it deleted. ``done_at`` is when it was carried out.
    """

    __tablename__ = "data_request"
    __table_args__ = (CheckConstraint("kind IN ('copy','correction','deletion','withdrawal')", name="kind"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    kind: Mapped[str] = mapped_column(String(16))
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    asked_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
