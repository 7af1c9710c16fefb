"""The trader's own page: what the account has asked, and nobody else's."""

from collections.abc import Callable

from flask import Flask

from marketplace.core.db import transaction
from tests import factories
from tests.browse import Browser
from tests.cast import Cast


def test_what_was_asked_when_signed_in(app: Flask, cast: Cast, sign_in: Callable[[str], Browser]) -> None:
    with transaction(write=True):
        product = factories.make_product(cast.hong_luan)
    trader = sign_in("trader")
    assert "Bạn chưa hỏi mua gì" in trader.get("/mua-hang/").text
    fields = {"quantity": "2 tấn", "phone": "0900 000 045", "suppliers": cast.hong_luan.slug, "consent": "y"}
    assert trader.fill(f"/san-pham/{product.slug}/hoi-hang", "/hoi-hang", **fields).status_code == 303
    assert "2 tấn bún khô".replace("2 ", "2\u00a0") in trader.get("/mua-hang/").text
    assert "bún khô" not in sign_in("other_member").get("/mua-hang/").text


def test_sign_in_leads_a_trader_there(app: Flask, cast: Cast, sign_in: Callable[[str], Browser]) -> None:
    assert sign_in("trader").get("/vao-viec").location == "/mua-hang/"


def test_whoever_sells_nothing_yet_is_led_to_selling(sign_in: Callable[[str], Browser]) -> None:
    assert 'href="/ban-hang/dang-ky"' in sign_in("trader").get("/mua-hang/").text
    assert 'href="/ban-hang/dang-ky"' not in sign_in("member").get("/mua-hang/").text
