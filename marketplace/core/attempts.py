"""Counted attempts that guard guessing and flooding: a table, since memory counts per process."""

from datetime import datetime, timedelta

from sqlalchemy import Index, String, delete, func, select
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.clock import now
from marketplace.core.db import Base, BigKey, session

KEPT_FOR = timedelta(days=2)


class Attempt(Base):
    """Somebody tried; ``bucket`` says what and whose, as a hash where it would name a person."""

    __tablename__ = "attempt"
    __table_args__ = (Index(None, "bucket", "at"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    bucket: Mapped[str] = mapped_column(String(100))
    at: Mapped[datetime]


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
