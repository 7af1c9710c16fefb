"""Forms about suppliers."""

from marketplace.suppliers.forms.members import HandOverForm, InviteForm
from marketplace.suppliers.forms.officer_forms import (
    ContactForm,
    PlaceForm,
)

__all__ = [
    "ContactForm",
    "HandOverForm",
    "InviteForm",
    "PlaceForm",
]
