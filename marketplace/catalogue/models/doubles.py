"""Merges of products, and what anybody reports about a listing."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey, append_only
from marketplace.core.ids import public_id


class ProductMerge(Base):
    """From ``recorded_at`` on readers take ``from_id`` for ``into_id``, as SupplierMerge says of suppliers."""

    __tablename__ = "product_merge"
    __table_args__ = (CheckConstraint("from_id <> into_id", name="two"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    from_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True)
    into_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True)
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("product_merge.id"), unique=True)
    recorded_at: Mapped[datetime]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class ListingReport(Base):
    """Anybody says that a supplier or a product is wrong here, doubled, or closed; an officer settles it.

    The words stand in a ReviewMessage ``report``. ``contact`` (phone or e-mail, if one was left) is
    emptied some time after. ``own``: its own people ask for what only an officer may change.
    """

    __tablename__ = "listing_report"
    __table_args__ = (
        CheckConstraint("subject IN ('supplier','product')", name="subject"),
        CheckConstraint("kind IN ('wrong','double','closed','own')", name="kind"),
        CheckConstraint("outcome IS NULL OR outcome IN ('mended','merged','closed','left')", name="outcome"),
        Index(None, "subject", "subject_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    subject: Mapped[str] = mapped_column(String(16))
    subject_id: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str] = mapped_column(String(16))
    other_id: Mapped[int | None] = mapped_column(BigInteger)
    contact: Mapped[str | None] = mapped_column(String(254))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    reported_at: Mapped[datetime] = mapped_column(index=True)
    outcome: Mapped[str | None] = mapped_column(String(16))
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


append_only(ProductMerge.__table__)  # type: ignore[arg-type]  # a declared class has a Table
