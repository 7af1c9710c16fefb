"""A cookie from before the sign-in opens nothing after it, and carries nothing into it."""

import pytest
from flask import Flask

from marketplace.accounts.models import Account
from tests.accounts.people import enter, is_signed_in, try_to_sign_in
from tests.browse import Browser, browser
from tests.cast import Cast

COOKIE = "marketplace"


@pytest.fixture
def account(app: Flask) -> Account:
    return enter()


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


def test_a_planted_session_of_the_attacker_is_left_behind(account: Account, cast: Cast, app: Flask) -> None:
    """Who was put into a stranger's session, and signs in, is oneself."""
    victim = browser(app, cast.session_text("trader"))
    try_to_sign_in(victim)
    with victim.session_transaction() as now:
        assert now["_user_id"] != cast.session_text("trader")
    assert "Thu" in victim.get("/mua-hang/").text
