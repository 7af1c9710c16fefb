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

__all__ = [
    "BUY",
    "NO",
    "contacted_by_link",
    "contacted_for_supplier",
    "decide",
    "decline_by_link",
    "decline_for_supplier",
    "quote_by_link",
    "quote_for_supplier",
    "reply",
    "send_inquiry",
]
