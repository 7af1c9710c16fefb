"""What changes in the index without anybody writing: certificates and offers begin and end by the calendar."""

from datetime import date

from sqlalchemy import or_, select

from marketplace.catalogue.models import Certificate, Offer, Pack, Product
from marketplace.core.db import session
from marketplace.suppliers.queries.merges import root_supplier_id


def products_with_days_between(first: date, last: date) -> list[int]:
    """Products of which something begins or ends on one of these days: an offer, or a certificate, their own or
    their maker's.

    Give as ``first`` the day for which this was last done: what holds through its last day is gone the day after.
    """
    return sorted(_by_certificates(first, last) | _by_offers(first, last))


def _by_certificates(first: date, last: date) -> set[int]:
    days = (Certificate.issued_on, Certificate.expires_on, Certificate.extended_until, Certificate.revoked_on)
    query = (
        select(Product.id)
        .distinct()
        .join(
            Certificate,
            or_(
                Certificate.product_id == Product.id,
                root_supplier_id(Certificate.supplier_id) == root_supplier_id(Product.supplier_id),
            ),
        )
        .where(or_(*(day.between(first, last) for day in days)))
    )
    return set(session.scalars(query))


def _by_offers(first: date, last: date) -> set[int]:
    """Closed ones too: one more product indexed again costs less than a rule that must be the same twice."""
    days = (Offer.valid_from, Offer.valid_until)
    query = (
        select(Pack.product_id)
        .distinct()
        .join(Offer, Offer.pack_id == Pack.id)
        .where(or_(*(day.between(first, last) for day in days)))
    )
    return set(session.scalars(query))
