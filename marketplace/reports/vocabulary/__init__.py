"""Words and pure rules of the statistics: indicators, their lines, breakdowns, and what a report is about."""

from marketplace.reports.vocabulary.breakdowns import (
    BREAKDOWNS,
    BY_COMMUNE,
    BY_PARAM,
    UNKNOWN,
    Breakdown,
    Part,
)
from marketplace.reports.vocabulary.histories import EventFact, History
from marketplace.reports.vocabulary.indicators import (
    ANSWERED,
    BY_SLUG,
    CONTRACT_VALUE,
    CONTRACTS,
    DELIVERIES,
    DELIVERY_MASS,
    DELIVERY_VALUE,
    FRAMEWORK_CONTRACTS,
    IN_TIME,
    INDICATORS,
    LOST,
    MEMORANDUMS,
    OPEN,
    OVERDUE,
    RECEIVED,
)
from marketplace.reports.vocabulary.lines import Indicator, Line
from marketplace.reports.vocabulary.rules import waiting_state
from marketplace.reports.vocabulary.scopes import Scope, chart_period, offered_periods, within_words

__all__ = [
    "ANSWERED",
    "BREAKDOWNS",
    "BY_COMMUNE",
    "BY_PARAM",
    "BY_SLUG",
    "CONTRACTS",
    "CONTRACT_VALUE",
    "DELIVERIES",
    "DELIVERY_MASS",
    "DELIVERY_VALUE",
    "FRAMEWORK_CONTRACTS",
    "INDICATORS",
    "IN_TIME",
    "LOST",
    "MEMORANDUMS",
    "OPEN",
    "OVERDUE",
    "RECEIVED",
    "UNKNOWN",
    "Breakdown",
    "EventFact",
    "History",
    "Indicator",
    "Line",
    "Part",
    "Scope",
    "chart_period",
    "offered_periods",
    "waiting_state",
    "within_words",
]
