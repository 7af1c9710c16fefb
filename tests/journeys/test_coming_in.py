"""How people come in, step by step: a newcomer mends and passes; a place that nobody spoke for is rung and claimed."""

import re
from collections.abc import Callable
from email.message import EmailMessage
from urllib.parse import urlsplit

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.catalogue.models import Certificate
from marketplace.core.db import session, transaction
from tests import factories
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH
from tests.catalogue.product_sheets import begin, hand_in, picture, products
from tests.inquiries.market import answer_path, inquiries
from tests.mails import link_in
from tests.suppliers.applying import OWN, QUEUE, applied

SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
Mails = Callable[[], list[EmailMessage]]
PASSWORD, NEWCOMER = "mot-mat-khau-dai", "nguoi-moi@example.org"
STARS = "3 sao OCOP"
OCOP = {"stars": "3", "decision_no": "15/QĐ-UBND", "issued_on": "15/3/2026", "issuer": "UBND huyện Chợ Đồn"}
QUESTION = {"quantity": "40 kg", "phone": "0900 000 045", "consent": "y"}
pytestmark = pytest.mark.usefixtures("clock", "cast")


def signed_up(app: Flask, drain: Drain, mails: Mails) -> Browser:
    """Somebody new, by the link in the mail."""
    newcomer = browser(app)
    typed = {"name": "Nông Thị Mới", "login": NEWCOMER, "password": PASSWORD, "rules": "y"}
    assert newcomer.fill("/dang-ky", "/dang-ky", **typed).status_code == 303
    drain()
    link = link_in(mails()[-1], "/xac-nhan/")
    assert newcomer.fill(link).status_code == 303
    return newcomer


def drafted(newcomer: Browser) -> None:
    """A product with three photos and a certificate with its picture, handed in."""
    sheet = begin(newcomer)
    for width in (300, 301, 302):
        assert newcomer.submit(f"{sheet}/anh", {"photo": picture(width)}).status_code == 303
    assert newcomer.submit(f"{sheet}/giay", {"scan": picture(400)}).status_code == 303
    assert hand_in(newcomer, sheet, name="Bún ngô Nà Lọc", **OCOP).status_code == 303


def is_found(client: Browser, **query: str) -> bool:
    return "/san-pham/bun-ngo-na-loc" in client.get("/san-pham", query_string=query).text


def asked(client: Browser, product: str, supplier: str) -> str:
    """A trader asks and leaves only a phone; the private page."""
    answer = client.fill(f"{product}/hoi-hang", "/hoi-hang", suppliers=supplier, **QUESTION)
    assert answer.status_code == 303, answer.text
    return urlsplit(answer.location).path


def quotes(supplier: Browser) -> None:
    """From the board, as it says."""
    page = re.search(r'href="(/ban-hang/dau-moi/[a-z0-9]{20}/bao-gia)"', supplier.get("/ban-hang/").text)
    assert page, "the question stands on the board"
    sent = supplier.submit(page[1], {"price": "66k", "deliverable": "yes", "form_key": "a-key-for-the-quote"})
    assert sent.status_code == 303, sent.text


def test_a_newcomer_mends_and_comes_in_and_stars_show_once_verified(
    app: Flask, client: Browser, sign_in: SignIn, drain: Drain, mails: Mails
) -> None:
    newcomer, officer = signed_up(app, drain, mails), sign_in("commune_officer")
    row = applied(newcomer, email=NEWCOMER)
    drafted(newcomer)
    application = f"{QUEUE}/{row.public_id}"
    assert officer.submit(f"{application}/hoi", {"reason": "products", "words": "Bún làm từ gì?"}).status_code == 303
    drain()
    assert mails()[-1]["To"] == NEWCOMER and "Bún làm từ gì?" in mails()[-1].get_content()
    assert "Bún làm từ gì?" in newcomer.get(OWN).text
    assert newcomer.submit(f"{OWN}/{row.public_id}/nhan", {"words": "Từ ngô nếp."}).status_code == 303
    assert "Từ ngô nếp." in officer.get(application).text

    (product,) = products()
    assert officer.submit(f"{application}/thong-qua", {"way": "visit", "hang": product.public_id}).status_code == 303
    drain()
    page = client.get(f"/san-pham/{product.slug}").text
    assert len(set(re.findall(r"/anh/(\w+)/", page))) == 3, "all three photographs"
    assert STARS not in page and is_found(client, q="bun ngo na loc") and not is_found(client, sao="3")
    with transaction(write=False):
        paper = session.scalars(select(Certificate.public_id)).one()
    assert officer.submit("/can-bo/chung-nhan/xac-minh", {"giay": paper}).status_code == 303
    drain()
    assert STARS in client.get(f"/san-pham/{product.slug}").text and is_found(client, sao="3")

    private_page = asked(client, f"/san-pham/{product.slug}", "to-hop-tac-na-loc")
    drain()
    assert any(mail["To"] == NEWCOMER and "/tra-loi/" in mail.get_content() for mail in mails())
    quotes(newcomer)
    assert "66.000" in client.get(private_page).text


def test_a_place_nobody_spoke_for_is_rung_and_claimed_and_answers_who_asked_before(
    app: Flask, client: Browser, sign_in: SignIn, drain: Drain, mails: Mails
) -> None:
    with transaction(write=True):
        supplier = factories.make_supplier("HTX Nà Hang", state="unclaimed", place_id=QUANG_BACH)
        factories.make_product(supplier, "Măng khô")
    form = client.get("/san-pham/mang-kho-na-hang/hoi-hang").text.replace("\u00a0", " ")
    assert "cán bộ xã Quảng Bạch gọi giúp" in form
    private_page = asked(client, "/san-pham/mang-kho-na-hang", "htx-na-hang")
    assert f'value="http://localhost{private_page}"' in client.get(f"{private_page}?moi=1").text
    drain()
    assert mails() == [], "nobody to write to"

    officer, calls = sign_in("commune_officer"), "/can-bo/danh-sach-goi"
    (inquiry,) = inquiries()
    by_zalo = answer_path(inquiry)
    assert by_zalo in officer.get(calls).text and client.get(by_zalo).status_code == 200
    row = re.search(rf'action="({calls}/\w+)/ket-qua"', officer.get(calls).text)
    assert row
    assert officer.submit(f"{row[1]}/ket-qua", {"outcome": "told"}).status_code == 303
    page = re.search(r'href="(/can-bo/chu-the/htx-na-hang/ma-nhan)"', officer.get(calls).text)
    assert page, "the next step is a link"
    assert officer.fill(page[1], "/ma-nhan").status_code == 303
    code = re.search(r"[2-9A-Z]{5}-[2-9A-Z]{5}", officer.get(page[1]).text)
    assert code

    accountant = signed_up(app, drain, mails)
    assert accountant.fill("/chu-the/htx-na-hang/nhan", "/nhan/ma", code=code[0]).status_code == 303
    quotes(accountant)
    assert "66.000" in client.get(private_page).text
    assert client.get(by_zalo).status_code == 200, "a claim takes nothing from anybody"
    assert officer.submit("/can-bo/chu-the/htx-na-hang/ket-thuc").status_code == 303
    assert client.get(by_zalo).status_code == 410, "ended rights end the links too"
