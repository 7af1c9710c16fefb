"""Tables of the people who sign in."""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class Account(Base):
    """A person who can sign in, by e-mail address or phone number.

    ``session_epoch`` stands in every link with which a password is set; raising it makes them all worthless. No
    password hash = not set yet. ``totp_secret`` (RFC 6238, base 32) counts from ``totp_confirmed_at`` on;
    ``totp_last_step`` is the last step of 30 s whose code was taken, for no code is taken twice. ``erased_at``: the
    person asked to be forgotten; name, address and number are empty words since.
    ``morning_mail_stopped_at``: this officer wants no mail about what waits.
    """

    __tablename__ = "account"
    __table_args__ = (
        CheckConstraint("email IS NOT NULL OR phone IS NOT NULL OR erased_at IS NOT NULL", name="reachable"),
    )

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    phone: Mapped[str | None] = mapped_column(String(20), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str | None] = mapped_column(String(200))
    totp_secret: Mapped[str | None] = mapped_column(String(64))
    totp_confirmed_at: Mapped[datetime | None]
    totp_last_step: Mapped[int | None] = mapped_column(BigInteger)
    session_epoch: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    last_signed_in_at: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]
    morning_mail_stopped_at: Mapped[datetime | None]


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


class SessionRow(Base):
    """A sign-in on one device. The cookie holds a random token, this row its SHA-256 digest.

    ``second_factor_at`` None: only the password was shown. ``device`` is what the browser says it is, in short.
    """

    __tablename__ = "signin_session"
    __table_args__ = (Index(None, "account_id", "ended_at"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    device: Mapped[str] = mapped_column(String(80), default="")
    began_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    second_factor_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class RecoveryCode(Base):
    """A code that stands in once for the second factor, when the phone is lost; only its digest is kept."""

    __tablename__ = "recovery_code"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    digest: Mapped[str] = mapped_column(String(64))
    used_at: Mapped[datetime | None]


class PendingLogin(Base):
    """An e-mail address that somebody typed and nobody has confirmed yet.

    Without ``account_id`` an account is made of it when the link that was mailed is opened, with it the address is
    added to that account. Until then nobody else's address can be taken. Dropped after some days.
    """

    __tablename__ = "pending_login"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str] = mapped_column(String(120), default="")
    email: Mapped[str] = mapped_column(String(254), index=True)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    rules_version: Mapped[str] = mapped_column(String(16), default="")
    language: Mapped[str] = mapped_column(String(5), default="vi")
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
