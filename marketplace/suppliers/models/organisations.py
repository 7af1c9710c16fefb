"""Tables of producers and outlets, their addresses and who speaks for them."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class Supplier(Base):
    """An organisation or household that makes (``is_producer``) or sells what others make (``is_outlet``).

    ``place_id`` is a unit of today, ``legacy_place_id`` the one before July 2025 as papers still print it,
    ``province_id`` today's province even where no commune is known, ``place_text`` what no era knows.
    ``match_key`` is the folded name without its legal form, by which lists find it again within a province.
    ``placed_at`` is when an officer chose the place: lists don't change it any more.
    ``applied``: entered by its own people, and no officer has passed it yet. ``merged_into_id`` is where its merges
    lead now (see SupplierMerge), always to one that isn't merged itself. ``link_epoch`` stands in the answer links of
    its mails; raised when the organisation is handed over. ``phone_doubted_at``: somebody rang, and it was another's
    number; a new number empties it. ``usual_answer_minutes`` is derived from its leads: the median of the last 90 days.
    A household's tax code is a personal number: never shown, never exported.
    """

    __tablename__ = "supplier"
    __table_args__ = (
        CheckConstraint("is_producer OR is_outlet", name="trade"),
        CheckConstraint("kind IN ('htx','lhhtx','tht','dn','hkd','trang_trai','hoi','diem_ban')", name="kind"),
        CheckConstraint("state IN ('applied','unclaimed','claimed','suspended','closed')", name="state"),
        Index(None, "match_key", "province_id"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    short_name: Mapped[str] = mapped_column(String(120))
    sort_key: Mapped[str] = mapped_column(String(400), index=True)
    match_key: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(16))
    is_producer: Mapped[bool] = mapped_column(default=True)
    is_outlet: Mapped[bool] = mapped_column(default=False)
    tax_code: Mapped[str | None] = mapped_column(String(16), index=True)
    place_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"), index=True)
    legacy_place_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"), index=True)
    province_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"), index=True)
    place_text: Mapped[str | None] = mapped_column(String(300))
    address_line: Mapped[str | None] = mapped_column(String(300))
    phone: Mapped[str | None] = mapped_column(String(20), index=True)
    has_zalo: Mapped[bool] = mapped_column(default=False)
    representative: Mapped[str | None] = mapped_column(String(120))
    women_led: Mapped[bool | None]
    members_official: Mapped[int | None]
    about: Mapped[str | None] = mapped_column(Text)
    about_en: Mapped[str | None] = mapped_column(Text)
    photo_id: Mapped[int | None] = mapped_column(ForeignKey("photo.id"))
    state: Mapped[str] = mapped_column(String(16), default="unclaimed")
    source: Mapped[str] = mapped_column(String(16))
    placed_at: Mapped[datetime | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("supplier.id"), index=True)
    link_epoch: Mapped[int] = mapped_column(default=0)
    phone_doubted_at: Mapped[datetime | None]
    usual_answer_minutes: Mapped[int | None]
    verified_at: Mapped[datetime | None]
    verified_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class SupplierSlug(Base):
    """Every address that a supplier ever had; old ones redirect, none is used again."""

    __tablename__ = "supplier_slug"

    slug: Mapped[str] = mapped_column(String(120), primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)


class Mailbox(Base):
    """An e-mail address to which a supplier's mails go; there may be several.

    ``account_id`` is whose own it was when that person came in: with the person's rights it goes.
    """

    __tablename__ = "mailbox"
    __table_args__ = (UniqueConstraint("supplier_id", "address"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    address: Mapped[str] = mapped_column(String(254))
    added_at: Mapped[datetime]
    undeliverable_at: Mapped[datetime | None]
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)


class MembershipRow(Base):
    """An account speaks for a supplier, from a day until it ends."""

    __tablename__ = "membership"
    __table_args__ = (
        CheckConstraint("role IN ('member', 'manager')", name="role"),
        Index(None, "supplier_id", "ended_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"))
    role: Mapped[str] = mapped_column(String(16), default="manager")
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    given_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
