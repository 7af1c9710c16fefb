"""Tables of leads: erasable persons and words, and the facts that outlive them."""

from marketplace.leads.models.facts import ContactTap, Lead, LeadEvent
from marketplace.leads.models.persons import Message, Party

__all__ = ["ContactTap", "Lead", "LeadEvent", "Message", "Party"]
