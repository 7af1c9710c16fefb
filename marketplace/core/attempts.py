"""Counted attempts that guard guessing and flooding: a table, since memory counts per process."""

import hmac
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import Index, String, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.clock import now
from marketplace.core.db import Base, BigKey, session
from marketplace.core.settings import settings

KEPT_FOR = timedelta(days=2)


class Attempt(Base):
    """Somebody tried; ``bucket`` says what and whose, the latter as a digest."""

    __tablename__ = "attempt"
    __table_args__ = (Index(None, "bucket", "at"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    bucket: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime]


def bucket_of(what: str, whose: str) -> str:
    """The bucket of a login or a network address. Keyed, for a plain hash of either is undone by trying them all."""
    digest = hmac.new(settings().secret_key.encode(), f"{what}:{whose}".encode(), sha256).hexdigest()
    return f"{what}:{digest[:40]}"


def attempts_within(bucket: str, window: timedelta) -> int:
    """How many attempts the bucket holds from the last ``window``."""
    query = select(func.count()).where(Attempt.bucket == bucket, Attempt.at > now() - window)
    return session.scalar(query) or 0


def note_attempt(bucket: str) -> None:
    """Count one attempt."""
    session.add(Attempt(bucket=bucket, at=now()))
    session.flush()


def forget_attempts(bucket: str) -> None:
    """Empty a bucket, after a success."""
    session.execute(delete(Attempt).where(Attempt.bucket == bucket))


def forget_old() -> None:
    """Drop attempts that no window reaches any more."""
    session.execute(delete(Attempt).where(Attempt.at < now() - KEPT_FOR))
