"""Histories to try the pure rules on: events without a database."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 09:00 in Hà Nội


@dataclass(frozen=True)
class Happened:
    """An event as the rules read it."""

    id: int
    kind: str
    occurred_at: datetime
    said_by: str = "supplier"
    corrects_id: int | None = None
    value: int | None = None


def history(*kinds: str) -> list[Happened]:
    """A lead that was created by a buyer, and then these kinds of events, an hour apart."""
    return [
        Happened(
            id=number,
            kind=kind,
            occurred_at=MONDAY + timedelta(hours=number),
            said_by="buyer" if kind in ("created", "asked_again") else "supplier",
        )
        for number, kind in enumerate(("created", *kinds), start=1)
    ]


def correcting(events: list[Happened], number: int) -> list[Happened]:
    """The history with a further event that takes back the one at ``number`` (from 1)."""
    last = events[-1]
    moment = last.occurred_at + timedelta(hours=1)
    return [*events, Happened(last.id + 1, "corrected", moment, corrects_id=events[number - 1].id)]
