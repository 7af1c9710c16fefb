"""Forms on which people are invited to speak for a supplier, and what it is called with is handed over."""

from wtforms import (  # type: ignore[attr-defined]  # SelectChoice is newer than the stubs
    BooleanField,
    RadioField,
    SelectChoice,
    ValidationError,
)

from marketplace.core.text import TextRefused
from marketplace.core.texts import N_
from marketplace.suppliers.vocabulary import ROLE_MEANINGS, Addressee, addressee_of
from marketplace.web.fields import LineField, Longest, Needed
from marketplace.web.forms import Form
from marketplace.web.language import lazy, translate

NEEDED = N_("Hãy điền thư điện tử hoặc số điện thoại.")


class _ToForm(Form):
    """To whom it goes."""

    to = LineField(lazy(N_("Thư điện tử hoặc điện thoại của người ấy")), [Needed(NEEDED), Longest(254)])

    @property
    def addressee(self) -> Addressee:
        """Who was typed; call after ``validate``."""
        return addressee_of(self.to.data or "")

    def validate_to(self, field: LineField) -> None:
        """It must be an address or a number."""
        try:
            addressee_of(field.data or "")
        except TextRefused as error:
            raise ValidationError(translate(error.message, **error.params)) from error


class InviteForm(_ToForm):
    """Somebody who is to speak for the supplier too, and as what."""

    role = RadioField(
        lazy(N_("Người ấy làm gì")),
        choices=[SelectChoice(role, lazy(ROLE_MEANINGS[role])) for role in ("member", "manager")],
        default="member",
    )


class HandOverForm(_ToForm):
    """Somebody who is to take one's place."""

    drops_mailbox = BooleanField(lazy(N_("Thôi gửi thư của nơi này tới địa chỉ của tôi")), default=True)
