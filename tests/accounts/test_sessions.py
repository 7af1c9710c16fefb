"""Sessions: a new one with every sign-in, and ended ones stay ended."""

import pytest
from flask import Flask

from marketplace.accounts.models import Account
from marketplace.accounts.services import set_password
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from tests.accounts.people import enter, is_signed_in, password_hash, try_to_sign_in
from tests.browse import Browser, browser

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


def test_nothing_of_the_session_before_is_taken_over(account: Account, client: Browser) -> None:
    with client.session_transaction() as planted:
        planted["csrf_token"] = "known to whoever planted it"
    before = cookie_of(client)
    try_to_sign_in(client)
    assert cookie_of(client) != before
    with client.session_transaction() as now:
        assert now.get("csrf_token") != "known to whoever planted it"


def test_the_cookie_from_before_opens_nothing(app: Flask, account: Account, client: Browser) -> None:
    with client.session_transaction() as planted:
        planted["anything"] = 1
    before = cookie_of(client)
    try_to_sign_in(client)
    other = browser(app)
    other.set_cookie(COOKIE, before)
    assert not is_signed_in(other)


def test_signing_out_leaves_nothing(signed_in: Browser) -> None:
    assert signed_in.submit("/dang-xuat").location == "/"
    assert not is_signed_in(signed_in)
    assert cookie_of(signed_in) == ""


def test_signing_out_needs_the_token(signed_in: Browser) -> None:
    assert signed_in.post("/dang-xuat").status_code == 403
    assert is_signed_in(signed_in)


def test_a_new_password_ends_all_sessions(account: Account, signed_in: Browser) -> None:
    with transaction(write=True):
        set_password(session.get_one(Account, account.id), password_hash())
    assert not is_signed_in(signed_in)


def test_disabling_an_account_ends_its_sessions(account: Account, signed_in: Browser, clock: StoppedClock) -> None:
    with transaction(write=True):
        session.get_one(Account, account.id).disabled_at = clock.moment
    assert not is_signed_in(signed_in)


@pytest.mark.parametrize("text", ["", ".", "nobody.0", "{id}", "{id}.1", "{id}.0.0", "{id}.00"])
def test_a_session_of_nobody_is_a_strangers(app: Flask, account: Account, text: str) -> None:
    assert not is_signed_in(browser(app, text.format(id=account.public_id) or "-"))


def test_an_ended_session_is_told_and_nothing_is_done(signed_in: Browser, account: Account) -> None:
    with transaction(write=True):
        set_password(session.get_one(Account, account.id), password_hash())
    answer = signed_in.submit("/dang-xuat")
    assert answer.status_code == 401
    assert "Phiên đăng nhập đã hết." in answer.text


def test_the_cookie_is_closed_to_scripts_and_other_sites(account: Account, client: Browser) -> None:
    said = try_to_sign_in(client).headers["Set-Cookie"]
    assert "HttpOnly" in said
    assert "SameSite=Lax" in said
