"""Pages and actions of the supplier's workbench, and the taps on a number."""

from marketplace.leads.routes import boards, doubles, lead_pages, new_leads, one_tap, steps, taps
from marketplace.leads.routes.registry import section

__all__ = ["boards", "doubles", "lead_pages", "new_leads", "one_tap", "section", "steps", "taps"]
