"""Tables of the people who sign in."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class Account(Base):
    """A person who can sign in, by e-mail address or phone number.

    ``session_epoch`` stands in every session; raising it ends them all at once. No password hash = not set yet.
    """

    __tablename__ = "account"
    __table_args__ = (CheckConstraint("email IS NOT NULL OR phone IS NOT NULL", name="reachable"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    phone: Mapped[str | None] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    totp_secret: Mapped[str | None] = mapped_column(String(64))
    session_epoch: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    last_signed_in_at: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]


class GrantRow(Base):
    """A right given to an account: officer of an area (viewer or reviewer), or administrator."""

    __tablename__ = "grant_row"
    __table_args__ = (
        CheckConstraint("role IN ('officer', 'administrator')", name="role"),
        CheckConstraint("level IN ('viewer', 'reviewer')", name="level"),
        CheckConstraint("role = 'administrator' OR place_id IS NOT NULL", name="area"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    role: Mapped[str] = mapped_column(String(16))
    level: Mapped[str] = mapped_column(String(16), default="reviewer")
    place_id: Mapped[str | None] = mapped_column(ForeignKey("place.id"))
    granted_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    granted_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
