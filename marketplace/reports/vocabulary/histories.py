"""A lead as the statistics see it: what it copied at its creation, and its events as known at a date."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from marketplace.leads.vocabulary import EventKind, LostReason, Stage, answered_at, last_of, stage_of


class EventFact(NamedTuple):
    """As much of an event as a figure needs. ``value`` is đồng, ``grams`` what was delivered."""

    lead_id: int
    id: int
    kind: str
    occurred_at: datetime
    said_by: str
    corrects_id: int | None
    value: int | None
    grams: int | None
    reason: str | None


@dataclass(frozen=True)
class History:
    """One lead with its standing events; nothing in it tells who the buyer is.

    ``product`` is the name in the version that the buyer saw, ``supplier`` the present name of
    the seller, or of the one that it was taken for as known then; it is a label only.
    """

    lead_id: int
    public_id: str
    channel: str
    class_code: str | None
    stars: int | None
    place_id: str | None
    legacy_place_id: str | None
    province_id: str | None
    supplier: str
    supplier_slug: str
    product: str | None
    events: tuple[EventFact, ...]

    @cached_property
    def asked(self) -> EventFact | None:
        """The event that made the lead; None where it was taken back."""
        return next((event for event in self.events if event.kind == EventKind.CREATED), None)

    @cached_property
    def answered_at(self) -> datetime | None:
        """When the supplier's side first answered; None while it waits."""
        return answered_at(self.events) if self.asked else None

    @cached_property
    def stage(self) -> Stage:
        """Where the lead stood."""
        return stage_of(self.events)

    @property
    def lost_because(self) -> LostReason | None:
        """Why nothing came of it, where it stood at *lost*."""
        event = last_of(self.events, EventKind.LOST) if self.stage is Stage.LOST else None
        return LostReason(event.reason) if event and event.reason else None

    @property
    def home(self) -> str | None:
        """The smallest unit that is known of where the product comes from, the present commune before all."""
        return self.place_id or self.legacy_place_id or self.province_id
