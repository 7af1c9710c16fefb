"""Ways by which what isn't public could come to light beside its own pages."""

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import Pack, Product
from marketplace.catalogue.queries import listings
from marketplace.catalogue.services.product_forms.stopping import sell_again, stop_selling
from marketplace.core.clock import today
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import suppliers_of_area
from tests.cast import QUANG_BACH, Cast
from tests.factories import make_offer, make_product, make_supplier

pytestmark = pytest.mark.usefixtures("clock")


def put_state(supplier_id: int, state: str) -> None:
    with transaction(write=True):
        session.get_one(Supplier, supplier_id).state = state


@pytest.mark.parametrize("state", ["applied", "suspended", "closed"])
def test_a_seller_that_is_not_public_finds_nothing_by_its_name(cast: Cast, state: str) -> None:
    with transaction(write=True):
        noodles = make_product(session.get_one(Supplier, cast.hong_luan.id))
        pack = session.scalars(select(Pack).where(Pack.product_id == noodles.id)).one()
        make_offer(session.get_one(Supplier, cast.hong_ha.id), pack, 40_000)
    with transaction(write=False):
        assert listings([noodles.id], today())[noodles.id].seller_names == ("HTX Hồng Hà", "HTX Hồng Luân")
    put_state(cast.hong_ha.id, state)
    with transaction(write=False):
        assert listings([noodles.id], today())[noodles.id].seller_names == ("HTX Hồng Luân",)


@pytest.mark.parametrize(
    ("before", "after", "shown"), [("claimed", "suspended", False), ("suspended", "claimed", True)]
)
def test_taken_off_and_put_back_it_shows_only_while_its_maker_does(
    cast: Cast, before: str, after: str, shown: bool
) -> None:
    """The maker was suspended, or came back, while the product was off the shelf."""
    put_state(cast.hong_luan.id, before)
    with transaction(write=True):
        noodles = make_product(session.get_one(Supplier, cast.hong_luan.id))
        noodles.state = "published" if before == "claimed" else "paused"
        stop_selling(cast.actor("member"), noodles)
    put_state(cast.hong_luan.id, after)
    with transaction(write=True):
        again = session.get_one(Product, noodles.id)
        sell_again(cast.actor("member"), again)
        assert again.state == ("published" if shown else "paused")


def test_the_officers_directory_has_none_that_nobody_passed(cast: Cast) -> None:
    with transaction(write=True):
        make_supplier("HTX Chờ Xem", state="applied", place_id=QUANG_BACH)
    with transaction(write=False):
        names = [supplier.name for supplier in suppliers_of_area(cast.actor("commune_officer"))]
    assert names == ["HTX Hồng Luân"]
