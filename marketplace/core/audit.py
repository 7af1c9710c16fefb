"""The audit log: who did what to which object. Holds ids and codes, no names, phones or words (DESIGN rule 2)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, insert
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import Base, BigKey, session


class AuditRow(Base):
    """One act. ``account_id`` is None for a stranger and for the programme itself."""

    __tablename__ = "audit_row"
    __table_args__ = (Index(None, "object_kind", "object_id"),)

    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    at: Mapped[datetime]
    account_id: Mapped[int | None] = mapped_column(BigKey)
    action: Mapped[str] = mapped_column(String(64))
    object_kind: Mapped[str] = mapped_column(String(32))
    object_id: Mapped[str] = mapped_column(String(64))
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)


def record(actor: Actor, action: str, object_kind: str, object_id: str, **details: Any) -> None:
    """Append an act to the log, in the caller's transaction."""
    session.add(
        AuditRow(
            at=now(),
            account_id=actor.account_id,
            action=action,
            object_kind=object_kind,
            object_id=object_id,
            details=details,
        )
    )


def record_all(actor: Actor, action: str, object_kind: str, acts: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """Append the same act for many objects, each with its details, in one statement."""
    moment = now()
    rows: list[dict[str, Any]] = [
        {
            "at": moment,
            "account_id": actor.account_id,
            "action": action,
            "object_kind": object_kind,
            "object_id": object_id,
            "details": details,
        }
        for object_id, details in acts
    ]
    if rows:
        session.execute(insert(AuditRow), rows)
