"""Words and pure rules of leads: kinds of events, stages, what may follow, what papers are worth."""

from marketplace.leads.vocabulary.events import LeadEventRecorded, LeadOpened
from marketplace.leads.vocabulary.histories import (
    ANSWERS,
    CLOSED,
    ENDED,
    SUPPLIER_SIDE,
    UNANSWERED,
    Fact,
    answered_at,
    due_at,
    effective,
    is_answer,
    last_of,
    stage_of,
    waiting_since,
)
from marketplace.leads.vocabulary.kinds import Channel, Deliverable, EventKind, Evidence, LostReason, SaidBy, Stage
from marketplace.leads.vocabulary.taps import is_crawler
from marketplace.leads.vocabulary.transitions import STEPS, may_follow, offered_after
from marketplace.leads.vocabulary.values import Values, values_of

__all__ = [
    "ANSWERS",
    "CLOSED",
    "ENDED",
    "STEPS",
    "SUPPLIER_SIDE",
    "UNANSWERED",
    "Channel",
    "Deliverable",
    "EventKind",
    "Evidence",
    "Fact",
    "LeadEventRecorded",
    "LeadOpened",
    "LostReason",
    "SaidBy",
    "Stage",
    "Values",
    "answered_at",
    "due_at",
    "effective",
    "is_answer",
    "is_crawler",
    "last_of",
    "may_follow",
    "offered_after",
    "stage_of",
    "values_of",
    "waiting_since",
]
