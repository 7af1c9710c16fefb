"""What a lead's events say together: the pure rules by which boards, pages and statistics read the same history."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol, TypeVar

from marketplace.core.clock import local
from marketplace.leads.vocabulary.kinds import EventKind, SaidBy, Stage

# From what an event says to where the lead then stands. A contact is no step back: it counts from the beginning only.
_STAGE_AFTER = {
    EventKind.SAMPLED: Stage.SAMPLED,
    EventKind.QUOTED: Stage.QUOTED,
    EventKind.MEMORANDUM: Stage.MEMORANDUM,
    EventKind.FRAMEWORK_CONTRACT: Stage.FRAMEWORK_CONTRACT,
    EventKind.CONTRACT: Stage.CONTRACT,
    EventKind.DELIVERED: Stage.DELIVERED,
}
_CLOSING = {EventKind.LOST: Stage.LOST, EventKind.MARKED_SPAM: Stage.SPAM}
UNANSWERED = frozenset({Stage.CREATED, Stage.SEEN})
CLOSED = frozenset({Stage.LOST, Stage.SPAM})
ENDED = CLOSED | {Stage.DELIVERED}

# "Answered = the first contacted … lost from the supplier's side" (DESIGN section 3).
ANSWERS = frozenset({EventKind.CONTACTED, EventKind.LOST, *_STAGE_AFTER})
SUPPLIER_SIDE = frozenset({SaidBy.SUPPLIER, SaidBy.OFFICER})
_ASKS = frozenset({EventKind.CREATED, EventKind.ASKED_AGAIN})


class Fact(Protocol):
    """What these rules read of an event: a row of the table, or as much of one as a query fetched."""

    @property
    def id(self) -> int:
        """Grows in the order of recording."""

    @property
    def kind(self) -> str:
        """An EventKind."""

    @property
    def occurred_at(self) -> datetime:
        """When it happened, UTC."""

    @property
    def said_by(self) -> str:
        """A SaidBy."""

    @property
    def corrects_id(self) -> int | None:
        """The event that a ``corrected`` takes back."""


AnyFact = TypeVar("AnyFact", bound=Fact)


def standing_events(events: Iterable[AnyFact]) -> list[AnyFact]:
    """The events that count, in the order in which they happened; corrections and what they take back are left out.

    A correction may itself be taken back: then what it named counts again. The order is that of the days (there),
    and within a day that of recording, for of some events only the day is known, and stands as noon.
    """
    known = sorted(events, key=lambda event: event.id, reverse=True)
    void: set[int] = set()
    for event in known:
        if event.kind == EventKind.CORRECTED and event.id not in void and event.corrects_id is not None:
            void.add(event.corrects_id)
    counting = [event for event in known if event.id not in void and event.kind != EventKind.CORRECTED]
    return sorted(counting, key=lambda event: (_day(event), event.id))


def stage_of(events: Iterable[Fact]) -> Stage:
    """Where the lead stands: at its last step, however many were skipped; lost and spam until it is reopened.

    A reopened lead stands where it stood before it was closed. Who asks again after an end begins anew.
    """
    stage = before = Stage.CREATED
    for event in standing_events(events):
        kind = EventKind(event.kind)
        if kind in _CLOSING:
            before = before if stage in CLOSED else stage
            stage = _CLOSING[kind]
        elif kind is EventKind.REOPENED:
            stage = before if stage in CLOSED else stage
        elif kind is EventKind.ASKED_AGAIN:
            stage = Stage.CREATED if stage in (Stage.LOST, Stage.DELIVERED) else stage
        elif stage not in CLOSED:
            stage = _stepped(stage, kind)
    return stage


def _stepped(stage: Stage, kind: EventKind) -> Stage:
    if kind is EventKind.SEEN and stage is Stage.CREATED:
        return Stage.SEEN
    if kind is EventKind.CONTACTED and stage in UNANSWERED:
        return Stage.CONTACTED
    return _STAGE_AFTER.get(kind, stage)


def is_answer(event: Fact) -> bool:
    """Whether an event answers a buyer: contacted … lost, said by the supplier or by an officer for the supplier."""
    return event.kind in ANSWERS and event.said_by in SUPPLIER_SIDE


def answered_at(events: Iterable[Fact]) -> datetime | None:
    """When the lead was first answered, never before it was asked; None while it waits."""
    counting = standing_events(events)
    answers = [event.occurred_at for event in counting if is_answer(event)]
    asked = [event.occurred_at for event in counting if event.kind == EventKind.CREATED]
    return max(min(answers), *asked) if answers else None


def first_asked_at(events: Iterable[Fact]) -> datetime | None:
    """When the lead was asked first; None where its question was taken back."""
    return min((e.occurred_at for e in standing_events(events) if e.kind == EventKind.CREATED), default=None)


def waiting_since(events: Iterable[Fact]) -> datetime | None:
    """When the buyer asked what nobody has answered yet; None when nothing waits, or the lead is closed.

    A second question before the first answer doesn't begin the waiting anew. A reopened lead waits as it did before.
    """
    known = list(events)
    since: datetime | None = None
    held: datetime | None = None
    for event in standing_events(known):
        if event.kind in _ASKS:
            since = since or event.occurred_at
        elif event.kind in _CLOSING:
            since, held = None, since or held
        elif event.kind == EventKind.REOPENED:
            since, held = since or held, None
        elif is_answer(event):
            since = held = None
    return None if stage_of(known) in CLOSED else since


def due_at(asked: datetime, hours: int) -> datetime:
    """By when an answer should be there: the setting ``answer_within_hours`` after the question."""
    return asked + timedelta(hours=hours)


def last_of(events: Sequence[AnyFact], *kinds: EventKind) -> AnyFact | None:
    """The last effective event of these kinds, or None."""
    found = [event for event in standing_events(events) if event.kind in kinds]
    return found[-1] if found else None


def _day(event: Fact) -> date:
    return local(event.occurred_at).date()
