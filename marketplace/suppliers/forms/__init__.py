"""Forms about suppliers."""

from marketplace.suppliers.forms.claims import AskForm, ClaimForm, CodeForm, JudgeForm, NewCodeForm, WordsForm
from marketplace.suppliers.forms.leaving import LeavingForm
from marketplace.suppliers.forms.members import HandOverForm, InviteForm
from marketplace.suppliers.forms.officer_forms import ContactForm, NamingForm, PlaceForm
from marketplace.suppliers.forms.own_page import AboutForm, OwnContactForm, RequestForm

__all__ = [
    "AboutForm",
    "AskForm",
    "ClaimForm",
    "CodeForm",
    "ContactForm",
    "HandOverForm",
    "InviteForm",
    "JudgeForm",
    "LeavingForm",
    "NamingForm",
    "NewCodeForm",
    "OwnContactForm",
    "PlaceForm",
    "RequestForm",
    "WordsForm",
]
