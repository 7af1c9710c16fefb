"""The front page: how much there is, what is to be had this month, and ways on that open."""

import re
from html import unescape

import pytest
from flask import Flask

from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.site.queries import class_counts, counts, in_season
from tests import factories
from tests.browse import Browser

NOVEMBER, MARCH = 1 << 10, 1 << 2
NOODLES, TEA, ALCOHOL = "I.3.b", "I.5.a", "II.1.a"


@pytest.fixture
def market(app: Flask, clock: StoppedClock) -> None:
    """Noodles all the year, tea in March, alcohol in November, and what nobody may see."""
    with transaction(write=True):
        maker = factories.make_supplier()
        other = factories.make_supplier("HTX Hồng Hà")
        factories.make_product(maker, "Bún khô", class_code=NOODLES)
        factories.make_product(maker, "Miến dong", class_code=NOODLES)
        factories.make_product(other, "Chè Shan", class_code=TEA, months=MARCH)
        factories.make_product(other, "Rượu men lá", class_code=ALCOHOL, months=NOVEMBER)
        factories.make_product(None, "Mật ong", class_code=None)
        hidden = factories.make_product(maker, "Bún cũ", class_code=NOODLES)
        hidden.state = "removed"
        session.flush()


def test_an_empty_site_has_a_front_page(client: Browser) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert "0 sản phẩm của 0 hợp tác xã" in answer.text


@pytest.mark.usefixtures("market")
def test_it_counts_what_is_shown(client: Browser) -> None:
    text = client.get("/").text
    assert "5 sản phẩm của 2 hợp tác xã" in text
    assert "Cả 5 sản phẩm" in text
    assert "Bún cũ" not in text


@pytest.mark.usefixtures("market")
def test_the_month_shows_one_of_each_class_and_no_alcohol(client: Browser) -> None:
    month = client.get("/").text.split('id="month"')[1].split('id="contents"')[0]
    assert "Phiên tháng Mười Một" in client.get("/").text
    shown = [name for name in ("Bún khô", "Miến dong", "Chè Shan", "Rượu men lá") if name in month]
    assert len(shown) == 1
    assert shown[0] in ("Bún khô", "Miến dong")


@pytest.mark.usefixtures("market")
def test_what_is_to_be_had_in_a_month() -> None:
    with transaction(write=False):
        november, in_november = in_season(11, [ALCOHOL], limit=40)
        march, in_march = in_season(3, [], limit=1)
    assert (len(november), in_november) == (2, 3)
    assert (len(march), in_march) == (1, 3)


@pytest.mark.usefixtures("market")
def test_counts_per_class_and_in_all() -> None:
    with transaction(write=False):
        assert class_counts() == {NOODLES: 2, TEA: 1, ALCOHOL: 1}
        assert (counts().products, counts().producers) == (5, 2)


@pytest.mark.usefixtures("market")
def test_every_way_on_opens(client: Browser) -> None:
    hrefs = {unescape(href) for href in re.findall(r'href="(/[^"#]*)"', client.get("/").text)}
    ways = sorted(href for href in hrefs if not href.startswith("/static/"))
    assert len(ways) > 8
    answers = {href: client.get(href) for href in ways}
    led_on = {href: answer.location for href, answer in answers.items() if answer.status_code != 200}
    assert led_on == {"/ban-hang/dang-ky": "/dang-nhap?next=/ban-hang/dang-ky"}
