"""Writes of inquiries, one noun per file."""

from marketplace.inquiries.services.asking import (
    BUY,
    NO,
    contacted_by_link,
    decide,
    decline_by_link,
    quote_by_link,
    reply,
    send_inquiry,
)
from marketplace.inquiries.services.calling import contacted_for_supplier, decline_for_supplier, quote_for_supplier
from marketplace.inquiries.services.personal import (
    DELETION,
    WITHDRAWAL,
    correct_person,
    erase_person,
    erase_quiet,
    note_copy,
)

__all__ = [
    "BUY",
    "DELETION",
    "NO",
    "WITHDRAWAL",
    "contacted_by_link",
    "contacted_for_supplier",
    "correct_person",
    "decide",
    "decline_by_link",
    "decline_for_supplier",
    "erase_person",
    "erase_quiet",
    "note_copy",
    "quote_by_link",
    "quote_for_supplier",
    "reply",
    "send_inquiry",
]
