"""Pages and actions about suppliers."""

from marketplace.suppliers.routes import (
    claim_codes,
    claiming,
    claims,
    invitations,
    leaving,
    members,
    officer_pages,
    own_claims,
    photos,
    suggestions,
)
from marketplace.suppliers.routes.registry import section

__all__ = [
    "claim_codes",
    "claiming",
    "claims",
    "invitations",
    "leaving",
    "members",
    "officer_pages",
    "own_claims",
    "photos",
    "section",
    "suggestions",
]
