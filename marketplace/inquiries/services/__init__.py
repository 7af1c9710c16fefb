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

__all__ = [
    "BUY",
    "NO",
    "contacted_by_link",
    "decide",
    "decline_by_link",
    "quote_by_link",
    "reply",
    "send_inquiry",
]
