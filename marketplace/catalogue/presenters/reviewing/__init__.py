"""What the pages print on which an officer settles many things at once."""

from marketplace.catalogue.presenters.reviewing.bulk import Bulk
from marketplace.catalogue.presenters.reviewing.classes import ClassBlock, ClassesPage, class_block, class_choices
from marketplace.catalogue.presenters.reviewing.decisions import (
    DecisionBlock,
    DecisionsPage,
    Forms,
    decision_block,
    settled_block,
    verified_words,
)
from marketplace.catalogue.presenters.reviewing.pending import (
    PendingPage,
    PendingRow,
    pending_row,
    reasons_to_choose,
)

__all__ = [
    "Bulk",
    "ClassBlock",
    "ClassesPage",
    "DecisionBlock",
    "DecisionsPage",
    "Forms",
    "PendingPage",
    "PendingRow",
    "class_block",
    "class_choices",
    "decision_block",
    "pending_row",
    "reasons_to_choose",
    "settled_block",
    "verified_words",
]
