"""How people come to speak for a supplier: applications, claims, codes, invitations."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class SupplierApplication(Base):
    """Somebody entered an organisation that wasn't there, and asks an officer of its area to pass it.

    ``due_at`` is what the page promised. ``changes_asked``: it is the applicant's turn; the reason stands in the
    messages (ReviewMessage ``application``).
    """

    __tablename__ = "supplier_application"
    __table_args__ = (
        CheckConstraint("state IN ('open','changes_asked','passed','refused','withdrawn')", name="state"),
        Index(None, "state", "due_at"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    state: Mapped[str] = mapped_column(String(16), default="open")
    applied_at: Mapped[datetime]
    due_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class Claim(Base):
    """An account says that it speaks for a supplier that is here already.

    With ``way`` code an officer handed a code out, and it is approved at once; with ``proof`` an officer judges the
    scan and the messages (ReviewMessage ``claim``). Rival claims are rows of the same supplier.
    """

    __tablename__ = "claim"
    __table_args__ = (
        CheckConstraint("way IN ('code','proof')", name="way"),
        CheckConstraint("state IN ('pending','approved','refused','withdrawn')", name="state"),
        Index(None, "supplier_id", "state"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    way: Mapped[str] = mapped_column(String(8))
    state: Mapped[str] = mapped_column(String(16), default="pending")
    scan_id: Mapped[int | None] = mapped_column(ForeignKey("photo.id"))
    claimed_at: Mapped[datetime]
    due_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class ClaimCode(Base):
    """A code with which a supplier is claimed once; an officer hands it out, and only its digest is kept.

    With ``replaces_holders`` it also ends whoever speaks for the supplier now; without, it opens no claimed one.
    """

    __tablename__ = "claim_code"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    digest: Mapped[str] = mapped_column(String(64), index=True)
    replaces_holders: Mapped[bool] = mapped_column(default=False)
    made_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    made_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    withdrawn_at: Mapped[datetime | None]


class MemberInvitation(Base):
    """A manager, or an officer, invites somebody to speak for a supplier.

    With ``replaces_account_id`` it is a hand-over: when it is accepted, that account's membership ends at once, and
    with ``drops_mailbox`` its own address gets none of the supplier's mails any more.
    """

    __tablename__ = "member_invitation"
    __table_args__ = (CheckConstraint("role IN ('member', 'manager')", name="role"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    supplier_id: Mapped[int] = mapped_column(ForeignKey("supplier.id"), index=True)
    email: Mapped[str | None] = mapped_column(String(254))
    phone: Mapped[str | None] = mapped_column(String(20))
    role: Mapped[str] = mapped_column(String(16), default="member")
    replaces_account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    drops_mailbox: Mapped[bool] = mapped_column(default=True)
    invited_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    invited_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    accepted_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    cancelled_at: Mapped[datetime | None]
