"""Asking, the buyer's private page, and the supplier's page under a signed link."""

from marketplace.inquiries.routes import answering, asking, tracking
from marketplace.inquiries.routes.registry import section

__all__ = ["answering", "asking", "section", "tracking"]
