"""Asking, the buyer's private page, the supplier's page under a signed link, and the officers' call list."""

from marketplace.inquiries.routes import answering, asking, calling, personal, tracking
from marketplace.inquiries.routes.registry import section

__all__ = ["answering", "asking", "calling", "personal", "section", "tracking"]
