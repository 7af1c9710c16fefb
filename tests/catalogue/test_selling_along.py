"""Somebody sells what somebody else makes: the offer stands behind the maker's, and goes when it ends."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import Offer, Pack, Product
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.product_sheets import OWN
from tests.factories import make_product

SignIn = Callable[[str], Browser]
SELL = "Tôi cũng bán sản phẩm này"

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def product(cast: Cast) -> Product:
    with transaction(write=True):
        return make_product(session.get_one(Supplier, cast.hong_luan.id))


@pytest.fixture
def shop(sign_in: SignIn) -> Browser:
    """HTX Hồng Hà, which doesn't make it."""
    return sign_in("other_member")


def sell(shop: Browser, product: Product, **fields: str) -> int:
    given = {"pack": "gói 500g", "price": "36k", **fields}
    return shop.submit(f"/ban-hang/chao-ban/{product.slug}", given).status_code


def offer_of(supplier: Supplier) -> Offer:
    with transaction(write=False):
        newest = select(Offer).where(Offer.supplier_id == supplier.id).order_by(Offer.id.desc()).limit(1)
        found = session.scalars(newest).one()
        session.expunge_all()
        return found


def test_only_who_speaks_for_another_supplier_is_asked(
    product: Product, shop: Browser, sign_in: SignIn, client: Browser
) -> None:
    address = f"/san-pham/{product.slug}"
    assert SELL in shop.get(address).text
    for other in (client, sign_in("member"), sign_in("trader")):
        assert SELL not in other.get(address).text
    assert sign_in("member").get(f"/ban-hang/chao-ban/{product.slug}").status_code == 404


def test_the_maker_stands_first_though_it_is_dearer(
    product: Product, shop: Browser, cast: Cast, client: Browser
) -> None:
    assert sell(shop, product, least="10 gói", sold_to="Hà Nội", valid_until="31/12/2026") == 303
    offer = offer_of(cast.hong_ha)
    assert (offer.price, offer.least_packs, offer.sold_to) == (36_000, 10, "Hà Nội")
    assert offer.valid_until == date(2026, 12, 31)
    with transaction(write=False):
        assert len(session.scalars(select(Pack)).all()) == 1  # the maker's own pack
    sellers = client.get(f"/san-pham/{product.slug}").text.split('id="sellers"')[1]
    assert sellers.index("HTX Hồng Luân") < sellers.index("HTX Hồng Hà") and "Bán tới: Hà Nội" in sellers


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"price": "rẻ"}, "rẻ"),
        ({"price": ""}, "Hãy ghi giá"),
        ({"pack": ""}, "Hãy ghi một quy cách"),
        ({"valid_until": "23/11/2026"}, "Ngày này đã qua."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    product: Product, shop: Browser, fields: dict[str, str], said: str
) -> None:
    given = {"pack": "gói 500g", "price": "36k", "sold_to": "Bắc Kạn", **fields}
    answer = shop.submit(f"/ban-hang/chao-ban/{product.slug}", given)
    assert answer.status_code == 422 and said in answer.text and 'value="Bắc Kạn"' in answer.text


def test_it_is_changed_closed_and_opened_again(product: Product, shop: Browser, cast: Cast, client: Browser) -> None:
    sell(shop, product)
    offer = offer_of(cast.hong_ha)
    form = shop.get(f"/ban-hang/chao/{offer.public_id}").text.replace("\u00a0", " ")
    assert 'value="gói 500 g"' in form and 'value="36.000 ₫"' in form
    shop.submit(f"/ban-hang/chao/{offer.public_id}", {"pack": "gói 500 g", "price": "liên hệ"})
    assert offer_of(cast.hong_ha).price is None and offer_of(cast.hong_ha).id == offer.id
    shop.submit(f"/ban-hang/chao/{offer.public_id}/thoi")
    assert "HTX Hồng Hà" not in client.get(f"/san-pham/{product.slug}").text
    assert "đã thôi bán" in shop.get(OWN).text
    shop.submit(f"/ban-hang/chao/{offer.public_id}/ban-lai")
    assert "HTX Hồng Hà" in client.get(f"/san-pham/{product.slug}").text


def test_an_offer_lasts_to_the_end_of_its_last_day(
    product: Product, shop: Browser, cast: Cast, client: Browser, clock: StoppedClock
) -> None:
    sell(shop, product, valid_until="25/11/2026")
    clock.advance(timedelta(days=1))
    assert "HTX Hồng Hà" in client.get(f"/san-pham/{product.slug}").text
    clock.advance(timedelta(days=1))
    assert "HTX Hồng Hà" not in client.get(f"/san-pham/{product.slug}").text
    assert "Đã hết hạn giá" in shop.get(OWN).text
    assert product.slug not in client.get(f"/chu-the/{cast.hong_ha.slug}").text


@pytest.mark.parametrize("state", ["suspended", "closed", "applied"])
def test_offers_of_who_isnt_public_are_gone(
    product: Product, shop: Browser, cast: Cast, client: Browser, state: str
) -> None:
    sell(shop, product)
    with transaction(write=True):
        session.get_one(Supplier, cast.hong_ha.id).state = state
        session.flush()
    assert "HTX Hồng Hà" not in client.get(f"/san-pham/{product.slug}").text


def test_another_suppliers_offer_is_hidden(product: Product, shop: Browser, cast: Cast, sign_in: SignIn) -> None:
    sell(shop, product)
    address = f"/ban-hang/chao/{offer_of(cast.hong_ha).public_id}"
    member = sign_in("member")
    assert member.get(address).status_code == 404
    for act in ("", "/thoi", "/ban-lai"):
        assert member.submit(f"{address}{act}", {"pack": "1 kg", "price": "1k"}).status_code == 404
