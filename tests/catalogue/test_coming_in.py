"""Application, listings and papers are seen together and passed together, or one by one; nothing shows before."""

from collections.abc import Callable
from typing import Any

import pytest

from marketplace.catalogue.models import Certificate, Product
from marketplace.catalogue.queries.reviews import WaitingCounts, waiting_counts
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import SupplierApplication
from tests.browse import Browser
from tests.cast import Cast
from tests.factories import make_certificate, make_product
from tests.suppliers.applying import OWN, QUEUE, applied, supplier_of

SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def application(sign_in: SignIn) -> SupplierApplication:
    return applied(sign_in("trader"))


def handed_in(application: SupplierApplication, name: str, **paper: Any) -> tuple[Product, Certificate]:
    """A product of the applicant with a paper, as its sheet leaves them."""
    supplier = supplier_of(application)
    with transaction(write=True):
        product = make_product(session.merge(supplier), name)
        product.state, product.published_at = "pending", None
        certificate = make_certificate(product, **paper)
        session.flush()
        return product, certificate


def is_shown(client: Browser, product: Product) -> tuple[bool, bool, bool]:
    """Whether it has a page, is found, and shows stars."""
    page = client.get(f"/san-pham/{product.slug}")
    found = client.get("/api/v1/products").json or {}
    return page.status_code == 200, product.slug in str(found["results"]), "3 sao OCOP" in page.text


def test_all_on_one_page(application: SupplierApplication, sign_in: SignIn) -> None:
    handed_in(application, "Bún ngô Nà Lọc")
    text = sign_in("commune_officer").get(f"{QUEUE}/{application.public_id}").text.replace("\u00a0", " ")
    for words in ("Tổ hợp tác Nà Lọc", "0900 000 061", "Bún ngô Nà Lọc", "38.000 ₫", "OCOP 3 sao", "15/QĐ-UBND"):
        assert words in text, words


def test_all_in_one(application: SupplierApplication, sign_in: SignIn, client: Browser, drain: Drain) -> None:
    product, paper = handed_in(application, "Bún ngô Nà Lọc")
    drain()
    assert is_shown(client, product) == (False, False, False)
    officer = sign_in("commune_officer")
    address = f"{QUEUE}/{application.public_id}/thong-qua"
    everything = {"way": "visit", "hang": product.public_id, "giay": paper.public_id}
    assert officer.submit(address, everything).status_code == 303
    drain()
    assert is_shown(client, product) == (True, True, True)


def test_only_what_is_ticked(application: SupplierApplication, sign_in: SignIn, client: Browser, drain: Drain) -> None:
    first, _ = handed_in(application, "Bún ngô Nà Lọc")
    second, _ = handed_in(application, "Miến ngô Nà Lọc")
    officer = sign_in("commune_officer")
    address = f"{QUEUE}/{application.public_id}/thong-qua"
    assert officer.submit(address, {"way": "visit", "hang": first.public_id}).status_code == 303
    drain()
    assert is_shown(client, first) == (True, True, False)
    assert is_shown(client, second) == (False, False, False)


def test_one_by_one_shows_nothing_before_the_organisation_is_in(
    application: SupplierApplication, sign_in: SignIn, client: Browser, drain: Drain
) -> None:
    product, paper = handed_in(application, "Bún ngô Nà Lọc")
    officer = sign_in("commune_officer")
    one = f"{QUEUE}/{application.public_id}/mot"
    assert officer.submit(one, {"mot-hang": product.public_id}).status_code == 303
    assert officer.submit(one, {"mot-giay": paper.public_id}).status_code == 404  # its product waits no longer
    drain()
    assert is_shown(client, product) == (False, False, False)
    with transaction(write=False):
        assert session.get_one(Product, product.id).state == "paused"
    assert officer.submit(f"{QUEUE}/{application.public_id}/thong-qua", {"way": "visit"}).status_code == 303
    drain()
    assert is_shown(client, product) == (True, True, False)


def test_another_s_listing_can_t_be_slipped_in(application: SupplierApplication, sign_in: SignIn) -> None:
    other, _ = handed_in(applied(sign_in("other_member"), name="HTX Bản Thi"), "Măng Bản Thi")
    officer = sign_in("commune_officer")
    assert officer.submit(f"{QUEUE}/{application.public_id}/mot", {"mot-hang": other.public_id}).status_code == 404
    address = f"{QUEUE}/{application.public_id}/thong-qua"
    assert officer.submit(address, {"way": "visit", "hang": other.public_id}).status_code == 303
    with transaction(write=False):
        assert session.get_one(Product, other.id).state == "pending"


def test_passed_in_the_queue_of_listings_it_waits_for_its_maker(
    application: SupplierApplication, sign_in: SignIn, client: Browser, drain: Drain
) -> None:
    product, _ = handed_in(application, "Bún ngô Nà Lọc")
    published = sign_in("commune_officer").submit("/can-bo/cho-duyet/dang", {"san-pham": product.public_id})
    assert published.status_code == 303
    drain()
    assert is_shown(client, product) == (False, False, False)


def test_withdrawn_products_stay_unseen(
    application: SupplierApplication, sign_in: SignIn, client: Browser, drain: Drain
) -> None:
    product, _ = handed_in(application, "Bún ngô Nà Lọc")
    sign_in("trader").submit(f"{OWN}/{application.public_id}/rut")
    sign_in("commune_officer").submit("/can-bo/cho-duyet/dang", {"san-pham": product.public_id})
    drain()
    assert is_shown(client, product) == (False, False, False)


@pytest.mark.parametrize("ending", ["rut", "tu-choi"])
def test_what_it_handed_in_waits_for_nobody_once_it_stays_out(
    application: SupplierApplication, sign_in: SignIn, cast: Cast, ending: str
) -> None:
    """It stood in two queues and in every morning's mail, overdue, until somebody published what nobody would see."""
    handed_in(application, "Bún ngô Nà Lọc")
    officer = sign_in("commune_officer")
    if ending == "rut":
        assert sign_in("trader").submit(f"{OWN}/{application.public_id}/rut").status_code == 303
    else:
        refused = officer.submit(f"{QUEUE}/{application.public_id}/tu-choi", {"reason": "outside"})
        assert refused.status_code == 303
    for queue in ("/can-bo/cho-duyet", "/can-bo/chung-nhan"):
        assert "Bún ngô Nà Lọc" not in officer.get(queue).text
    with transaction(write=False):
        assert waiting_counts(cast.actor("commune_officer")) == WaitingCounts(0, 0, 0, 0)
