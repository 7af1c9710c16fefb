"""A buyer's number as links to tap."""

from marketplace.core.text import zalo_link


def phone_href(phone: str | None) -> str | None:
    """``tel:`` of an E.164 number."""
    return f"tel:{phone}" if phone else None


def zalo_href(phone: str | None) -> str | None:
    """The Zalo page of a mobile number (03, 05, 07, 08, 09); landlines have none."""
    return zalo_link(phone) if phone and phone.startswith("+84") and phone[3:4] in "35789" else None
