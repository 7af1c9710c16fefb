"""Sessions: a row for every sign-in, and ended ones stay ended, whoever kept the cookie."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account, SessionRow
from marketplace.accounts.services import end_sessions, set_password
from marketplace.accounts.services import sessions as service
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.errors import Unavailable
from tests import factories
from tests.accounts.people import enter, is_signed_in, password_hash, try_to_sign_in
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH

pytestmark = pytest.mark.usefixtures("clock")
COOKIE = "marketplace"


@pytest.fixture
def account(app: Flask) -> Account:
    return enter()


@pytest.fixture
def signed_in(account: Account, client: Browser) -> Browser:
    try_to_sign_in(client)
    assert is_signed_in(client)
    return client


def cookie_of(client: Browser) -> str:
    found = client.get_cookie(COOKIE)
    return found.value if found else ""


def rows() -> list[SessionRow]:
    with transaction(write=False):
        return list(session.scalars(select(SessionRow).order_by(SessionRow.id)))


def test_the_table_knows_what_the_cookie_says_only_by_its_digest(signed_in: Browser) -> None:
    with signed_in.session_transaction() as kept:
        token = kept["_user_id"]
    assert len(token) >= 43, "256 bits"
    row = rows()[0]
    assert token not in (row.token_digest, row.public_id)
    assert not is_signed_in(browser(signed_in.application, row.token_digest))
    assert not is_signed_in(browser(signed_in.application, row.public_id))


def test_two_sign_ins_are_two_sessions(account: Account, app: Flask) -> None:
    for _ in range(2):
        try_to_sign_in(browser(app))
    first, second = rows()
    assert first.token_digest != second.token_digest


def test_a_copied_cookie_is_worthless_after_signing_out(signed_in: Browser, app: Flask) -> None:
    copied = cookie_of(signed_in)
    assert signed_in.submit("/dang-xuat").location == "/"
    thief = browser(app)
    thief.set_cookie(COOKIE, copied)
    assert not is_signed_in(thief)
    assert not is_signed_in(signed_in)
    assert cookie_of(signed_in) == ""


def test_signing_out_leaves_the_other_phone_signed_in(signed_in: Browser, app: Flask) -> None:
    other = browser(app)
    try_to_sign_in(other)
    signed_in.submit("/dang-xuat")
    assert is_signed_in(other)


def test_signing_out_needs_the_token(signed_in: Browser) -> None:
    assert signed_in.post("/dang-xuat").status_code == 403
    assert is_signed_in(signed_in)


def test_a_new_password_ends_all_sessions(account: Account, signed_in: Browser) -> None:
    with transaction(write=True):
        set_password(session.get_one(Account, account.id), password_hash())
    assert not is_signed_in(signed_in)


def test_one_session_may_be_left_out(account: Account, signed_in: Browser, app: Flask) -> None:
    other = browser(app)
    try_to_sign_in(other)
    with transaction(write=True):
        end_sessions(account.id, but=rows()[0].public_id)
    assert is_signed_in(signed_in)
    assert not is_signed_in(other)


@pytest.mark.parametrize("field", ["disabled_at", "erased_at"])
def test_an_account_that_ended_has_no_sessions(
    account: Account, signed_in: Browser, clock: StoppedClock, field: str
) -> None:
    with transaction(write=True):
        setattr(session.get_one(Account, account.id), field, clock.moment)
    assert not is_signed_in(signed_in)


@pytest.mark.parametrize("text", ["", ".", "nobody.0", "{id}", "{id}.0", "' OR 1=1 --"])
def test_a_session_of_nobody_is_a_strangers(app: Flask, account: Account, text: str) -> None:
    assert not is_signed_in(browser(app, text.format(id=account.public_id) or "-"))


def test_an_ended_session_is_told_and_nothing_is_done(signed_in: Browser, account: Account) -> None:
    with transaction(write=True):
        set_password(session.get_one(Account, account.id), password_hash())
    answer = signed_in.submit("/dang-xuat")
    assert answer.status_code == 401
    assert "Phiên đăng nhập đã hết." in answer.text


def test_the_cookie_is_closed_to_scripts_and_other_sites_and_outlives_the_browser(
    account: Account, client: Browser
) -> None:
    said = try_to_sign_in(client).headers["Set-Cookie"]
    assert "HttpOnly" in said
    assert "SameSite=Lax" in said
    assert "Expires=" in said


@pytest.mark.parametrize(("grants", "hours"), [(False, 90 * 24), (True, 12)])
def test_left_alone_for_too_long(account: Account, app: Flask, clock: StoppedClock, grants: bool, hours: int) -> None:
    with transaction(write=True):
        if grants:
            factories.appoint(account, QUANG_BACH)
    on_time, late = browser(app), browser(app)
    try_to_sign_in(on_time)
    clock.advance(timedelta(minutes=1))
    try_to_sign_in(late)
    clock.advance(timedelta(hours=hours) - timedelta(minutes=2))
    assert is_signed_in(on_time)
    clock.advance(timedelta(minutes=2))
    assert is_signed_in(on_time), "its use was noted"
    assert not is_signed_in(late)


def test_its_use_is_noted_once_an_hour(signed_in: Browser, clock: StoppedClock) -> None:
    began = rows()[0].seen_at
    clock.advance(timedelta(minutes=59))
    is_signed_in(signed_in)
    assert rows()[0].seen_at == began
    clock.advance(timedelta(minutes=1))
    is_signed_in(signed_in)
    assert rows()[0].seen_at == clock.moment


def test_what_cannot_be_noted_hinders_nobody(
    signed_in: Browser, clock: StoppedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.advance(timedelta(hours=2))

    def busy(**_mode: bool) -> None:
        raise Unavailable

    monkeypatch.setattr(service, "transaction", busy)
    assert is_signed_in(signed_in)


def test_the_cookie_lives_on_with_its_use(signed_in: Browser, clock: StoppedClock) -> None:
    signed_in.get("/mua-hang/")  # its form takes the session's token
    assert "Set-Cookie" not in signed_in.get("/mua-hang/").headers
    clock.advance(timedelta(days=1))
    assert "Expires=" in signed_in.get("/mua-hang/").headers["Set-Cookie"]
    assert "Set-Cookie" not in signed_in.get("/mua-hang/").headers
