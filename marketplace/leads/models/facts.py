"""Facts about leads: append-only, without personal data; the present state and every statistic come from them."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, Numeric, String
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey, append_only
from marketplace.core.ids import public_id


class Lead(Base):
    """One contact between a buyer and a supplier. Copies at its creation what breakdowns need later.

    ``stars`` are those in force at that moment, ``class_code``, ``producer_kind``, ``women_led`` and the places
    as they stood; a later change of the product or supplier changes no figure. ``buyer_kind`` and
    ``buyer_province_id`` are no personal data.
    """

    __tablename__ = "lead"
    __table_args__ = (
        CheckConstraint("channel IN ('form','api','demand','phone','zalo','visit','fair','officer')", name="channel"),
        CheckConstraint("quantity IS NULL OR quantity > 0", name="quantity"),
        Index(None, "supplier_id", "created_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    channel: Mapped[str] = mapped_column(String(16))
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"))
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), index=True)
    product_version_id: Mapped[int | None] = mapped_column(ForeignKey("product_version.id"))
    quantity: Mapped[Decimal | None] = mapped_column(Numeric(18, 3))
    unit: Mapped[str | None] = mapped_column(String(20))
    grams: Mapped[int | None] = mapped_column(BigInteger)
    every: Mapped[str | None] = mapped_column(String(16))
    buyer_kind: Mapped[str | None] = mapped_column(String(24))
    buyer_province_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"))
    class_code: Mapped[str | None] = mapped_column(String(8))
    stars: Mapped[int | None]
    producer_kind: Mapped[str | None] = mapped_column(String(16))
    women_led: Mapped[bool | None]
    place_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"))
    legacy_place_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"))
    province_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"), index=True)
    created_at: Mapped[datetime] = mapped_column(index=True)


class LeadEvent(Base):
    """Something that happened to a lead. The database refuses UPDATE and DELETE; a correction is a new event.

    ``occurred_at`` is when it happened (``day_only``: no hour was given, stored as noon), ``recorded_at`` when we
    learned of it. ``value`` is đồng: of a contract or delivery; of a memorandum an intent, never added to those.
    ``every`` and ``wanted_by`` belong to a question: how often, and by which day. ``party_id`` is the buyer who asked
    or wrote, or of whom it was said: a lead that several rows of one buyer share has words and contacts of each.
    ``corrects_id`` names the event that this one (kind ``corrected``) takes back; the right version follows anew.
    """

    __tablename__ = "lead_event"
    __table_args__ = (
        CheckConstraint(
            "kind IN ('created','asked_again','seen','contacted','sampled','quoted','memorandum',"
            "'framework_contract','contract','delivered','lost','reopened','marked_spam','corrected')",
            name="kind",
        ),
        CheckConstraint("said_by IN ('supplier','buyer','officer','system')", name="said_by"),
        CheckConstraint("evidence IN ('told','confirmed','document')", name="evidence"),
        CheckConstraint("(kind = 'corrected') = (corrects_id IS NOT NULL)", name="corrects"),
        CheckConstraint("kind <> 'lost' OR reason IS NOT NULL", name="lost_reason"),
        CheckConstraint("value IS NULL OR value > 0", name="value"),
        Index(None, "lead_id", "id"),
        Index(None, "kind", "occurred_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("lead.id"))
    kind: Mapped[str] = mapped_column(String(24))
    occurred_at: Mapped[datetime]
    day_only: Mapped[bool] = mapped_column(default=False)
    recorded_at: Mapped[datetime] = mapped_column(index=True)
    said_by: Mapped[str] = mapped_column(String(16))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    party_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"), index=True)
    evidence: Mapped[str] = mapped_column(String(16), default="told")
    value: Mapped[int | None] = mapped_column(BigInteger)
    quantity: Mapped[Decimal | None] = mapped_column(Numeric(18, 3))
    unit: Mapped[str | None] = mapped_column(String(20))
    grams: Mapped[int | None] = mapped_column(BigInteger)
    every: Mapped[str | None] = mapped_column(String(16))
    wanted_by: Mapped[date | None]
    price: Mapped[int | None] = mapped_column(BigInteger)
    price_unit: Mapped[str | None] = mapped_column(String(20))
    deliverable: Mapped[str | None] = mapped_column(String(8))
    reason: Mapped[str | None] = mapped_column(String(24))
    message_id: Mapped[int | None] = mapped_column(ForeignKey("message.id"))
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("lead_event.id"))


class ContactTap(Base):
    """A tap on phone or Zalo; becomes a lead only when somebody says what came of it."""

    __tablename__ = "contact_tap"
    __table_args__ = (CheckConstraint("channel IN ('phone', 'zalo')", name="channel"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), index=True)
    channel: Mapped[str] = mapped_column(String(8))
    tapped_at: Mapped[datetime] = mapped_column(index=True)


class CallNote(Base):
    """An officer rang a supplier about a lead that nobody has answered; what the supplier said is a LeadEvent.

    ``told``: the supplier knows now and will answer. ``taken_back`` unsays the note ``corrects_id``, for the database
    refuses UPDATE and DELETE. A fact, without personal data.
    """

    __tablename__ = "call_note"
    __table_args__ = (
        CheckConstraint(
            "outcome IN ('told','no_answer','call_again','wrong_number','sent_link','taken_back')", name="outcome"
        ),
        CheckConstraint("(outcome = 'taken_back') = (corrects_id IS NOT NULL)", name="corrects"),
        Index(None, "lead_id", "id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    lead_id: Mapped[int] = mapped_column(ForeignKey("lead.id"))
    outcome: Mapped[str] = mapped_column(String(16))
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    noted_at: Mapped[datetime]
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("call_note.id"), unique=True)


append_only(CallNote.__table__)  # type: ignore[arg-type]  # a declared class has a Table
append_only(LeadEvent.__table__)  # type: ignore[arg-type]  # a declared class has a Table
