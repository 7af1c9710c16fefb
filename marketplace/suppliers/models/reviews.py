"""What officers decide about suppliers, and the words that both sides write about it."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey


class ReviewMessage(Base):
    """Words between an officer and a person about what is being reviewed; ``body`` is emptied when one is erased.

    ``subject_id`` is the key of the application, claim, supplier, product, certificate or report of that kind;
    ``reason`` a code of that kind's own vocabulary, which may stand without words.
    """

    __tablename__ = "review_message"
    __table_args__ = (
        CheckConstraint(
            "subject IN ('application','claim','supplier','product','certificate','report')", name="subject"
        ),
        CheckConstraint("side IN ('person','officer')", name="side"),
        Index(None, "subject", "subject_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    subject: Mapped[str] = mapped_column(String(16))
    subject_id: Mapped[int] = mapped_column(BigInteger)
    side: Mapped[str] = mapped_column(String(8))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    reason: Mapped[str | None] = mapped_column(String(24))
    body: Mapped[str] = mapped_column(Text, default="")
    written_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]


class SupplierDecision(Base):
    """What an officer decided about a supplier, and when; the newest of a kind says how it stands."""

    __tablename__ = "supplier_decision"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('passed','changes_asked','refused','suspended','reinstated','verified','unverified','closed')",
            name="kind",
        ),
        Index(None, "supplier_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"))
    kind: Mapped[str] = mapped_column(String(16))
    message_id: Mapped[int | None] = mapped_column(ForeignKey("review_message.id"))
    decided_at: Mapped[datetime]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
