"""The catalogue's page."""

import re
from collections.abc import Callable
from html import unescape

import pytest

from marketplace.catalogue.models import Certificate, Product
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.core.settings import settings
from tests import factories
from tests.browse import Browser

Drain = Callable[[], int]
QUANG_BACH = "2025:02038"


@pytest.fixture
def market(client: Browser, drain: Drain) -> Browser:
    """A stranger before a catalogue of 30 noodles, a tea and a spirit."""
    with transaction(write=True):
        hong_luan = factories.make_supplier(place_id=QUANG_BACH, legacy_place_id="pre2025:02032")
        hong_ha = factories.make_supplier("HTX Hồng Hà", place_id="2025:01933", legacy_place_id="pre2025:02041")
        noodles = [factories.make_product(hong_luan, f"Bún khô loại {n}", price=1000 * n) for n in range(1, 31)]
        factories.make_product(hong_ha, "Chè Shan tuyết", class_code="I.5.a")
        factories.make_product(hong_ha, "Rượu men lá", class_code="II.1.a")
        paper = {"kind": "ocop", "stars": 4, "source": "test", "verified_at": now(), "created_at": now()}
        session.add(Certificate(product_id=noodles[0].id, **paper))
    drain()
    return client


def names_on(page: str) -> list[str]:
    return re.findall(r'class="card-name[^>]*>(?:<a[^>]*>)?([^<]+)', page)


def links_on(page: str) -> list[str]:
    return [unescape(link) for link in re.findall(r'href="(/san-pham[^"]*)"', page)]


def test_the_whole_catalogue(market: Browser) -> None:
    page = market.get("/san-pham").text
    assert "<strong>32</strong> sản phẩm" in page
    assert "2 người làm" in page
    assert "Trang 1 / 2" in page


@pytest.mark.parametrize("words", ["shan tuyet", "chè shan", "dong phuc shan"])
def test_words_find(market: Browser, words: str) -> None:
    page = market.get("/san-pham", query_string={"q": words}).text
    assert names_on(page) == ["Chè Shan tuyết"]


def test_every_chip_takes_its_own_filter_off(market: Browser) -> None:
    page = market.get(f"/san-pham?q=bun&nhom=I.3&sao=4&xa={QUANG_BACH}&gia-den=5k&thang=11&chu-the=htx-hong-luan").text
    assert names_on(page) == ["Bún khô loại 1"]
    for label in (
        "Thực phẩm chế biến",
        "4 sao",
        "Xã Quảng Bạch",
        "Giá đến 5.000\xa0₫",
        "Có hàng tháng 11",
        "HTX Hồng Luân",
    ):
        assert label in unescape(page), label
    chips = re.findall(r'class="chip chip--chosen" href="([^"]+)"', page)
    assert len(chips) == 6
    assert len(set(chips)) == 6
    assert all(len(unescape(chip).split("&")) == 6 for chip in chips)


def test_a_submission_keeps_what_no_box_prints(market: Browser) -> None:
    page = market.get("/san-pham?nhom=I.3&gia-den=5000&sao=4&sap-xep=moi&q=bun&trang=1").text
    assert set(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)) == {
        ("nhom", "I.3"),
        ("gia-den", "5000"),
        ("sap-xep", "moi"),
    }
    assert re.search(r'name="sao" value="4" checked', page)


def test_what_stands_beside_a_box_is_what_ticking_it_shows(market: Browser) -> None:
    page = market.get("/san-pham").text
    boxes = re.findall(r'name="([a-z-]+)" value="([^"]+)">.*?<span class="number">(\d+)</span>', page)
    assert ("nhom", "I.3.b", "30") in boxes
    assert ("tinh", "2025:19", "32") in boxes
    for name, value, count in boxes:
        ticked = market.get("/san-pham", query_string={name: value}).text
        assert f"<strong>{count}</strong> sản phẩm" in ticked, (name, value)


@pytest.mark.parametrize("sort", ["", "moi", "gia-tang", "gia-giam", "sao"])
def test_two_pages_show_each_product_once(market: Browser, sort: str) -> None:
    first, second = (
        names_on(market.get("/san-pham", query_string={"sap-xep": sort, "trang": page}).text) for page in (1, 2)
    )
    assert (len(first), len(second)) == (24, 8)
    assert len({*first, *second}) == 32


def test_orders_lead_to_their_lists(market: Browser) -> None:
    page = market.get("/san-pham?q=bun").text
    assert "/san-pham?q=bun&sap-xep=gia-giam" in links_on(page)
    dearest = market.get("/san-pham?q=bun&sap-xep=gia-giam").text
    assert names_on(dearest)[0] == "Bún khô loại 30"


def test_alcohol_shows_no_price(market: Browser) -> None:
    page = market.get("/san-pham?nhom=II").text
    assert names_on(page) == ["Rượu men lá"]
    assert "38.000" not in page


def test_a_page_beyond_the_last_shows_the_last(market: Browser) -> None:
    page = market.get("/san-pham?trang=99").text
    assert "Trang 2 / 2" in page
    assert len(names_on(page)) == 8


@pytest.mark.parametrize(
    "query",
    ["sao=x&trang=x&gia-tu=x&thang=99&nhom=%00&tinh=99999999&sap-xep=x", "q=%F0%9F%8D%9C", "q=%ff%fe", "xa=2025:99999",
     "q='%22%3Cscript%3E", "q=" + "a%20" * 300, "chu-the=khong-co", "nhom=I.3.b&nhom=I.3.b&nhom=V"],
)  # fmt: skip
def test_a_broken_address_is_still_a_page(market: Browser, query: str) -> None:
    response = market.get(f"/san-pham?{query}")
    assert response.status_code == 200
    assert "<script>" not in response.text.lower().replace('<script type="module"', "")


def test_nothing_found_says_what_to_do(market: Browser) -> None:
    assert "Không có kết quả cho “máy cày”" in market.get("/san-pham", query_string={"q": "máy cày"}).text
    both = market.get("/san-pham?q=bun&nhom=II&sao=4").text
    assert "Bỏ lọc" in both
    assert "/san-pham?q=bun" in links_on(both)


def test_what_was_taken_off_a_moment_ago_is_not_shown(market: Browser) -> None:
    with transaction(write=True):
        tea = session.query(Product).filter_by(class_code="I.5.a").one()
        tea.state = "removed"
    assert names_on(market.get("/san-pham?nhom=I.5").text) == []


def test_without_an_index_the_page_answers_all_the_same(market: Browser) -> None:
    (settings().index_folder / "current").unlink()
    assert names_on(market.get("/san-pham?q=shan+tuyet").text) == ["Chè Shan tuyết"]


def test_only_the_plain_list_is_for_search_engines(market: Browser) -> None:
    assert "noindex" not in market.get("/san-pham").text
    assert "noindex" in market.get("/san-pham?q=bun").text
    assert "noindex" in market.get("/san-pham?sao=4").text


def test_the_canonical_address_has_one_order(market: Browser) -> None:
    page = unescape(market.get("/san-pham?sao=4&q=bun&nhom=I.3&sap-xep=moi").text)
    assert 'rel="canonical" href="http://localhost/san-pham?q=bun&nhom=I.3&sao=4"' in page
