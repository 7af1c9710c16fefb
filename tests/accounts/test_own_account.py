"""The own account: what is changed there, and what asks for the password first."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account, RecoveryCode, SessionRow
from marketplace.accounts.presenters.own import device_words
from marketplace.accounts.services import code_of
from marketplace.accounts.vocabulary import device_of
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import MembershipRow
from tests import factories
from tests.accounts.people import PASSWORD, enter, is_signed_in, try_to_sign_in
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH, SECRET
from tests.mails import link_in

pytestmark = pytest.mark.usefixtures("clock")
PAGE = "/tai-khoan"
NEW = "mot mat khau moi"
ANDROID = "Mozilla/5.0 (Linux; Android 14; SM-A145F) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1"
ZALO = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 Zalo android/12100"


@pytest.fixture
def account(app: Flask, clock: StoppedClock) -> Account:
    return enter()


@pytest.fixture
def own(account: Account, app: Flask) -> Browser:
    client = browser(app)
    try_to_sign_in(client)
    return client


def kept(account: Account) -> Account:
    with transaction(write=False):
        found = session.get_one(Account, account.id)
        session.expunge(found)
    return found


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (ANDROID, "Chrome trên Android"),
        (IPHONE, "Safari trên iPhone"),
        (ZALO, "Zalo trên Android"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox trên Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0.0.0 Safari/537.36 Edg/126.0", "Edge trên Windows"),
        ("curl/8.5.0", "Máy không rõ loại"),
        ("", "Máy không rõ loại"),
    ],
)
def test_devices_in_words(agent: str, words: str) -> None:
    assert device_words(device_of(agent)) == words


def test_sign_ins_are_listed_and_ended_one_by_one(own: Browser, app: Flask) -> None:
    other = browser(app)
    other.environ_base["HTTP_USER_AGENT"] = ANDROID
    try_to_sign_in(other)
    text = own.get(PAGE).text
    assert "Chrome trên Android" in text and text.count("Đang dùng") == 1
    with transaction(write=False):
        public_id = session.scalars(select(SessionRow.public_id).order_by(SessionRow.id.desc())).first()
    assert own.submit(f"{PAGE}/phien/{public_id}/dung").status_code == 303
    assert not is_signed_in(other)
    assert is_signed_in(own)


def test_all_others_at_once(own: Browser, app: Flask) -> None:
    others = [browser(app), browser(app)]
    for other in others:
        try_to_sign_in(other)
    own.submit(f"{PAGE}/phien/dung-het")
    assert [is_signed_in(client) for client in (own, *others)] == [True, False, False]


def test_nobody_ends_another_persons_sign_in(own: Browser, app: Flask) -> None:
    enter("other", phone=None)
    other = browser(app)
    try_to_sign_in(other, "other@example.org")
    with transaction(write=False):
        public_id = session.scalars(select(SessionRow.public_id).order_by(SessionRow.id.desc())).first()
    assert own.submit(f"{PAGE}/phien/{public_id}/dung").status_code == 404
    assert is_signed_in(other)


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


def set_up(own: Browser, account: Account) -> list[str]:
    own.submit(f"{PAGE}/hai-lop/bat-dau")
    secret = kept(account).totp_secret or ""
    text = own.submit(f"{PAGE}/hai-lop", {"code": code_of(secret)}).text
    codes = [line.split("</li>")[0] for line in text.split("<li>")[1:]]
    return [code for code in codes if len(code) == 11]


def test_a_recovery_code_stands_in_once(own: Browser, account: Account, app: Flask) -> None:
    codes = set_up(own, account)
    assert len(set(codes)) == 8
    for code, taken in ((codes[0], True), (codes[0], False), (codes[1].upper().replace("-", " "), True)):
        client = browser(app)
        try_to_sign_in(client)
        assert (client.post("/dang-nhap/ma", data={"code": code}).status_code == 303) is taken
    with transaction(write=False):
        assert codes[0] not in str(session.scalars(select(RecoveryCode.digest)).all())


def test_fresh_codes_void_the_old_ones(own: Browser, account: Account, app: Flask) -> None:
    codes = set_up(own, account)
    assert own.submit(f"{PAGE}/hai-lop/ma-du-phong", {"renew-present": "wrong"}).status_code == 422
    assert own.submit(f"{PAGE}/hai-lop/ma-du-phong", {"renew-present": PASSWORD}).status_code == 200
    client = browser(app)
    try_to_sign_in(client)
    assert client.post("/dang-nhap/ma", data={"code": codes[0]}).status_code == 422


def test_turning_it_off_asks_for_both(own: Browser, account: Account, app: Flask, clock: StoppedClock) -> None:
    set_up(own, account)
    clock.advance(timedelta(seconds=30))
    code = code_of(kept(account).totp_secret or "")
    off = f"{PAGE}/hai-lop/tat"
    assert own.submit(off, {"present": "wrong", "code": code}).status_code == 422
    assert own.submit(off, {"present": PASSWORD, "code": "000000"}).status_code == 422
    assert kept(account).totp_confirmed_at
    assert own.submit(off, {"present": PASSWORD, "code": code}).status_code == 303
    assert kept(account).totp_secret is None
    assert try_to_sign_in(browser(app)).location == "/vao-viec"


def test_officers_cannot_turn_it_off(app: Flask, clock: StoppedClock) -> None:
    account = enter(totp_secret=SECRET, totp_confirmed_at=clock.moment)
    with transaction(write=True):
        factories.appoint(account, QUANG_BACH)
        client = browser(app, factories.begin_session_of(account))
    answer = client.submit(f"{PAGE}/hai-lop/tat", {"present": PASSWORD, "code": code_of(SECRET)})
    assert answer.status_code == 403
    assert "Tắt hai lớp" not in client.get(f"{PAGE}/hai-lop").text


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
