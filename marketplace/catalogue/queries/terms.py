"""Which offers hold on a day, and which papers are still claimed."""

from datetime import date

from sqlalchemy import ColumnElement, or_

from marketplace.catalogue.models import Certificate, Offer
from marketplace.core.clock import today


def is_open() -> ColumnElement[bool]:
    """Condition: neither closed, nor run out, nor to begin later; the last day still counts."""
    begun = or_(Offer.valid_from.is_(None), Offer.valid_from <= today())
    return lasts_from(today()) & begun


def lasts_from(day: date) -> ColumnElement[bool]:
    """Condition: holds on ``day``, or will later, if nobody closes it."""
    return Offer.closed_at.is_(None) & or_(Offer.valid_until.is_(None), Offer.valid_until >= day)


def is_claimed() -> ColumnElement[bool]:
    """Condition: neither did an officer decline the paper, nor did who claimed it take it back."""
    return Certificate.declined_at.is_(None) & Certificate.withdrawn_at.is_(None)
