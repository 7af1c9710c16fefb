"""Words of a product that want a second look: superlatives, cures, telephone numbers."""

from collections.abc import Callable

import pytest

from marketplace.catalogue.models import Product
from marketplace.catalogue.vocabulary.claims import NO_MEDICINE, Flag, flags_of
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from tests.browse import Browser
from tests.cast import Cast
from tests.factories import make_product


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bún ngon nhất Bắc Kạn", [Flag("proof", "nhất")]),
        ("Nơi DUY NHẤT làm bún gấc", [Flag("proof", "duy nhất")]),
        ("Chè số 1 Việt Nam", [Flag("proof", "số 1")]),
        ("Thứ nhất là sạch, ít nhất 12 tháng, nhất định ngon", []),
        ("Chữa khỏi đau lưng", [Flag("cure", "chữa khỏi")]),
        ("Điều trị dứt điểm ho", [Flag("cure", "điều trị dứt điểm")]),
        (NO_MEDICINE, []),
        ("Gọi 0900 000 012 nhé", [Flag("phone", "0900 000 012")]),
        ("Zalo 0900.000.012", [Flag("phone", "0900.000.012")]),
        ("Giá 38.000 đ, gói 500 g, năm 2026", []),
        (None, []),
    ],
)
def test_what_is_flagged(text: str | None, found: list[Flag]) -> None:
    assert list(flags_of(text)) == found


@pytest.mark.parametrize(("class_code", "is_said"), [("III.1", True), ("III.2", False), ("I.3.b", False)])
def test_set_eighteen_says_that_it_is_no_medicine(
    cast: Cast, client: Browser, drain: Callable[[], int], class_code: str, is_said: bool
) -> None:
    with transaction(write=True):
        maker = session.get_one(Supplier, cast.hong_luan.id)
        product: Product = make_product(maker, "Viên nghệ mật ong", class_code=class_code)
        slug = product.slug
    assert (NO_MEDICINE in client.get(f"/san-pham/{slug}").text) == is_said
