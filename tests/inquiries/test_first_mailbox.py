"""What waits for a supplier that no mail could reach is mailed when it gets its first address, and not again."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask

from marketplace.accounts.models import Account
from marketplace.core.actor import STRANGER
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.services import give_mailbox, put_contact
from tests import factories
from tests.browse import Browser
from tests.inquiries.market import NEIGHBOUR, Market, answer_path, ask, inquiries, plain, track_path
from tests.inquiries.private_words import erase

Mails = Callable[[], list[EmailMessage]]
Drain = Callable[[], int]
BOX = "hong-ha@example.org"


@pytest.fixture
def asked(market: Market, client: Browser, drain: Drain, clock: StoppedClock) -> str:
    """HTX Hồng Hà, which has no mailbox, was asked an hour ago; the buyer's private page."""
    page = track_path(ask(client, suppliers=NEIGHBOUR))
    drain()
    clock.advance(timedelta(hours=1))
    return page


def put(market: Market, *addresses: str) -> None:
    with transaction(write=True):
        put_contact(STRANGER, session.get_one(Supplier, market.neighbour.id), addresses, "+84900000013")


def mailed(mails: Mails) -> list[str]:
    """The subjects of what went to the new mailbox."""
    return [plain(str(mail["Subject"])) for mail in mails() if mail["To"] == BOX]


def test_it_is_mailed_with_the_first_address_once(market: Market, asked: str, drain: Drain, mails: Mails) -> None:
    put(market, BOX)
    drain()
    assert mailed(mails) == ["Có người hỏi mua: 2 tấn bún khô"]
    put(market, BOX, "ke-toan@example.org")
    drain()
    assert len(mailed(mails)) == 1


def test_what_is_asked_in_the_same_moment_is_mailed_once(
    market: Market, asked: str, client: Browser, drain: Drain, mails: Mails
) -> None:
    put(market, BOX)
    ask(client, suppliers=NEIGHBOUR)
    drain()
    assert len(mailed(mails)) == 1


def test_also_with_that_of_a_new_manager(app: Flask, market: Market, asked: str, drain: Drain, mails: Mails) -> None:
    with transaction(write=True):
        account: Account = factories.make_account("manager", email=BOX)
        give_mailbox(session.get_one(Supplier, market.neighbour.id), account, instead=False)
    drain()
    assert len(mailed(mails)) == 1


def test_what_was_answered_or_deleted_meanwhile_is_not(
    market: Market, asked: str, client: Browser, drain: Drain, mails: Mails, clock: StoppedClock
) -> None:
    erase(client, track_path(ask(client, suppliers=NEIGHBOUR, phone="0900 000 077", email=None)))
    clock.advance(timedelta(hours=1))
    client.submit(answer_path(inquiries()[0]), {"answer": "contacted"})
    put(market, BOX)
    drain()
    assert mailed(mails) == []
