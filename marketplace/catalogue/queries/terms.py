"""Which offers hold today."""

from sqlalchemy import ColumnElement, or_

from marketplace.catalogue.models import Offer
from marketplace.core.clock import today


def is_open() -> ColumnElement[bool]:
    """Condition: neither closed, nor run out, nor to begin later; the last day still counts."""
    day = today()
    begun = or_(Offer.valid_from.is_(None), Offer.valid_from <= day)
    lasts = or_(Offer.valid_until.is_(None), Offer.valid_until >= day)
    return Offer.closed_at.is_(None) & begun & lasts
