"""Pages and actions about suppliers."""

from marketplace.suppliers.routes import invitations, leaving, members, officer_pages, photos, suggestions
from marketplace.suppliers.routes.registry import section

__all__ = ["invitations", "leaving", "members", "officer_pages", "photos", "section", "suggestions"]
