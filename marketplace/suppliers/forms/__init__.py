"""Forms about suppliers."""

from marketplace.suppliers.forms.officer_forms import (
    ContactForm,
    MemberForm,
    PlaceForm,
)

__all__ = [
    "ContactForm",
    "MemberForm",
    "PlaceForm",
]
