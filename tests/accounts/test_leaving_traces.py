"""Nothing of a person stays on the server after the account was deleted: no waiting address, no mail, no invitation."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest
from flask import Flask

from marketplace.core.db import session, transaction
from marketplace.suppliers.models import MemberInvitation
from tests import factories
from tests.accounts.people import PASSWORD, sign_up
from tests.browse import Browser, browser
from tests.inquiries.private_words import kept_words
from tests.mails import link_in

pytestmark = pytest.mark.usefixtures("clock")
NAME, ADDRESS = "Lò Thị Kín", "kin.tieng@example.org"


def traces() -> list[str]:
    """Where the name or the address still stands."""
    return sorted({where for where, text in kept_words() if NAME in text or ADDRESS in text})


@pytest.fixture
def kin(app: Flask, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]) -> Browser:
    """She signed up twice, opened the second mail, forgot her password, and asked for another address."""
    own = browser(app)
    for _ in range(2):
        sign_up(own, name=NAME, login=ADDRESS)
    drain()
    own.fill(link_in(mails()[-1], "/xac-nhan/"))
    own.post("/quen-mat-khau", data={"login": ADDRESS})
    own.submit("/tai-khoan/lien-lac", {"email": f"moi.{ADDRESS}", "phone": "", "present": PASSWORD})
    drain()
    return own


def leave(own: Browser, drain: Callable[[], int]) -> None:
    answer = own.submit("/tai-khoan/xoa", {"present": PASSWORD})
    assert answer.status_code == 303, answer.text
    drain()


def test_no_mail_and_no_waiting_address_stays(
    kin: Browser, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]
) -> None:
    assert len(mails()) == 4 and traces()
    leave(kin, drain)
    assert traces() == [] and mails() == []


def test_nor_an_invitation_that_was_never_taken(
    kin: Browser, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]
) -> None:
    with transaction(write=True):
        supplier, manager = factories.make_supplier(), factories.make_account("manager")
        factories.join(manager, supplier)
        slug, token = supplier.slug, factories.begin_session_of(manager)
    seller = browser(kin.application, token)
    assert seller.submit(f"/ban-hang/thanh-vien/{slug}/moi", {"to": ADDRESS, "role": "member"}).status_code == 303
    drain()
    leave(kin, drain)
    assert traces() == [] and mails() == []
    with transaction(write=False):
        [invitation] = session.query(MemberInvitation).all()
        assert invitation.cancelled_at and invitation.email is None
