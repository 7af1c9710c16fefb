"""Tokens guessed, altered, made for something else, of another account, replayed: all are of no page."""

import pytest
from flask import Flask
from itsdangerous import URLSafeSerializer

from marketplace.accounts.models import Account, PendingLogin
from marketplace.accounts.queries import account_key, confirming_token
from marketplace.accounts.services import password_token
from marketplace.accounts.vocabulary import CONFIRM, LINK_PURPOSE
from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.core.links import private_token
from tests.accounts.people import PASSWORD, enter, is_signed_in
from tests.browse import Browser, browser

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def account(app: Flask, clock: StoppedClock) -> Account:
    return enter()


@pytest.fixture
def pending(app: Flask, clock: StoppedClock) -> PendingLogin:
    with transaction(write=True):
        row = PendingLogin(email="moi@example.org", name="Mới", password_hash="-", created_at=now())
        session.add(row)
        session.flush()
        return row


def altered(token: str) -> list[str]:
    """Tokens that differ from it a little."""
    body, _, signature = token.rpartition(".")
    flipped = ("B" if body[0] == "A" else "A") + body[1:]
    return [f"{flipped}.{signature}", f"{body}.{signature[::-1]}", body, f"{body}.", f".{signature}", f"{token}A"]


def opens(client: Browser, path: str) -> bool:
    seen = client.get(path).status_code, client.post(path, data={"password": PASSWORD}).status_code
    assert seen in ((404, 404), (200, 303))
    return seen == (200, 303)


def test_altered(account: Account, pending: PendingLogin, client: Browser) -> None:
    for token in altered(password_token(account)):
        assert not opens(client, f"/dat-mat-khau/{token}"), token
    for token in altered(confirming_token(pending)):
        assert not opens(client, f"/xac-nhan/{token}"), token
    assert not is_signed_in(client)


def test_signed_with_another_key(account: Account, client: Browser) -> None:
    text = f"{account_key(account)}.9999999999"
    token = str(URLSafeSerializer("guessed", salt=LINK_PURPOSE).dumps(text))
    assert not opens(client, f"/dat-mat-khau/{token}")


def test_of_another_purpose(account: Account, pending: PendingLogin, client: Browser) -> None:
    text = f"{account_key(account)}.9999999999"
    for purpose in (CONFIRM, "answer", "track", "member-invitation"):
        assert not opens(client, f"/dat-mat-khau/{private_token(purpose, text)}")
    for purpose in (LINK_PURPOSE, "answer", "track"):
        assert not opens(client, f"/xac-nhan/{private_token(purpose, pending.public_id)}")
    assert not opens(client, f"/dat-mat-khau/{confirming_token(pending)}")
    assert not opens(client, f"/xac-nhan/{password_token(account)}")


@pytest.mark.parametrize("text", ["{id}", "{id}.0", "{id}.0.", "{id}.0.x", "{id}.0.-1", "{id}.1.9999999999", "..", ""])
def test_without_an_end_or_of_another_time(account: Account, client: Browser, text: str) -> None:
    token = private_token(LINK_PURPOSE, text.format(id=account.public_id))
    assert not opens(client, f"/dat-mat-khau/{token}")


def test_replayed(account: Account, client: Browser) -> None:
    path = f"/dat-mat-khau/{password_token(account)}"
    assert opens(client, path)
    assert not opens(client, path)


def test_a_replayed_confirmation_says_so_and_lets_nobody_in(app: Flask, pending: PendingLogin, client: Browser) -> None:
    path, another = f"/xac-nhan/{confirming_token(pending)}", browser(app)
    assert opens(client, path)
    for answer in (another.get(path), another.post(path, data={"password": PASSWORD})):
        assert (answer.status_code, answer.location) == (303, "/dang-nhap")
    assert "đã xác nhận rồi" in another.get("/dang-nhap").text
    assert not is_signed_in(another)


def test_a_session_cookie_that_was_not_signed_here(app: Flask, account: Account, client: Browser) -> None:
    forged = URLSafeSerializer("guessed", salt="cookie-session").dumps({"_user_id": "1", "waiting_for_code": []})
    client.set_cookie("marketplace", str(forged))
    assert not is_signed_in(client)
    assert client.get("/dang-nhap/ma").location == "/dang-nhap"
