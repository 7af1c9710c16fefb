"""The rules: which lines a lead gives to a figure, without regard to a period.

A line belongs to the period in which its event occurred. That a lead marked as spam counts nowhere, and what is known
when, is settled before: where histories are read.
"""

from collections.abc import Iterator
from typing import Literal

from marketplace.leads.vocabulary import EventKind, Stage, due_at
from marketplace.reports.vocabulary.histories import EventFact, History
from marketplace.reports.vocabulary.lines import Line, Rule
from marketplace.reports.vocabulary.scopes import Scope

Waiting = Literal["in_time", "overdue", "open"]


def received(history: History, _scope: Scope) -> Iterator[Line]:
    """A lead, at the moment of its question; none whose question was taken back."""
    if history.asked:
        yield Line(history, history.asked)


def answered(history: History, scope: Scope) -> Iterator[Line]:
    """A lead that was ever answered, still at the moment of its question: so that it can be set beside *received*."""
    return received(history, scope) if history.answered_at else iter(())


def waiting(state: Waiting) -> Rule:
    """Every lead received is in exactly one of the three states."""

    def rule(history: History, scope: Scope) -> Iterator[Line]:
        if history.asked and waiting_state(history, history.asked, scope) == state:
            yield Line(history, history.asked)

    return rule


def waiting_state(history: History, asked: EventFact, scope: Scope) -> Waiting:
    """Whether the first answer came in time, is overdue (late, or not there yet), or may still come in time."""
    due = due_at(asked.occurred_at, scope.answer_within_hours)
    if history.answered_at and history.answered_at <= due:
        return "in_time"
    return "overdue" if due < scope.judged_at else "open"


def each(kind: EventKind, value: Literal["value", "grams"] = "value") -> Rule:
    """Each event of a kind: a lead with two contracts has two."""

    def rule(history: History, _scope: Scope) -> Iterator[Line]:
        return (Line(history, event, getattr(event, value)) for event in history.events if event.kind == kind)

    return rule


def lost(history: History, _scope: Scope) -> Iterator[Line]:
    """A lead that stands at *lost*, at the moment when it last came there."""
    event = next((event for event in reversed(history.events) if event.kind == EventKind.LOST), None)
    if event and history.stage is Stage.LOST:
        yield Line(history, event)
