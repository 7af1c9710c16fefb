"""Merges as dated facts, and pairs of which somebody said that they are two."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey, append_only


class SupplierMerge(Base):
    """From ``recorded_at`` on readers take ``from_id`` for ``into_id``; nothing that names the former is rewritten.

    A row with ``undoes_id`` takes that merge back from its own ``recorded_at`` on. The database refuses UPDATE and
    DELETE. ``Supplier.merged_into_id`` is what the standing rows amount to now.
    """

    __tablename__ = "supplier_merge"
    __table_args__ = (CheckConstraint("from_id <> into_id", name="two"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    from_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    into_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("supplier_merge.id"), unique=True)
    recorded_at: Mapped[datetime]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class DistinctPair(Base):
    """An officer looked at two that seemed to be one, and said that they are two. ``first_id`` < ``second_id``."""

    __tablename__ = "distinct_pair"
    __table_args__ = (
        CheckConstraint("subject IN ('supplier','product')", name="subject"),
        CheckConstraint("first_id < second_id", name="pair_order"),
    )

    subject: Mapped[str] = mapped_column(String(16), primary_key=True)
    first_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    second_id: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    said_at: Mapped[datetime]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


append_only(SupplierMerge.__table__)  # type: ignore[arg-type]  # a declared class has a Table
