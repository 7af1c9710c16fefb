"""Tables of leads: erasable persons and words, and the facts that outlive them."""

from marketplace.leads.models.facts import CallNote, ContactTap, Lead, LeadEvent
from marketplace.leads.models.persons import Message, Party

__all__ = ["CallNote", "ContactTap", "Lead", "LeadEvent", "Message", "Party"]
