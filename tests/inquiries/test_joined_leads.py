"""A lead that a second question of the same buyer joined: each row's words, contacts and mails stay its own."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.vocabulary import AccountErased
from marketplace.app.schedule import write_due_jobs
from marketplace.catalogue.models import Product
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.outbox import emit
from marketplace.leads.models import Message
from tests import factories
from tests.browse import Browser, browser
from tests.inquiries.market import Market, answer_path, ask, inquiries, leads, plain, told, track_path
from tests.inquiries.private_words import erase


@pytest.fixture
def seller(app: Flask, market: Market) -> Browser:
    """Somebody of HTX Hồng Luân."""
    with transaction(write=True):
        account = factories.make_account("member")
        factories.join(account, session.merge(market.maker))
        return browser(app, factories.begin_session_of(account))


def lead_page(seller: Browser) -> str:
    """What the supplier reads of the one lead."""
    [lead] = leads()
    return plain(seller.get(f"/ban-hang/dau-moi/{lead.public_id}").text)


def reply(client: Browser, page: str, words: str) -> None:
    answer = client.submit(f"{page}/nhan", {"lead": leads()[0].public_id, "words": words})
    assert answer.status_code == 303, answer.text


def test_what_was_written_from_the_second_page_goes_with_its_buyer(market: Market, client: Browser) -> None:
    ask(client)
    second = track_path(ask(client, words=None))
    reply(client, second, "Gọi cháu tôi nhé.")
    erase(client, second)
    with transaction(write=False):
        assert "Gọi cháu tôi nhé." not in list(session.scalars(select(Message.body)))


def test_and_stays_when_the_first_row_is_deleted(market: Market, client: Browser, seller: Browser) -> None:
    first, second = track_path(ask(client)), track_path(ask(client, words=None))
    reply(client, second, "Gọi cháu tôi nhé.")
    erase(client, first)
    assert "Gọi cháu tôi nhé." in client.get(second).text


def test_what_was_answered_to_an_account_goes_with_it(
    app: Flask, market: Market, client: Browser, drain: Callable[[], int]
) -> None:
    with transaction(write=True):
        account = factories.make_account("trader")
        signed_in = browser(app, factories.begin_session_of(account))
    ask(client)
    client.submit(answer_path(inquiries()[0]), {"answer": "quote", "price": "66k", "note": "Chào bác."})
    ask(signed_in)
    client.submit(answer_path(inquiries()[1]), {"answer": "quote", "price": "60k", "note": "Chào chị Thu."})
    with transaction(write=True):
        emit(AccountErased(account.id))
    drain()
    with transaction(write=False):
        words = list(session.scalars(select(Message.body)))
    assert "Chào chị Thu." not in words and "Chào bác." in words, "what was written to the first row stays"


def test_what_one_wrote_is_not_read_on_the_page_of_who_typed_the_same_number(market: Market, client: Browser) -> None:
    first = track_path(ask(client))
    second = track_path(ask(client, name="Kẻ Tò Mò", email=None, words="Còn hàng không?"))
    reply(client, first, "Giao về 12 Ngõ Bí Mật.")
    reply(client, second, "Tôi hỏi thêm.")
    for path in ("", "/du-lieu/ban-sao.json"):
        assert "Ngõ Bí Mật" not in client.get(second + path).text, path
        assert "Tôi hỏi thêm." not in client.get(first + path).text and "Còn hàng không?" not in client.get(first).text
    assert "Ngõ Bí Mật" in client.get(first).text and "Tôi hỏi thêm." in client.get(second).text


def test_writing_again_doesnt_bring_back_an_older_contact(market: Market, client: Browser, seller: Browser) -> None:
    ask(client, email=None)
    second = track_path(ask(client, name="Thu Hà", words="Hỏi lại.", email="thu.ha@example.org"))
    reply(client, second, "Còn không ạ?")
    text = lead_page(seller)
    assert "Thu Hà" in text and "thu.ha@example.org" in text


def test_a_new_number_is_seen_without_any_words(market: Market, client: Browser, seller: Browser) -> None:
    ask(client)
    ask(client, phone="0900 000 077", words=None)
    assert "0900 000 077" in lead_page(seller)


def test_a_question_without_words_stays_on_the_board(market: Market, client: Browser, seller: Browser) -> None:
    first = track_path(ask(client))
    ask(client, words=None)
    erase(client, first)
    assert "chưa có việc" not in seller.get("/ban-hang/").text


def test_the_name_that_the_supplier_writes_down_is_kept(market: Market, client: Browser, seller: Browser) -> None:
    ask(client, name=None)
    with transaction(write=False):
        product = session.scalars(select(Product.public_id)).one()
    typed = {"channel": "phone", "product": product, "name": "Chị Bưởi", "phone": "0900 000 045"}
    assert seller.submit("/ban-hang/dau-moi/ghi-moi", typed).status_code == 303
    assert "Chị Bưởi" in lead_page(seller)


def test_but_not_before_what_the_buyer_said(market: Market, client: Browser, seller: Browser) -> None:
    ask(client)
    with transaction(write=False):
        product = session.scalars(select(Product.public_id)).one()
    typed = {"channel": "phone", "product": product, "name": "Chị Bưởi", "phone": "0900 000 045"}
    assert seller.submit("/ban-hang/dau-moi/ghi-moi", typed).status_code == 303
    text = lead_page(seller)
    assert "Chị Thu" in text and "Chị Bưởi" not in text


def test_who_asked_in_a_lead_that_still_runs_is_not_forgotten(
    market: Market, client: Browser, clock: StoppedClock, drain: Callable[[], int]
) -> None:
    ask(client, email=None)
    second = track_path(ask(client, words=None))
    clock.advance(timedelta(days=700))
    client.submit(answer_path(inquiries()[0]), {"answer": "contacted"})
    clock.advance(timedelta(days=100))
    write_due_jobs()
    drain()
    assert client.get(second).status_code == 200


def answer_mails(mails: list[EmailMessage]) -> list[str]:
    """To whom it was written that the supplier has answered."""
    return [to for to, subject in told(mails) if "đã trả lời" in subject]


def test_the_answer_is_mailed_to_the_address_of_the_first_question(
    market: Market, client: Browser, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]
) -> None:
    ask(client)
    ask(client, email=None)
    client.submit(answer_path(inquiries()[1]), {"answer": "quote", "price": "66k"})
    drain()
    assert answer_mails(mails()) == ["thu@example.org"]


def test_also_when_the_second_row_was_deleted(
    market: Market, client: Browser, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]
) -> None:
    ask(client)
    erase(client, track_path(ask(client)))
    client.submit(answer_path(inquiries()[0]), {"answer": "quote", "price": "66k"})
    drain()
    assert answer_mails(mails()) == ["thu@example.org"]
