"""A forgotten password: a link to the account's own mailbox, for an hour, once."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask

from marketplace.accounts.models import Account
from marketplace.accounts.services import password_token
from marketplace.accounts.vocabulary import RESETS_PER_NETWORK
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from tests.accounts.people import enter, is_signed_in, try_to_sign_in
from tests.browse import Browser, browser
from tests.cast import SECRET
from tests.mails import link_in

pytestmark = pytest.mark.usefixtures("app", "clock")
Mails = Callable[[], list[EmailMessage]]
Drain = Callable[[], int]
NEW = "mot mat khau moi"


@pytest.fixture
def account(app: Flask, clock: StoppedClock) -> Account:
    return enter()


def forget(client: Browser, login: str = "thu@example.org") -> str | None:
    answer = client.post("/quen-mat-khau", data={"login": login})
    assert answer.status_code == 303
    return answer.location


@pytest.fixture
def link(account: Account, client: Browser, drain: Drain, mails: Mails) -> str:
    forget(client)
    drain()
    return link_in(mails()[0], "/dat-mat-khau/")


def test_the_link_sets_a_new_password_and_ends_all_sessions(link: str, client: Browser, app: Flask) -> None:
    elsewhere = browser(app)
    try_to_sign_in(elsewhere)
    assert client.fill(link, password=NEW).location == "/vao-viec"
    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)
    assert try_to_sign_in(browser(app)).status_code == 422
    assert try_to_sign_in(browser(app), password=NEW).status_code == 303
    assert client.get(link).status_code == 404, "once"


def test_for_an_hour(link: str, client: Browser, clock: StoppedClock) -> None:
    clock.advance(timedelta(minutes=59, seconds=59))
    assert client.get(link).status_code == 200
    clock.advance(timedelta(seconds=1))
    assert client.get(link).status_code == 404
    assert client.post(link, data={"password": NEW}).status_code == 404


def test_the_number_leads_to_the_mailbox_too(account: Account, client: Browser, drain: Drain, mails: Mails) -> None:
    forget(client, "0900 000 045")
    drain()
    assert mails()[0]["To"] == "thu@example.org"


def test_of_two_links_one_works(link: str, client: Browser, drain: Drain, mails: Mails, clock: StoppedClock) -> None:
    clock.advance(timedelta(minutes=1))
    forget(client)
    drain()
    client.fill(link, password=NEW)
    assert client.get(link_in(mails()[1], "/dat-mat-khau/")).status_code == 404


def test_three_mails_a_day(account: Account, client: Browser, drain: Drain, mails: Mails) -> None:
    assert {forget(client) for _ in range(5)} == {"/quen-mat-khau?xong=1"}
    drain()
    assert len(mails()) == 3


def test_a_network_is_limited(client: Browser) -> None:
    for _ in range(RESETS_PER_NETWORK):
        forget(client, "nobody@example.org")
    assert client.post("/quen-mat-khau", data={"login": "nobody@example.org"}).status_code == 429


def test_the_second_step_is_still_asked_for(client: Browser, clock: StoppedClock) -> None:
    account = enter(totp_secret=SECRET, totp_confirmed_at=clock.moment)
    assert client.fill(f"/dat-mat-khau/{password_token(account)}", password=NEW).location == "/dang-nhap/ma"
    assert not is_signed_in(client)


def test_an_invitation_lasts_14_days(client: Browser, clock: StoppedClock) -> None:
    link = f"/dat-mat-khau/{password_token(enter(password_hash=None))}"
    clock.advance(timedelta(days=14) - timedelta(seconds=1))
    assert client.get(link).status_code == 200
    clock.advance(timedelta(seconds=1))
    assert client.get(link).status_code == 404


@pytest.mark.parametrize("field", ["disabled_at", "erased_at"])
def test_an_account_that_ended_is_not_written_to(
    account: Account, client: Browser, drain: Drain, mails: Mails, clock: StoppedClock, field: str
) -> None:
    forget(client)
    with transaction(write=True):
        setattr(session.get_one(Account, account.id), field, clock.moment)
    drain()
    assert mails() == []
