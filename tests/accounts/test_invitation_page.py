"""Invitations: the link sets one password, once."""

import pytest
from flask import Flask

from marketplace.accounts.models import Account
from marketplace.accounts.routes import passwords
from marketplace.accounts.services import password_token
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from tests.accounts.people import PASSWORD, enter, is_signed_in, try_to_sign_in
from tests.browse import Browser, browser


@pytest.fixture
def account(app: Flask) -> Account:
    return enter(password_hash=None)


@pytest.fixture
def link(account: Account) -> str:
    return f"/dat-mat-khau/{password_token(account)}"


def test_the_link_sets_a_password_and_signs_in(account: Account, link: str, client: Browser, app: Flask) -> None:
    assert "thu@example.org" in client.get(link).text
    assert client.fill(link, password=PASSWORD).location == "/vao-viec"
    assert is_signed_in(client)
    assert try_to_sign_in(browser(app)).status_code == 303
    with transaction(write=False):
        kept = session.get_one(Account, account.id)
        assert (kept.password_hash or "").startswith("$argon2id$")


def test_it_works_once(link: str, client: Browser, app: Flask) -> None:
    client.fill(link, password=PASSWORD)
    late = browser(app)
    assert late.get(link).status_code == 404
    assert late.post(link, data={"password": "a password of a thief"}).status_code == 404
    assert try_to_sign_in(late).status_code == 303


def test_a_double_tap_is_answered_alike(app: Flask, link: str) -> None:
    fields = {"password": PASSWORD, "form_key": "a-key-of-this-form"}
    answers = [browser(app).post(link, data=fields) for _ in range(2)]  # the second goes out before the first is back
    assert [(answer.status_code, answer.location) for answer in answers] == [(303, "/vao-viec")] * 2


@pytest.mark.parametrize(
    ("password", "said"),
    [("", "Hãy chọn một mật khẩu."), ("ngắn", "cần ít nhất 8 ký tự"), ("d" * 201, "dài quá 200 ký tự")],
)
def test_a_bad_password_is_told_beside_the_field(link: str, client: Browser, password: str, said: str) -> None:
    answer = client.fill(link, password=password)
    assert answer.status_code == 422
    assert said in answer.text
    assert not is_signed_in(client)


@pytest.mark.parametrize("token", ["x", "a.b", "IngiLjA.x"])
def test_a_link_of_nobody(client: Browser, token: str) -> None:
    assert client.get(f"/dat-mat-khau/{token}").status_code == 404


def test_a_disabled_account_is_not_invited(account: Account, link: str, client: Browser, clock: StoppedClock) -> None:
    with transaction(write=True):
        session.get_one(Account, account.id).disabled_at = clock.moment
    assert client.get(link).status_code == 404


def test_without_an_invitation_nothing_is_hashed(app: Flask, client: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_password: str) -> str:
        raise AssertionError("hashed for nobody")

    monkeypatch.setattr(passwords, "hashed", refuse)
    assert client.post("/dat-mat-khau/x", data={"password": PASSWORD}).status_code == 404


def test_the_page_is_kept_by_nobody_and_sets_no_cookie(link: str, client: Browser) -> None:
    answer = client.get(link)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
