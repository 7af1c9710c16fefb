"""Words and pure rules of leads: kinds of events, stages, what may follow, what papers are worth."""

from marketplace.leads.vocabulary.events import LeadEventRecorded, LeadOpened
from marketplace.leads.vocabulary.given import Contact, NewEvent, NewLead, NewTypedLead, Quantity
from marketplace.leads.vocabulary.histories import (
    ANSWERS,
    CLOSED,
    ENDED,
    SUPPLIER_SIDE,
    UNANSWERED,
    Fact,
    answered_at,
    due_at,
    is_answer,
    last_of,
    stage_of,
    standing_events,
    waiting_since,
)
from marketplace.leads.vocabulary.kinds import (
    LOST_REASON_LABELS,
    Channel,
    Deliverable,
    EventKind,
    Evidence,
    LostReason,
    SaidBy,
    Stage,
)
from marketplace.leads.vocabulary.taps import is_crawler
from marketplace.leads.vocabulary.transitions import STEPS, carries_later, may_follow, may_take_back, offered_after
from marketplace.leads.vocabulary.values import Values, values_of

__all__ = [
    "ANSWERS",
    "CLOSED",
    "ENDED",
    "LOST_REASON_LABELS",
    "STEPS",
    "SUPPLIER_SIDE",
    "UNANSWERED",
    "Channel",
    "Contact",
    "Deliverable",
    "EventKind",
    "Evidence",
    "Fact",
    "LeadEventRecorded",
    "LeadOpened",
    "LostReason",
    "NewEvent",
    "NewLead",
    "NewTypedLead",
    "Quantity",
    "SaidBy",
    "Stage",
    "Values",
    "answered_at",
    "carries_later",
    "due_at",
    "is_answer",
    "is_crawler",
    "last_of",
    "may_follow",
    "may_take_back",
    "offered_after",
    "stage_of",
    "standing_events",
    "values_of",
    "waiting_since",
]
