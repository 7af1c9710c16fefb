"""What may happen next to a lead that stands at a stage."""

from collections.abc import Iterable

from marketplace.leads.vocabulary.histories import SUPPLIER_SIDE, Fact
from marketplace.leads.vocabulary.kinds import EventKind, Stage

# Steps are skipped in life: a telephone call can end in a contract, a neighbour's order in a delivery.
STEPS = (
    EventKind.CONTACTED,
    EventKind.SAMPLED,
    EventKind.QUOTED,
    EventKind.MEMORANDUM,
    EventKind.FRAMEWORK_CONTRACT,
    EventKind.CONTRACT,
    EventKind.DELIVERED,
)
_ALWAYS = frozenset({EventKind.ASKED_AGAIN, EventKind.SEEN, EventKind.CORRECTED})
_OPEN = _ALWAYS | {*STEPS, EventKind.LOST}
_UNANSWERED = _OPEN | {EventKind.MARKED_SPAM}
_CLOSED = _ALWAYS | {EventKind.REOPENED}

# What the page of a lead offers, in the order of the register's steps (Biểu 1).
_OFFERED_LATE = {
    Stage.CONTRACT: (EventKind.DELIVERED, EventKind.CONTRACT, EventKind.LOST),
    Stage.DELIVERED: (EventKind.DELIVERED, EventKind.CONTRACT),
    Stage.LOST: (EventKind.REOPENED,),
    Stage.SPAM: (EventKind.REOPENED,),
}


def may_follow(stage: Stage) -> frozenset[EventKind]:
    """Which kinds of event may be recorded now.

    A closed lead is reopened first. What was delivered isn't lost any more: a mistaken delivery is corrected.
    """
    if stage in (Stage.LOST, Stage.SPAM):
        return _CLOSED
    if stage is Stage.DELIVERED:
        return _OPEN - {EventKind.LOST}
    return _UNANSWERED if stage in (Stage.CREATED, Stage.SEEN, Stage.CONTACTED) else _OPEN


def offered_after(stage: Stage) -> tuple[EventKind, ...]:
    """Which steps a supplier is offered; fewer than ``may_follow`` once there is a contract."""
    return _OFFERED_LATE.get(stage, (*STEPS, EventKind.LOST))


def may_take_back(event: Fact) -> bool:
    """Whether the supplier's side may unsay an event: a step that it recorded itself, never a question or a look."""
    return event.said_by in SUPPLIER_SIDE and event.kind in {*STEPS, EventKind.LOST, EventKind.REOPENED}


def carries_later(event: Fact, standing: Iterable[Fact]) -> bool:
    """Whether something that stands was only possible because of ``event``: what was recorded after a reopening.

    Without it the lead would be lost and under contract at once, and be counted as both.
    """
    later = {EventKind(other.kind) for other in standing if other.id > event.id}
    return event.kind == EventKind.REOPENED and not later.isdisjoint({*STEPS, EventKind.LOST})
