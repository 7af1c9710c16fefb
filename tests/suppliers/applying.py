"""Applications as tests fill them in."""

from typing import Any

from sqlalchemy import select

from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier, SupplierApplication
from tests.browse import Browser
from tests.cast import QUANG_BACH

FORM, OWN, QUEUE = "/ban-hang/dang-ky", "/ban-hang/ho-so", "/can-bo/ho-so"
GROUP = {
    "name": "Tổ hợp tác Nà Lọc",
    "trade": "maker",
    "kind": "",
    "place": QUANG_BACH,
    "place-words": "quảng bạch",
    "phone": "0900 000 061",
    "email": "na-loc@example.org",
}


def applied(applicant: Browser, **fields: Any) -> SupplierApplication:
    """Fill in the form, send it, and give what was kept."""
    answer = applicant.submit(FORM, {**GROUP, "is_another": "y", **fields})
    assert (answer.status_code, answer.location) == (303, OWN), answer.text
    return newest()


def newest() -> SupplierApplication:
    """The newest application, read anew."""
    with transaction(write=False):
        return session.scalars(select(SupplierApplication).order_by(SupplierApplication.id.desc())).first()  # type: ignore[return-value]  # there is one


def supplier_of(row: SupplierApplication) -> Supplier:
    """Whom an application is about, read anew."""
    with transaction(write=False):
        return session.get_one(Supplier, row.supplier_id)
