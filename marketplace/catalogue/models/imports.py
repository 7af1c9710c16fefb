"""Runs of an import: how far a list has been taken, so that a killed one goes on."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.db import Base, BigKey
from marketplace.core.ids import public_id


class ImportRun(Base):
    """One list taken: its digest, how many rows are done, and the counts per outcome."""

    __tablename__ = "import_run"

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    public_id: Mapped[str] = mapped_column(String(24), unique=True, default=public_id)
    kind: Mapped[str] = mapped_column(String(16))
    file_name: Mapped[str] = mapped_column(String(200))
    file_digest: Mapped[str] = mapped_column(String(64), index=True)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    row_count: Mapped[int]
    rows_done: Mapped[int] = mapped_column(default=0)
    counts: Mapped[dict[str, Any]] = mapped_column(default=dict)
    began_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
