"""Suspended, closed and reinstated: what is taken for a supplier goes and comes with it."""

from collections.abc import Callable

import pytest

from marketplace.catalogue.models import Product
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier, SupplierMerge
from marketplace.suppliers.services import merge_suppliers
from tests.browse import Browser
from tests.cast import QUANG_BACH, Cast
from tests.factories import make_product, make_supplier

SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
SUPPLIER = "/can-bo/chu-the/htx-hong-luan"
WHY = {"reason": "safety", "words": "Chờ kết quả kiểm nghiệm."}
pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def twin(cast: Cast) -> Supplier:
    """The same cooperative, entered a second time."""
    with transaction(write=True):
        return make_supplier("HTX Hồng Luân Hai", slug="hai", place_id=QUANG_BACH)


@pytest.fixture
def noodles(twin: Supplier) -> Product:
    """What was entered under the second name."""
    with transaction(write=True):
        return make_product(session.merge(twin), "Miến dong")


@pytest.fixture
def merged(cast: Cast, twin: Supplier, noodles: Product, drain: Drain) -> SupplierMerge:
    with transaction(write=True):
        pair = (session.get_one(Supplier, twin.id), session.get_one(Supplier, cast.hong_luan.id))
        merge = merge_suppliers(cast.actor("administrator"), *pair)
    drain()
    return merge


def is_seen(client: Browser, product: Product) -> set[bool]:
    """Whether it has a page, is listed and is found."""
    found = client.get("/api/v1/products").get_json()["results"]
    return {
        client.get(f"/san-pham/{product.slug}").status_code == 200,
        "Miến dong" in client.get("/san-pham").text,
        product.slug in {entry["slug"] for entry in found},
    }


@pytest.mark.parametrize(("step", "why"), [("tam-an", WHY), ("dong", {"reason": "stopped"})])
def test_what_the_merged_one_makes_goes_and_comes_with_the_one_that_stays(
    merged: SupplierMerge,
    noodles: Product,
    sign_in: SignIn,
    client: Browser,
    drain: Drain,
    step: str,
    why: dict[str, str],
) -> None:
    assert is_seen(client, noodles) == {True}
    officer = sign_in("commune_officer")
    assert officer.submit(f"{SUPPLIER}/{step}", why).status_code == 303
    drain()
    assert is_seen(client, noodles) == {False}, "a product that may be unsafe was still offered"
    assert officer.submit(f"{SUPPLIER}/hien-lai").status_code == 303
    drain()
    assert is_seen(client, noodles) == {True}


def test_what_is_published_meanwhile_waits_for_the_one_that_stays(
    merged: SupplierMerge, noodles: Product, sign_in: SignIn, client: Browser, drain: Drain
) -> None:
    officer = sign_in("commune_officer")
    officer.submit(f"{SUPPLIER}/tam-an", WHY)
    with transaction(write=True):
        session.get_one(Product, noodles.id).state = "pending"
    assert officer.submit("/can-bo/cho-duyet/dang", {"san-pham": noodles.public_id}).status_code == 303
    drain()
    assert is_seen(client, noodles) == {False}


def test_two_again_each_shows_as_it_stands(
    merged: SupplierMerge, noodles: Product, sign_in: SignIn, client: Browser, drain: Drain
) -> None:
    officer = sign_in("commune_officer")
    officer.submit(f"{SUPPLIER}/tam-an", WHY)
    assert officer.submit(f"/can-bo/trung/da-gop/chu-the/{merged.id}/go").status_code == 303
    drain()
    assert is_seen(client, noodles) == {True}, "nobody suspended this one"
    assert client.get("/chu-the/htx-hong-luan").status_code == 404
