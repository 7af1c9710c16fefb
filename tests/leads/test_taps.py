"""Taps on phone and Zalo: counted for persons, hidden from programs."""

import pytest

from marketplace.core.db import session, transaction
from marketplace.core.settings import settings
from marketplace.leads.models import ContactTap
from marketplace.leads.vocabulary import is_crawler
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.browse import Browser
from tests.cast import Cast

PHONE = "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36"
AS_PERSON = {"User-Agent": PHONE}


def taps() -> list[tuple[int, int | None, str]]:
    """What was counted."""
    with transaction(write=False):
        return [(row.supplier_id, row.product_id, row.channel) for row in session.query(ContactTap)]


def test_a_tap_is_counted_and_rings(cast: Cast, client: Browser) -> None:
    response = client.get("/goi/htx-hong-luan", headers=AS_PERSON)
    assert (response.status_code, response.location) == (303, "tel:+84900000012")
    assert response.headers["Cache-Control"] == "no-store"
    assert taps() == [(cast.hong_luan.id, None, "phone")]


def test_the_product_is_kept_when_it_is_shown(cast: Cast, client: Browser) -> None:
    with transaction(write=True):
        product = factories.make_product(cast.hong_luan)
    client.get(f"/goi/htx-hong-luan?sp={product.slug}", headers=AS_PERSON)
    client.get("/goi/htx-hong-luan?sp=khong-co", headers=AS_PERSON)
    assert [product_id for _supplier, product_id, _channel in taps()] == [product.id, None]


def test_zalo_where_the_supplier_has_it(cast: Cast, client: Browser) -> None:
    assert client.get("/zalo/htx-hong-luan", headers=AS_PERSON).status_code == 404
    with transaction(write=True):
        session.get_one(Supplier, cast.hong_luan.id).has_zalo = True
    response = client.get("/zalo/htx-hong-luan", headers=AS_PERSON)
    assert response.location == "https://zalo.me/0900000012"
    assert taps() == [(cast.hong_luan.id, None, "zalo")]


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
        {"User-Agent": ""},
        {**AS_PERSON, "Sec-Purpose": "prefetch"},
    ],
)
def test_programs_get_no_number_and_count_for_nothing(cast: Cast, client: Browser, headers: dict[str, str]) -> None:
    response = client.get("/goi/htx-hong-luan", headers=headers)
    assert response.status_code == 404
    assert "84900000012" not in response.text
    assert taps() == []


def test_asking_for_the_head_counts_for_nothing(cast: Cast, client: Browser) -> None:
    assert client.head("/goi/htx-hong-luan", headers=AS_PERSON).status_code == 303
    assert taps() == []


@pytest.mark.parametrize("change", [{"phone": None}, {"state": "closed"}, {"state": "suspended"}])
def test_without_number_or_closed_there_is_nothing_to_tap(
    cast: Cast, client: Browser, change: dict[str, str | None]
) -> None:
    with transaction(write=True):
        for name, value in change.items():
            setattr(session.get_one(Supplier, cast.hong_luan.id), name, value)
    assert client.get("/goi/htx-hong-luan", headers=AS_PERSON).status_code == 404
    assert client.get("/goi/khong-co", headers=AS_PERSON).status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "Twitterbot/1.0",
        "facebookexternalhit/1.1",
        "Mozilla/5.0 (compatible; bingbot/2.0)",
        "Mozilla/5.0 AppleWebKit/537.36 (compatible; coccocbot-web/1.0)",
        "AhrefsBot/7.0",
        "curl/8.5.0",
        "Baiduspider",
    ],
)
def test_known_programs(name: str) -> None:
    assert is_crawler(name)


@pytest.mark.parametrize("name", [PHONE, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Zalo/24.10"])
def test_persons(name: str) -> None:
    assert not is_crawler(name)


def test_who_cannot_ring_reads_the_number(cast: Cast, client: Browser) -> None:
    desk = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}
    answer = client.get("/goi/htx-hong-luan", headers=desk)
    assert answer.status_code == 200 and "0900 000 012" in answer.text.replace("\u00a0", " ")
    assert answer.headers["Cache-Control"] == "no-store" and len(taps()) == 1


def test_whoever_collects_numbers_is_asked_to_wait(cast: Cast, client: Browser) -> None:
    for number in range(settings().taps_per_hour):
        supplier = ("htx-hong-luan", "htx-hong-ha")[number % 2]
        assert client.get(f"/goi/{supplier}", headers=AS_PERSON).status_code == 303
    answer = client.get("/goi/htx-hong-luan", headers=AS_PERSON)
    assert answer.status_code == 429 and "Xin đợi" in answer.text and "84900000012" not in answer.text
    assert len(taps()) == settings().taps_per_hour
    other = client.get("/goi/htx-hong-luan", headers=AS_PERSON, environ_overrides={"REMOTE_ADDR": "192.0.2.7"})
    assert other.status_code == 303
