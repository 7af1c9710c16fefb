"""What suppliers hand in waits until an officer shows it or gives it back with a reason, which the supplier reads."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import Product, ProductVersion
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH, Cast
from tests.catalogue.statements import selects
from tests.factories import make_certificate, make_product

PAGE, PUBLISH, OWN = "/can-bo/cho-duyet", "/can-bo/cho-duyet/dang", "/ban-hang/san-pham"
SignIn = Callable[[str], Browser]

pytestmark = pytest.mark.usefixtures("clock")


def handed_in(maker: Supplier, name: str, **words: Any) -> Product:
    """A product as a supplier's own list leaves it."""
    with transaction(write=True):
        product = make_product(session.merge(maker), name, **words)
        product.state, product.published_at = "pending", None
        session.flush()
        return product


@pytest.fixture
def waiting(cast: Cast, clock: StoppedClock) -> list[Product]:
    """Two products of HTX Hồng Luân, the second handed in three days after the first and today."""
    first = handed_in(cast.hong_luan, "Bún khô", description="Phơi hai nắng.", ingredients="Gạo Bao thai")
    clock.advance(timedelta(days=3))
    return [first, handed_in(cast.hong_luan, "Bún gấc")]


def ids(products: list[Product]) -> list[str]:
    return [product.public_id for product in products]


def give_back(officer: Browser, product: Product, reason: str) -> int:
    return officer.submit(f"{PAGE}/{product.public_id}/tra-lai", {"ly-do": reason}).status_code


def states() -> list[str]:
    with transaction(write=False):
        return list(session.scalars(select(Product.state).order_by(Product.id)))


def test_longest_waiting_stands_first_with_what_one_must_know(waiting: list[Product], sign_in: SignIn) -> None:
    with transaction(write=True):
        make_certificate(session.get_one(Product, waiting[0].id), stars=4)
    text = sign_in("commune_officer").get(PAGE).text.replace("\u00a0", " ")
    assert text.index("Bún khô") < text.index("Bún gấc")
    for words in ("Chờ 3 ngày", "Gửi hôm nay", "gói 500 g 38.000 ₫", "khai 4 sao", "Phơi hai nắng.", "Gạo Bao thai"):
        assert words in text, words
    assert text.count("data-tick>") == 2 and "data-tick checked" not in text
    assert text.count("Sản phẩm mới") == 2


def test_new_words_wait_anew(waiting: list[Product], sign_in: SignIn, clock: StoppedClock) -> None:
    """A product that was shown already waits since its words are others; a paper that is verified changes nothing."""
    clock.advance(timedelta(days=5))
    with transaction(write=True):
        product = session.get_one(Product, waiting[0].id)
        version = ProductVersion(product_id=product.id, number=2, name="Bún khô sợi nhỏ", created_at=now())
        session.add(version)
        session.flush()
        product.version_id, product.published_at = version.id, now()
        session.flush()
    text = sign_in("commune_officer").get(PAGE).text
    assert text.index("Bún gấc") < text.index("Bún khô sợi nhỏ")
    assert "Sản phẩm sửa" in text and "Quá hạn, chờ 5 ngày" in text and "Gửi hôm nay" in text


def test_ticked_products_are_shown_together(
    waiting: list[Product], sign_in: SignIn, client: Browser, drain: Callable[[], int]
) -> None:
    assert client.get("/san-pham/bun-gac-hong-luan").status_code == 404
    drain()
    officer = sign_in("commune_officer")
    answer = officer.submit(PUBLISH, {"san-pham": ids(waiting)})
    assert "Đã đăng 2 sản phẩm." in officer.get(answer.location).text
    assert client.get("/san-pham/bun-gac-hong-luan").status_code == 200
    assert drain()
    assert "Bún gấc" in client.get("/san-pham?q=bún+gấc").text
    with transaction(write=False):
        assert session.get_one(Product, waiting[1].id).published_at == now()
        acts = session.scalars(select(AuditRow.object_id).where(AuditRow.action == "publish_product"))
        assert list(acts) == ids(waiting)
    assert "Không có sản phẩm nào chờ" in officer.get(PAGE).text


def test_what_was_shown_before_keeps_its_first_day(
    waiting: list[Product], sign_in: SignIn, clock: StoppedClock
) -> None:
    first = now()
    with transaction(write=True):
        session.get_one(Product, waiting[0].id).published_at = first
        session.flush()
    clock.advance(timedelta(days=1))
    sign_in("commune_officer").submit(PUBLISH, {"san-pham": ids(waiting[:1])})
    with transaction(write=False):
        assert session.get_one(Product, waiting[0].id).published_at == first


def test_what_no_longer_waits_is_passed_over_and_said(waiting: list[Product], sign_in: SignIn) -> None:
    officer = sign_in("commune_officer")
    assert give_back(officer, waiting[0], "label") == 303
    said = officer.get(officer.submit(PUBLISH, {"san-pham": ids(waiting)}).location).text
    assert "Đã đăng 1 sản phẩm." in said and "1 sản phẩm đã có người làm xong trước đó." in said
    assert states() == ["returned", "published"]


def test_a_product_goes_back_with_a_reason_that_its_supplier_reads(waiting: list[Product], sign_in: SignIn) -> None:
    officer, member = sign_in("commune_officer"), sign_in("member")
    assert member.get(OWN).text.count("Chờ cán bộ xem") == 2
    assert give_back(officer, waiting[0], "label") == 303
    text = member.get(OWN).text
    assert "Thiếu điều phải ghi trên nhãn" in text and "Cán bộ trả lại 1 sản phẩm." in text
    assert text.index("Bún khô") < text.index("Bún gấc")
    assert "Thiếu điều phải ghi trên nhãn" not in sign_in("other_member").get(OWN).text
    assert "Bún khô" not in officer.get(PAGE).text
    with transaction(write=False):
        act = session.scalars(select(AuditRow).where(AuditRow.action == "return_product")).one()
        assert (act.object_id, act.details) == (waiting[0].public_id, {"reason": "label"})


def test_the_last_reason_counts_and_none_once_it_is_shown(waiting: list[Product], sign_in: SignIn) -> None:
    officer, member = sign_in("commune_officer"), sign_in("member")
    for reason in ("label", "price"):
        with transaction(write=True):
            session.get_one(Product, waiting[0].id).state = "pending"
            session.flush()
        give_back(officer, waiting[0], reason)
    text = member.get(OWN).text
    assert "Giá hoặc quy cách chưa đúng" in text and "Thiếu điều phải ghi" not in text
    with transaction(write=True):
        session.get_one(Product, waiting[0].id).state = "pending"
        session.flush()
    officer.submit(PUBLISH, {"san-pham": waiting[0].public_id})
    assert "Giá hoặc quy cách" not in member.get(OWN).text


@pytest.mark.parametrize("reason", ["", "vì thế"])
def test_a_reason_is_needed(waiting: list[Product], sign_in: SignIn, reason: str) -> None:
    assert give_back(sign_in("commune_officer"), waiting[0], reason) == 422
    assert states() == ["pending", "pending"]


def test_what_is_shown_is_not_given_back(waiting: list[Product], sign_in: SignIn) -> None:
    officer = sign_in("commune_officer")
    officer.submit(PUBLISH, {"san-pham": ids(waiting)})
    assert give_back(officer, waiting[0], "label") == 422
    assert officer.submit(PUBLISH, {}).status_code == 422
    assert states() == ["published", "published"]


@pytest.mark.parametrize("person", ["other_officer", "trader", "member"])
def test_products_of_other_areas_are_not_there(waiting: list[Product], sign_in: SignIn, person: str) -> None:
    assert sign_in(person).submit(PUBLISH, {"san-pham": ids(waiting)}).status_code == 404
    assert give_back(sign_in(person), waiting[0], "label") == 404
    assert states() == ["pending", "pending"]


def test_one_product_of_another_area_stops_all(waiting: list[Product], cast: Cast, sign_in: SignIn) -> None:
    far = handed_in(cast.hong_ha, "Bún ngô")
    assert sign_in("commune_officer").submit(PUBLISH, {"san-pham": [*ids(waiting), far.public_id]}).status_code == 404
    assert states() == ["pending"] * 3


def test_who_only_views_has_nothing_to_send(waiting: list[Product], sign_in: SignIn) -> None:
    with transaction(write=True):
        account = factories.make_account("viewer")
        factories.appoint(account, QUANG_BACH, "viewer")
        token = factories.begin_session_of(account)
    viewer = browser(sign_in("trader").application, token)
    text = viewer.get(PAGE).text.split("</header>")[-1]
    assert "Bún gấc" in text and "data-tick" not in text and 'action="/can-bo/' not in text
    assert viewer.submit(PUBLISH, {"san-pham": ids(waiting)}).status_code == 403
    assert give_back(viewer, waiting[0], "label") == 403


def test_many_products_take_no_more_statements(waiting: list[Product], cast: Cast, sign_in: SignIn) -> None:
    officer, member = sign_in("commune_officer"), sign_in("member")
    give_back(officer, waiting[0], "label")
    with selects() as few:
        officer.get(PAGE)
    with selects() as few_own:
        member.get(OWN)
    more = [handed_in(cast.hong_luan, f"Bánh số {number}") for number in range(60)]
    for product in more[57:]:
        give_back(officer, product, "label")
    with selects() as many:
        text = officer.get(PAGE).text
    with selects() as many_own:
        member.get(OWN)
    assert len(many) == len(few) <= 30
    assert len(many_own) == len(few_own) <= 19
    assert "Trang 1 / 2" in text and officer.get(f"{PAGE}?trang=9").text.count("data-tick") == 18
