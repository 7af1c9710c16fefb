"""What changes in the index without anybody writing: certificates begin and end by the calendar."""

from datetime import date

from sqlalchemy import or_, select

from marketplace.catalogue.models import Certificate, Product
from marketplace.core.db import session
from marketplace.suppliers.queries.merges import root_supplier_id


def products_with_days_between(first: date, last: date) -> list[int]:
    """Products with a certificate, their own or their maker's, that begins or ends on one of these days.

    Give as ``first`` the day for which this was last done: a certificate holds through its last day and is gone the
    day after.
    """
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
        .order_by(Product.id)
    )
    return list(session.scalars(query))
