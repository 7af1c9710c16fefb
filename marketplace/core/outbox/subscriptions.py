"""Who does what after which event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Job:
    """A claimed row as its handler gets it."""

    row_id: int
    event: Any


@dataclass(frozen=True)
class Subscription:
    """``run`` does ``name`` after ``event`` happened; it gets up to ``batch`` jobs at once.

    ``writes=False`` for one that only reads the database (it mails, it indexes): the writers need not wait for it.
    """

    name: str
    event: type
    run: Callable[[Sequence[Job]], None]
    batch: int = 1
    writes: bool = True


_by_name: dict[str, Subscription] = {}
_by_event: dict[type, list[Subscription]] = {}


def subscribe(subscriptions: Sequence[Subscription]) -> None:
    """Set the whole table of who does what after which event; names are unique."""
    names = [subscription.name for subscription in subscriptions]
    if len(set(names)) != len(names):
        raise ValueError("two subscriptions share a name")
    _by_name.clear()
    _by_event.clear()
    for subscription in subscriptions:
        _by_name[subscription.name] = subscription
        _by_event.setdefault(subscription.event, []).append(subscription)


def subscription_named(name: str) -> Subscription | None:
    """The subscription of this name, if this programme has one."""
    return _by_name.get(name)


def subscriptions_to(event: type) -> Sequence[Subscription]:
    """What is done after an event."""
    return _by_event.get(event, ())
