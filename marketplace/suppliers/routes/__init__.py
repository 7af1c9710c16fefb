"""Pages and actions about suppliers."""

from marketplace.suppliers.routes import applications, invitations, members, officer_pages, photos, suggestions
from marketplace.suppliers.routes.registry import section

__all__ = ["applications", "invitations", "members", "officer_pages", "photos", "section", "suggestions"]
