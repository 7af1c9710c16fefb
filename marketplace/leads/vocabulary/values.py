"""What the papers of a lead are worth, each kind apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from marketplace.leads.vocabulary.histories import Fact, standing_events
from marketplace.leads.vocabulary.kinds import EventKind


class ValuedFact(Fact, Protocol):
    """An event with its value."""

    @property
    def value(self) -> int | None:
        """Đồng, or None where none was given."""


@dataclass(frozen=True)
class Values:
    """Đồng by kind of paper. A memorandum is an intent and a framework contract a frame: neither is contract value."""

    memorandum: int = 0
    framework_contract: int = 0
    contract: int = 0
    delivered: int = 0


def values_of(events: Iterable[ValuedFact]) -> Values:
    """The sums over one or several leads' effective events; several contracts add up."""
    counting = standing_events(events)

    def total(kind: EventKind) -> int:
        return sum(event.value or 0 for event in counting if event.kind == kind)

    return Values(
        memorandum=total(EventKind.MEMORANDUM),
        framework_contract=total(EventKind.FRAMEWORK_CONTRACT),
        contract=total(EventKind.CONTRACT),
        delivered=total(EventKind.DELIVERED),
    )
