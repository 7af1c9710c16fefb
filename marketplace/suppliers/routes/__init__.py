"""Pages and actions about suppliers."""

from marketplace.suppliers.routes import (
    applications,
    claim_codes,
    claiming,
    claims,
    invitations,
    leaving,
    members,
    officer_pages,
    own_claims,
    own_pages,
    passwords,
    photos,
    suggestions,
)
from marketplace.suppliers.routes.registry import section

__all__ = [
    "applications",
    "claim_codes",
    "claiming",
    "claims",
    "invitations",
    "leaving",
    "members",
    "officer_pages",
    "own_claims",
    "own_pages",
    "passwords",
    "photos",
    "section",
    "suggestions",
]
