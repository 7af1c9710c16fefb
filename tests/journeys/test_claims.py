"""A supplier that nobody spoke for is claimed by a code, sees who asked before, and is handed over."""

import re
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from flask import Flask

from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH, Cast
from tests.mails import link_in

SLUG, PRODUCT = "htx-na-hang", "/san-pham/mang-kho-na-hang"
SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
Mails = Callable[[], list[EmailMessage]]
QUESTION = {
    "quantity": "20 kg",
    "phone": "0900 000 045",
    "name": "Thu",
    "words": "Còn măng mùa này không?",
    "suppliers": SLUG,
    "consent": "y",
}


def ask(client: Browser) -> None:
    assert client.fill(f"{PRODUCT}/hoi-hang", "/hoi-hang", **QUESTION).status_code == 303


def person(app: Flask, name: str) -> Browser:
    with transaction(write=True):
        return browser(app, factories.begin_session_of(factories.make_account(name)))


@pytest.mark.usefixtures("clock")
def test_claimed_by_a_code_with_the_earlier_leads_and_handed_over(
    app: Flask, cast: Cast, client: Browser, sign_in: SignIn, drain: Drain, mails: Mails
) -> None:
    with transaction(write=True):
        supplier = factories.make_supplier("HTX Nà Hang", state="unclaimed", place_id=QUANG_BACH)
        factories.make_product(supplier, "Măng khô")
    ask(client)
    drain()
    assert mails() == [], "there is nobody to write to"

    officer = sign_in("commune_officer")
    assert officer.fill(f"/can-bo/chu-the/{SLUG}/ma-nhan", "/ma-nhan").status_code == 303
    code = re.search(r"[2-9A-Z]{5}-[2-9A-Z]{5}", officer.get(f"/can-bo/chu-the/{SLUG}/ma-nhan").text)
    assert code
    lan = person(app, "lan")
    assert lan.fill(f"/chu-the/{SLUG}/nhan", "/nhan/ma", code=code[0]).status_code == 303
    board = lan.get("/ban-hang/").text
    assert "Còn măng mùa này không?" in board or "Thu" in board, "who asked before stands there"
    assert "Đã có người phụ trách" in client.get(f"/chu-the/{SLUG}").text

    ask(client)
    drain()
    old_link = link_in(next(mail for mail in mails() if mail["To"] == "lan@example.org"), "/tra-loi/")
    assert client.get(old_link).status_code == 200

    page = f"/ban-hang/thanh-vien/{SLUG}/ban-giao"
    assert lan.fill(page, "/ban-giao", to="duc@example.org", drops_mailbox="y").status_code == 303
    drain()
    duc = person(app, "duc")
    assert duc.fill(link_in(mails()[-1], "/loi-moi/")).status_code == 303
    assert lan.get("/ban-hang/").status_code == 403, "at once, in the open session"
    assert client.get(old_link).status_code == 410
    assert "Thu" in duc.get("/ban-hang/").text

    before = len(mails())
    ask(client)
    drain()
    asked = [mail for mail in mails()[before:] if "/tra-loi/" in mail.get_content()]
    assert [mail["To"] for mail in asked] == ["duc@example.org"], "new mails go to the new one"
    assert duc.get(link_in(asked[0], "/tra-loi/")).status_code == 200
    with transaction(write=False):
        assert session.get_one(Supplier, supplier.id).verified_at is None, "claimed, and handed over, is not verified"
