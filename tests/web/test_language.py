"""The same pages in two languages: the address alone says which, and every address of a page keeps to it."""

import re

import pytest
from flask import Flask, url_for

from marketplace.core.clock import today
from marketplace.core.db import transaction
from marketplace.core.text import format_date, format_money, format_number
from marketplace.core.texts import in_english, in_language, say
from marketplace.web.language import address_in, alternates, current_language, language_context, translate
from marketplace.web.paging import pager_of
from marketplace.web.vietnamese import marked
from tests import factories
from tests.browse import Browser

PRODUCT = "/san-pham/bun-kho-hong-luan"


@pytest.fixture
def product(app: Flask) -> None:
    with transaction(write=True):
        factories.make_product(factories.make_supplier())


@pytest.mark.parametrize(
    ("path", "language"),
    [("/", "vi"), ("/en/", "en"), ("/en", "en"), ("/en/quy-che", "en"), ("/english", "vi"), ("/en/en/quy-che", "en")],
)
def test_the_address_alone_says_the_language(client: Browser, path: str, language: str) -> None:
    answer = client.get(path, headers={"Accept-Language": "de"})
    assert f'<html lang="{language}">' in answer.text
    assert answer.status_code == (404 if path in ("/english", "/en/en/quy-che") else 200)


@pytest.mark.parametrize(
    "path", ["/static/favicon.svg", "/api/v1/products", "/healthz", "/robots.txt", "/sitemap.xml", "/anh/x/320.jpg"]
)
def test_what_has_no_language_has_one_address(client: Browser, path: str) -> None:
    assert client.get(f"/en{path}").status_code == 404


@pytest.mark.usefixtures("product")
@pytest.mark.parametrize(
    "path", ["/", "/san-pham", "/chu-the", PRODUCT, "/chu-the/htx-hong-luan", "/quy-che", "/dang-nhap"]
)
def test_every_way_of_an_english_page_stays_in_english(client: Browser, path: str) -> None:
    text = re.sub(r'<a class="language-switch".*?</a>', "", client.get(f"/en{path}").text)
    ways = re.findall(r'<(?:a|form)\b[^>]*?(?:href|action)="(/[^"]*)"', text)
    assert ways
    assert [way for way in ways if not way.startswith("/en/")] == []


@pytest.mark.usefixtures("product")
def test_the_switch_leads_to_the_same_page_with_its_query(client: Browser) -> None:
    assert 'href="/en/san-pham?q=b%C3%BAn&amp;sao=4" hreflang="en"' in client.get("/san-pham?q=b%C3%BAn&sao=4").text
    assert 'href="/san-pham?q=b%C3%BAn" hreflang="vi"' in client.get("/en/san-pham?q=b%C3%BAn").text


@pytest.mark.usefixtures("product")
def test_after_a_refused_form_the_switch_leads_to_where_the_form_stands(client: Browser) -> None:
    answer = client.post(
        "/en/dang-nhap", data={"login": ""}, headers={"Referer": "http://localhost/en/dang-nhap?next=/x"}
    )
    assert answer.status_code == 422
    assert re.search(r'class="language-switch" href="/dang-nhap[^/]*" hreflang="vi"', answer.text)


@pytest.mark.usefixtures("product")
@pytest.mark.parametrize("start", ["", "/en"])
@pytest.mark.parametrize("path", ["/", "/chu-the", PRODUCT, "/chu-the/htx-hong-luan", "/quy-che"])
def test_public_pages_name_each_other(client: Browser, start: str, path: str) -> None:
    text = client.get(f"{start}{path}").text
    assert f'<link rel="canonical" href="http://localhost{start}{path}">' in text
    assert re.findall(r'rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', text) == [
        ("vi", f"http://localhost{path}"),
        ("en", f"http://localhost/en{path}"),
        ("x-default", f"http://localhost{path}"),
    ]


def test_a_sign_in_leads_back_in_the_same_language(client: Browser) -> None:
    answer = client.get("/en/mua-hang/?trang=2")
    assert answer.status_code == 303
    assert answer.location.startswith("/en/dang-nhap?next=")
    assert "en/mua-hang/" in answer.location


def test_addresses_in_either_language() -> None:
    assert address_in("en", "/san-pham?q=x") == "/en/san-pham?q=x"
    assert address_in("en", "/en/san-pham") == "/en/san-pham"
    assert address_in("vi", "/en/san-pham?q=/en/") == "/san-pham?q=/en/"
    assert address_in("vi", "/en") == "/"
    assert address_in("en", "/anh/x/320.jpg") == "/anh/x/320.jpg"
    assert dict(alternates("https://cho.example.org/en/"))["vi"] == "https://cho.example.org/"


def test_a_page_of_a_list_stays_in_its_language(app: Flask) -> None:
    with app.test_request_context("/chu-the?q=x", base_url="http://localhost/en"):
        pager = pager_of(1, 10, 30)
        assert pager
        assert pager.next_href == "/en/chu-the?q=x&trang=2"


def test_another_language_for_a_while(app: Flask) -> None:
    with app.test_request_context("/"):
        with language_context("en"):
            assert (current_language(), url_for("site.home"), in_language("/chu-the")) == ("en", "/en/", "/en/chu-the")
            assert url_for("static", filename="favicon.svg") == "/static/favicon.svg"
            with language_context("vi"):
                assert (current_language(), url_for("site.home"), in_english()) == ("vi", "/", False)
        assert (current_language(), url_for("site.home")) == ("vi", "/")
    with app.test_request_context("/", base_url="http://localhost/en"), language_context("vi"):
        assert url_for("site.home") == "/"


@pytest.mark.usefixtures("clock")
def test_numbers_and_days_are_written_as_the_reader_writes_them(app: Flask) -> None:
    with app.test_request_context("/"):
        assert (format_number(1250), format_money(1_250_000), format_date(today())) == (
            "1.250", "1.250.000\u00a0₫", "24/11/2026",
        )  # fmt: skip
        with language_context("en"):
            assert (format_number(1250), format_money(1_250_000), format_date(today())) == (
                "1,250", "1,250,000\u00a0₫", "24 Nov 2026",
            )  # fmt: skip


def test_a_text_without_translation_stays_vietnamese(app: Flask) -> None:
    with app.test_request_context("/"), language_context("en"):
        assert translate("Không ai dịch câu này %(number)s", number=1) == "Không ai dịch câu này 1"
        assert say("Không ai dịch câu này") == "Không ai dịch câu này"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>by Bún khô Hồng Luân</p>", '<p><span>by <span lang="vi">Bún khô Hồng Luân</span></span></p>'),
        ("<p>Miến dong Tân Sơn of us</p>", '<p><span><span lang="vi">Miến dong Tân Sơn</span> of us</span></p>'),
        ("<a> HTX Tân Phong </a>", '<a> <span lang="vi">HTX Tân Phong</span> </a>'),
        ("<p>Lê or Bế</p>", '<p><span><span lang="vi">Lê</span> or <span lang="vi">Bế</span></span></p>'),
        ('<p lang="vi"><b>Bún</b> khô</p>Gạo', '<p lang="vi"><b>Bún</b> khô</p><span lang="vi">Gạo</span>'),
        ("<option value=1>Gạo</option>", '<option lang="vi" value=1>Gạo</option>'),
        ('<img alt="Gạo nếp">', '<img lang="vi" alt="Gạo nếp">'),
        ("<title>Gạo</title><textarea>Gạo</textarea>", "<title>Gạo</title><textarea>Gạo</textarea>"),
        ("<p>No accents: cafe &amp; bar</p>", "<p>No accents: cafe &amp; bar</p>"),
    ],
)  # fmt: skip
def test_vietnamese_on_an_english_page_is_marked(html: str, expected: str) -> None:
    assert marked(html) == expected
