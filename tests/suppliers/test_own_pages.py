"""What a supplier's own people change about its page, and who may not."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.core.audit import AuditRow
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import mailboxes_of
from tests import factories
from tests.browse import Browser, browser
from tests.cast import Cast

PAGE = "/ban-hang/chu-the/htx-hong-luan"
SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


def test_a_manager_keeps_words_and_contact(cast: Cast, sign_in: SignIn, client: Browser) -> None:
    manager = sign_in("member")
    assert manager.fill(PAGE, PAGE, about="Bún phơi nắng.", about_en="Sun-dried.").status_code == 303
    contact = {"emails": "a@example.org\nb@example.org", "phone": "0900 000 055", "has_zalo": "y"}
    assert manager.fill(PAGE, "/lien-he", **contact).status_code == 303
    assert "Bún phơi nắng." in client.get("/chu-the/htx-hong-luan").text
    with transaction(write=False):
        there = session.get_one(Supplier, cast.hong_luan.id)
        assert (there.about_en, there.phone, there.has_zalo) == ("Sun-dried.", "+84900000055", True)
        assert mailboxes_of(there.id) == ("a@example.org", "b@example.org")
        assert "put_contact" in list(session.scalars(select(AuditRow.action)))
    wrong = manager.fill(PAGE, "/lien-he", emails="a@", phone="0900")
    assert wrong.status_code == 422 and "a@</textarea>" in wrong.text


def test_a_member_writes_the_words_and_not_the_contact(app: Flask, cast: Cast) -> None:
    with transaction(write=True):
        colleague = factories.make_account("colleague")
        factories.join(colleague, cast.hong_luan, "member")
        client = browser(app, factories.begin_session_of(colleague))
    assert "/lien-he" not in client.get(PAGE).text
    assert client.submit(f"{PAGE}/lien-he", {"emails": "x@example.org"}).status_code == 403
    assert client.fill(PAGE, PAGE, about="Lời của thành viên.").status_code == 303


def test_what_only_officers_mend_goes_to_them_as_a_message(cast: Cast, sign_in: SignIn) -> None:
    assert sign_in("member").fill(PAGE, "/xin-sua", words="Nay ở thôn Nà Pài.").status_code == 303
    assert "Nay ở thôn Nà Pài." in sign_in("commune_officer").get("/can-bo/chu-the/htx-hong-luan").text
    assert "Nay ở thôn Nà Pài." in sign_in("member").get(PAGE).text
    assert sign_in("member").fill(PAGE, "/xin-sua", words="").status_code == 422
    many = [sign_in("member").submit(f"{PAGE}/xin-sua", {"words": "nữa"}).status_code for _ in range(10)]
    assert many == [303] * 9 + [422]
