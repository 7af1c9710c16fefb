"""A buyer's number as links to tap."""

from marketplace.core.text import is_mobile, zalo_link


def phone_href(phone: str | None) -> str | None:
    """``tel:`` of an E.164 number."""
    return f"tel:{phone}" if phone else None


def zalo_href(phone: str | None) -> str | None:
    """The Zalo page of a mobile number; landlines have none."""
    return zalo_link(phone) if phone and is_mobile(phone) else None
