"""Every write of leads: opening, recording what happened, taking back, counting taps."""

from marketplace.leads.services.calls import note_call, take_back_last_word
from marketplace.leads.services.corrections import take_back
from marketplace.leads.services.erasing import correct_party, erase_parties_of_account, erase_party
from marketplace.leads.services.openings import find_party, open_lead, type_in_lead
from marketplace.leads.services.recordings import note_seen, note_still_considering, record_event
from marketplace.leads.services.taps import tap
from marketplace.leads.vocabulary import Contact, NewEvent, NewLead

__all__ = [
    "Contact",
    "NewEvent",
    "NewLead",
    "correct_party",
    "erase_parties_of_account",
    "erase_party",
    "find_party",
    "note_call",
    "note_seen",
    "note_still_considering",
    "open_lead",
    "record_event",
    "take_back",
    "take_back_last_word",
    "tap",
    "type_in_lead",
]
