"""The outbox's table, and how long a row is held, paused and tried."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey

LEASE = timedelta(minutes=2)
TRIES = 8
FIRST_PAUSE = timedelta(seconds=5)


class OutboxRow(Base):
    """One thing to do: the event's ids, the handler's name, and how far it came."""

    __tablename__ = "outbox_row"
    __table_args__ = (Index(None, "done_at", "buried_at", "due_at"), Index(None, "handler", "done_at"))

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    event: Mapped[str] = mapped_column(String(64))
    handler: Mapped[str] = mapped_column(String(64))
    payload: Mapped[dict[str, Any]]
    unique_key: Mapped[str | None] = mapped_column(String(120), unique=True)
    created_at: Mapped[datetime]
    due_at: Mapped[datetime]
    tries: Mapped[int] = mapped_column(default=0)
    claimed_by: Mapped[str | None] = mapped_column(String(80))
    claimed_until: Mapped[datetime | None]
    done_at: Mapped[datetime | None]
    buried_at: Mapped[datetime | None]
    last_error: Mapped[str | None] = mapped_column(Text)
