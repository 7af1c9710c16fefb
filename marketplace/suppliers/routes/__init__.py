"""Pages and actions about suppliers."""

from marketplace.suppliers.routes import officer_pages, suggestions
from marketplace.suppliers.routes.registry import section

__all__ = ["officer_pages", "section", "suggestions"]
