"""Somebody asks to come in: an organisation of Quảng Bạch with a product and a paper that wait for an officer."""

from dataclasses import dataclass

from marketplace.core.db import session, transaction
from marketplace.places.vocabulary import PlaceRef
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.services import apply
from marketplace.suppliers.vocabulary.reviews import NewApplication
from tests import factories
from tests.cast import QUANG_BACH, TAN_LAP, Cast

APPLICANT = "Tổ hợp tác Nà Lọc"


@dataclass(frozen=True)
class LeftApplication:
    """Public ids of the application of ``other_member``, and of the product that was handed in with it."""

    application: str
    product: str


def leave_application(cast: Cast) -> LeftApplication:
    """Apply, and hand a product in."""
    place = PlaceRef(QUANG_BACH, TAN_LAP)
    with transaction(write=True):
        new = NewApplication(APPLICANT, "tht", is_producer=True, is_outlet=False, place=place)
        row = apply(cast.actor("other_member"), new)
        product = factories.make_product(session.get_one(Supplier, row.supplier_id), "Bún ngô")
        product.state, product.published_at = "pending", None
        session.flush()
        return LeftApplication(row.public_id, product.public_id)
