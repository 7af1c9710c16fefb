"""Offers: who sells which pack, at what price, from how much."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class Offer(Base):
    """One supplier sells one pack of a product; the maker's own price stands on its own offer.

    ``price`` and ``price_to`` are đồng for one pack; none with kind ``lien_he`` (ask).
    """

    __tablename__ = "offer"
    __table_args__ = (
        CheckConstraint("price_kind IN ('le','si','tham_khao','lien_he')", name="price_kind"),
        CheckConstraint("price IS NULL OR price > 0", name="price"),
        CheckConstraint("price_to IS NULL OR price_to >= price", name="price_range"),
        Index(None, "supplier_id", "closed_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"))
    pack_id: Mapped[int] = mapped_column(ForeignKey("pack.id"), index=True)
    price_kind: Mapped[str] = mapped_column(String(16))
    price: Mapped[int | None] = mapped_column(BigInteger)
    price_to: Mapped[int | None] = mapped_column(BigInteger)
    least_grams: Mapped[int | None] = mapped_column(BigInteger)
    least_packs: Mapped[int | None]
    sold_to: Mapped[str | None] = mapped_column(String(200))
    note: Mapped[str | None] = mapped_column(String(200))
    monthly_grams: Mapped[int | None] = mapped_column(BigInteger)
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class PriceStep(Base):
    """From so many grams on, so many đồng a kilogram."""

    __tablename__ = "price_step"
    __table_args__ = (
        UniqueConstraint("offer_id", "from_grams"),
        CheckConstraint("from_grams > 0 AND per_kg > 0", name="positive"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    offer_id: Mapped[int] = mapped_column(ForeignKey("offer.id"), index=True)
    from_grams: Mapped[int] = mapped_column(BigInteger)
    per_kg: Mapped[int] = mapped_column(BigInteger)
