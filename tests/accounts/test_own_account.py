"""The own account: name, password, address and number, the own data, and leaving; what asks for the password first."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import MembershipRow
from tests import factories
from tests.accounts.people import PASSWORD, enter, is_signed_in, kept, try_to_sign_in
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH
from tests.mails import link_in

pytestmark = pytest.mark.usefixtures("clock")
PAGE = "/tai-khoan"
NEW = "mot mat khau moi"


def test_another_name(own: Browser, account: Account) -> None:
    assert own.submit(f"{PAGE}/ten", {"name": "Nông Thị Thu"}).status_code == 303
    assert kept(account).name == "Nông Thị Thu"
    assert own.submit(f"{PAGE}/ten", {"name": ""}).status_code == 422


def test_a_new_password_asks_for_the_old_one_and_ends_the_other_sign_ins(own: Browser, app: Flask) -> None:
    other = browser(app)
    try_to_sign_in(other)
    assert "chưa đúng" in own.submit(f"{PAGE}/mat-khau", {"old": "wrong", "password": NEW}).text
    assert own.submit(f"{PAGE}/mat-khau", {"old": PASSWORD, "password": "12345678"}).status_code == 422
    assert is_signed_in(other)
    assert own.submit(f"{PAGE}/mat-khau", {"old": PASSWORD, "password": NEW}).status_code == 303
    assert is_signed_in(own)
    assert not is_signed_in(other)
    assert try_to_sign_in(browser(app)).status_code == 422
    assert try_to_sign_in(browser(app), password=NEW).status_code == 303


def test_guessing_the_old_password_is_limited(own: Browser, clock: StoppedClock) -> None:
    for _ in range(5):
        own.submit(f"{PAGE}/mat-khau", {"old": "wrong", "password": NEW})
    answer = own.submit(f"{PAGE}/mat-khau", {"old": PASSWORD, "password": NEW})
    assert answer.status_code == 422 and "Sai quá nhiều lần" in answer.text
    clock.advance(timedelta(minutes=15))
    assert own.submit(f"{PAGE}/mat-khau", {"old": PASSWORD, "password": NEW}).status_code == 303


def put(own: Browser, password: str = PASSWORD, **fields: str) -> int:
    given = {"email": "thu@example.org", "phone": "0900 000 045", "present": password, **fields}
    return own.submit(f"{PAGE}/lien-lac", given).status_code


def test_another_address_counts_when_its_mail_was_opened(
    own: Browser, account: Account, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]
) -> None:
    assert put(own, "wrong", email="moi@example.org") == 422
    assert put(own, email="moi@example.org") == 303
    drain()
    assert kept(account).email == "thu@example.org"
    assert [mail["To"] for mail in mails()] == ["moi@example.org"]
    own.fill(link_in(mails()[0], "/xac-nhan/"))
    assert kept(account).email == "moi@example.org"


def test_a_mistyped_address_gives_its_owner_nothing(
    own: Browser, account: Account, app: Flask, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]
) -> None:
    put(own, email="nham@example.org")
    drain()
    link = link_in(mails()[0], "/xac-nhan/")
    somebody = browser(app)
    for answer in (somebody.get(link), somebody.submit(link)):
        assert answer.status_code == 303 and answer.location.startswith("/dang-nhap?next=/xac-nhan/")
    enter("other", phone=None)
    try_to_sign_in(somebody, "other@example.org")
    assert somebody.get(link).status_code == 404 and somebody.submit(link).status_code == 404
    assert kept(account).email == "thu@example.org"
    assert own.get(link).status_code == 200
    put(own, email="dung@example.org")
    assert own.get(link).status_code == 404, "the right one was asked for since"


def test_a_new_password_voids_an_address_that_was_typed_before(
    own: Browser, account: Account, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]
) -> None:
    put(own, email="ke-trom@example.org")
    drain()
    own.submit(f"{PAGE}/mat-khau", {"old": PASSWORD, "password": NEW})
    assert own.get(link_in(mails()[0], "/xac-nhan/")).status_code == 404


def test_another_number(own: Browser, account: Account) -> None:
    enter("other", phone="+84900000046")
    assert put(own, phone="0900 000 046") == 422
    assert put(own, phone="0900 000 047") == 303
    assert kept(account).phone == "+84900000047"
    assert put(own, phone="") == 303
    assert kept(account).phone is None


def test_an_address_that_is_emptied_goes(own: Browser, account: Account) -> None:
    assert put(own, email="") == 303
    assert kept(account).email is None
    assert put(own, email="", phone="") == 422


def test_both_emptied_at_once_are_both_kept(own: Browser, account: Account) -> None:
    assert put(own, email="", phone="") == 422
    assert (kept(account).email, kept(account).phone) == ("thu@example.org", "+84900000045")


def test_an_officer_keeps_an_address(own: Browser, account: Account) -> None:
    with transaction(write=True):
        factories.appoint(account, QUANG_BACH, "viewer")
    assert put(own, email="") != 303
    assert kept(account).email == "thu@example.org"


@pytest.mark.parametrize("email", ["moi@example.org", ""])
def test_a_link_in_the_old_mailbox_sets_no_password(
    own: Browser,
    app: Flask,
    drain: Callable[[], int],
    mails: Callable[[], list[EmailMessage]],
    email: str,
) -> None:
    browser(app).post("/quen-mat-khau", data={"login": "thu@example.org"})
    drain()
    link = link_in(mails()[0], "/dat-mat-khau/")
    assert own.get(link).status_code == 200
    put(own, email=email)
    drain()
    if email:
        own.fill(link_in(mails()[1], "/xac-nhan/"))
    assert browser(app).get(link).status_code == 404
    assert is_signed_in(own)


def test_one_way_to_sign_in_stays(app: Flask) -> None:
    enter("only", email=None)
    client = browser(app)
    try_to_sign_in(client, "0900 000 045")
    assert put(client, email="", phone="") == 422


def test_the_own_data(own: Browser) -> None:
    answer = own.get(f"{PAGE}/du-lieu.json")
    assert answer.json is not None
    assert answer.json["account"]["email"] == "thu@example.org"
    assert len(answer.json["sessions"]) == 1
    assert "argon2" not in answer.text and answer.headers["Cache-Control"] == "no-store"


def test_leaving_empties_the_account_and_keeps_facts(own: Browser, account: Account, app: Flask) -> None:
    with transaction(write=True):
        supplier = factories.make_supplier()
        factories.join(account, supplier, "member")
        factories.join(factories.make_account("manager"), supplier)
    assert own.submit(f"{PAGE}/xoa", {"present": "wrong"}).status_code == 422
    assert own.submit(f"{PAGE}/xoa", {"present": PASSWORD}).location == "/dang-nhap"
    gone = kept(account)
    assert (gone.name, gone.email, gone.phone, gone.password_hash) == ("", None, None, None)
    assert gone.erased_at
    assert not is_signed_in(own)
    assert "Tài khoản đã được xóa" in own.get("/dang-nhap").text
    assert try_to_sign_in(browser(app)).status_code == 422
    with transaction(write=False):
        ended = select(MembershipRow.ended_at).where(MembershipRow.account_id == account.id)
        assert session.scalars(ended).one()
        assert session.scalars(select(AuditRow).where(AuditRow.action == "erase_account")).one()


def test_the_last_manager_is_told_what_to_do_first(own: Browser, account: Account) -> None:
    with transaction(write=True):
        factories.join(account, factories.make_supplier("HTX Hồng Luân"))
    answer = own.submit(f"{PAGE}/xoa", {"present": PASSWORD})
    assert answer.status_code == 422
    assert "người quản lý duy nhất của HTX Hồng Luân" in answer.text
    assert kept(account).erased_at is None


def test_who_holds_grants_is_told_what_to_do_first(own: Browser, account: Account) -> None:
    with transaction(write=True):
        factories.appoint(account, QUANG_BACH)
    answer = own.submit(f"{PAGE}/xoa", {"present": PASSWORD})
    assert answer.status_code == 422 and "rút quyền trước" in answer.text


@pytest.mark.parametrize("path", ["ten", "lien-lac", "mat-khau", "phien/dung-het", "hai-lop/tat", "xoa"])
def test_another_site_changes_nothing(own: Browser, account: Account, path: str) -> None:
    before = kept(account)
    own.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"
    fields = {"name": "X", "old": PASSWORD, "password": NEW, "present": PASSWORD, "phone": "", "email": "x@example.org"}
    assert own.submit(f"{PAGE}/{path}", fields).status_code == 403
    own.environ_base["HTTP_SEC_FETCH_SITE"] = "same-origin"
    assert own.post(f"{PAGE}/{path}", data=fields).status_code == 403, "nor without the session's token"
    after = kept(account)
    assert (after.name, after.phone, after.password_hash) == (before.name, before.phone, before.password_hash)
    assert is_signed_in(own)
