"""The public pages of products and suppliers."""

from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import event

from marketplace.catalogue.models import Certificate, Pack, Product, ProductSlug
from marketplace.catalogue.services import claim_certificate, put_offer, verify_certificate
from marketplace.catalogue.vocabulary import NewCertificate, NewOffer
from marketplace.core.actor import STRANGER
from marketplace.core.clock import StoppedClock
from marketplace.core.db import database, session, transaction
from marketplace.suppliers.models import Supplier, SupplierSlug
from tests.browse import Browser
from tests.cast import QUANG_BACH, TAN_LAP
from tests.factories import make_product, make_supplier

ISSUED = date(2025, 8, 25)
NOODLES = "/san-pham/bun-kho-hong-luan"

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def maker(app: Flask) -> Supplier:
    with transaction(write=True):
        return make_supplier(place_id=QUANG_BACH, legacy_place_id=TAN_LAP, phone="+84900000012", has_zalo=True)


@pytest.fixture
def noodles(maker: Supplier) -> Product:
    with transaction(write=True):
        return make_product(maker, description="Phơi hai nắng.\nChần một phút.", storage="Nơi khô thoáng")


def certified(product: Product, *, verified: bool = True) -> Certificate:
    with transaction(write=True):
        new = NewCertificate("ocop", product_id=product.id, stars=3, decision_no="15/QĐ-UBND", issued_on=ISSUED)
        paper = claim_certificate(STRANGER, new)
        if verified:
            verify_certificate(STRANGER, paper)
        return paper


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_product_says_who_where_and_how_much(noodles: Product, client: Browser) -> None:
    text = plain(client.get(NOODLES).text)
    for words in (
        "HTX Hồng Luân",
        "xã Quảng Bạch, tỉnh Thái Nguyên",
        "Trước 1/7/2025: xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn",
        "38.000 ₫",
        "76.000 ₫",
        "Phơi hai nắng.",
        "Nơi khô thoáng",
        f'href="{NOODLES}/hoi-hang"',
        'href="/goi/htx-hong-luan?sp=bun-kho-hong-luan"',
        'href="/zalo/htx-hong-luan?sp=bun-kho-hong-luan"',
    ):
        assert words in text, words


@pytest.mark.parametrize(
    ("moved", "words", "stars"),
    [
        (timedelta(0), "Giấy chứng nhận OCOP 3 sao", True),
        (date(2028, 8, 25) - date(2026, 11, 24), "Giấy chứng nhận OCOP 3 sao", True),
        (date(2028, 8, 26) - date(2026, 11, 24), "Chứng nhận hết hạn 25/8/2028", False),
    ],
    ids=["in force", "its last day", "the day after"],
)
def test_stars_follow_the_calendar_without_a_write(
    noodles: Product, client: Browser, clock: StoppedClock, moved: timedelta, words: str, stars: bool
) -> None:
    certified(noodles)
    clock.advance(moved)
    text = client.get(NOODLES).text
    assert words in text
    assert ("3 sao OCOP" in text) is stars
    assert (client.get("/api/v1/products/bun-kho-hong-luan").json or {})["stars"] == (3 if stars else None)


def test_a_claim_shows_no_stars(noodles: Product, client: Browser) -> None:
    certified(noodles, verified=False)
    text = client.get(NOODLES).text
    assert "OCOP chờ xác minh" in text and "3 sao OCOP" not in text


def test_alcohol_has_no_price_until_age_is_confirmed(maker: Supplier, client: Browser) -> None:
    with transaction(write=True):
        make_product(maker, "Rượu men lá", price=65_000, pack="chai 500 ml", grams=None, class_code="II.1.a")
    path = "/san-pham/ruou-men-la-hong-luan"
    assert "65.000" not in client.get(path).text
    assert "65.000" in client.get(f"{path}?du-18=1").text


def test_others_of_the_class_stand_below_other_makers_first(noodles: Product, maker: Supplier, client: Browser) -> None:
    with transaction(write=True):
        make_product(maker, "Bún gấc")
        make_product(make_supplier("HTX Tài Hoan"), "Miến dong")
        make_product(maker, "Gạo Bao thai", class_code="I.2.a")
    text = client.get(NOODLES).text
    assert 0 < text.index("/san-pham/mien-dong-tai-hoan") < text.index("/san-pham/bun-gac-hong-luan")
    assert "/san-pham/gao-bao-thai-hong-luan" not in text


def test_all_who_sell_stand_on_one_page_the_maker_first(noodles: Product, client: Browser) -> None:
    with transaction(write=True):
        outlet = make_supplier("Bưu điện Chợ Đồn", kind="diem_ban", is_producer=False, is_outlet=True)
        pack = session.query(Pack).filter_by(product_id=noodles.id).one()
        put_offer(STRANGER, NewOffer(outlet.id, pack.id, price=30_000))
    text = plain(client.get(NOODLES).text)
    assert text.index('value="htx-hong-luan"') < text.index('value="buu-dien-cho-don"')
    assert "60.000 ₫/kg" in text


def test_who_may_know_the_maker_is_asked_where_nobody_can_be(noodles: Product, client: Browser) -> None:
    with transaction(write=True):
        unknown = make_product(None, "Mật ong rừng").slug
    page = client.get(f"/san-pham/{unknown}").text
    assert "/hoi-hang" not in page and f"/san-pham/{unknown}/bao-sai" in page
    assert "chưa hỏi hàng được ở đây" in page
    assert f"{NOODLES}/hoi-hang" in client.get(NOODLES).text


def test_old_addresses_lead_to_the_new(noodles: Product, maker: Supplier, client: Browser) -> None:
    with transaction(write=True):
        session.add(ProductSlug(slug="bun-cu", product_id=noodles.id))
        session.add(SupplierSlug(slug="htx-cu", supplier_id=maker.id))
    for old, new in (("/san-pham/bun-cu", NOODLES), ("/chu-the/htx-cu", "/chu-the/htx-hong-luan")):
        answer = client.get(old)
        assert (answer.status_code, answer.location) == (301, new)


@pytest.mark.parametrize("state", ["draft", "pending", "returned", "removed"])
def test_what_is_not_published_is_not_there(noodles: Product, client: Browser, state: str) -> None:
    with transaction(write=True):
        session.merge(noodles).state = state
        session.flush()
    assert client.get(NOODLES).status_code == 404
    assert client.get("/api/v1/products/bun-kho-hong-luan").mimetype == "application/problem+json"


def test_a_supplier_says_what_it_makes(noodles: Product, client: Browser) -> None:
    text = client.get("/chu-the/htx-hong-luan").text
    assert "Làm ra" in text and NOODLES in text and "Bán cùng" not in text


@pytest.mark.parametrize(
    ("words", "found"), [("hong luan", True), ("HỒNG", True), ("htx hồng luân", True), ("ha", False)]
)
def test_suppliers_are_found_by_name(noodles: Product, client: Browser, words: str, found: bool) -> None:
    assert ("/chu-the/htx-hong-luan" in client.get("/chu-the", query_string={"q": words}).text) is found


def test_the_number_of_statements_does_not_grow_with_the_page(
    noodles: Product, maker: Supplier, client: Browser
) -> None:
    def statements() -> int:
        heard: list[str] = []

        def hear(*told: object) -> None:
            heard.append(str(told[2]))

        event.listen(database.engine, "before_cursor_execute", hear)
        client.get(NOODLES)
        event.remove(database.engine, "before_cursor_execute", hear)
        return sum(statement.startswith("SELECT") for statement in heard)

    with transaction(write=True):
        make_product(maker, "Bún gấc")
    few = statements()
    with transaction(write=True):
        for name in ("Miến dong", "Bánh đa", "Phở khô"):
            make_product(maker, name)
    assert statements() == few <= 24
