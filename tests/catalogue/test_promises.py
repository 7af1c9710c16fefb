"""What was promised to who handed something in: by when an officer looks, what stands before it, what is overdue."""

from collections.abc import Callable
from datetime import timedelta

from marketplace.catalogue.models import Product
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from tests.browse import Browser
from tests.cast import Cast
from tests.factories import make_product

QUEUE, OWN = "/can-bo/cho-duyet", "/ban-hang/san-pham"
SignIn = Callable[[str], Browser]


def hand_in(supplier: Supplier, name: str) -> Product:
    with transaction(write=True):
        product = make_product(session.get_one(Supplier, supplier.id), name)
        product.state, product.published_at = "pending", None
        return product


def hand_in_words(product: Product) -> None:
    """New words of a shown product."""
    with transaction(write=True):
        there = session.get_one(Product, product.id)
        there.state, there.pending_version_id = "published", there.version_id


def test_both_sides_read_the_promise_and_what_stands_before(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    with transaction(write=True):
        session.get_one(Supplier, cast.hong_ha.id).province_id = "2025:19"
        session.get_one(Supplier, cast.hong_luan.id).province_id = "2025:19"
    hand_in(cast.hong_ha, "Chè Shan")
    clock.advance(timedelta(hours=2))
    hand_in(cast.hong_luan, "Bún khô")
    hand_in(cast.hong_luan, "Miến dong")
    own = sign_in("member").get(OWN).text
    assert "Cán bộ xem trước 27/11/2026, 11:00." in own, "72 hours from when it was handed in"
    assert "Trước bạn còn 1 sản phẩm." in own
    assert "Bạn đứng đầu hàng chờ." in sign_in("other_member").get(OWN).text
    queue = sign_in("commune_officer").get(QUEUE).text
    assert "Trang hẹn xem trong 72 giờ." in queue and "quá hạn" not in queue


def test_after_that_time_it_is_overdue_on_both_sides(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    hand_in(cast.hong_luan, "Bún khô")
    clock.advance(timedelta(hours=71, minutes=59))
    hand_in(cast.hong_luan, "Miến dong")
    assert "quá hạn" not in sign_in("commune_officer").get(QUEUE).text
    clock.advance(timedelta(minutes=2))
    queue = sign_in("commune_officer").get(QUEUE).text
    assert "1 sản phẩm quá hạn" in queue and queue.count("Quá hạn, chờ 3 ngày") == 1
    assert queue.index("Bún khô") < queue.index("Miến dong"), "what is overdue stands first"
    assert "Đã quá hạn hẹn 27/11/2026, 9:00" in sign_in("member").get(OWN).text


def test_without_anything_waiting_nothing_is_promised(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    with transaction(write=True):
        shown = make_product(session.get_one(Supplier, cast.hong_luan.id), "Bún khô")
    assert "Cán bộ xem trước" not in sign_in("member").get(OWN).text
    hand_in_words(shown)
    assert "Cán bộ xem trước" in sign_in("member").get(OWN).text, "new words of a shown product wait too"
