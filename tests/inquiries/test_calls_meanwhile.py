"""The officers' call list when something happened meanwhile: two ring at once, a lead goes on, a row is deleted."""

from datetime import timedelta

from flask import Flask

from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from tests import factories
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH
from tests.inquiries.market import Market, answer_path, ask, inquiries, kinds, leads, plain, track_path, track_path_of
from tests.inquiries.private_words import erase
from tests.inquiries.test_call_list import LIST, asked, listed, officer, standing, tap

__all__ = ["asked", "officer"]  # fixtures
MEANWHILE = "vừa có người trả lời"


def colleague(app: Flask) -> Browser:
    """A second officer of the commune."""
    with transaction(write=True):
        account = factories.make_account("colleague")
        factories.appoint(account, QUANG_BACH)
        return browser(app, factories.begin_session_of(account))


def test_of_two_rows_in_one_lead_the_buyer_who_is_left_is_shown(asked: str, client: Browser, officer: Browser) -> None:
    erase(client, track_path(ask(client, name="Thu Hà")))
    text = officer.get(asked).text
    assert "Chị Thu" in text and "0900 000 045" in plain(text)


def test_the_second_of_two_who_ring_is_told_and_changes_nothing(app: Flask, asked: str, officer: Browser) -> None:
    second = colleague(app)
    assert second.get(asked).status_code == 200
    officer.submit(f"{asked}/loi", {"answer": "contacted"})
    before = kinds()
    for action, given in (("ket-qua", {"outcome": "told"}), ("loi", {"answer": "quote", "price": "66k"})):
        answer = second.submit(f"{asked}/{action}", given)
        assert answer.status_code == 303 and MEANWHILE in second.get(answer.location).text, action
    assert kinds() == before


def test_a_row_that_was_answered_meanwhile_shows_no_buyer(asked: str, client: Browser, officer: Browser) -> None:
    client.submit(answer_path(inquiries()[0]), {"answer": "contacted"})
    answer = officer.get(asked)
    assert answer.status_code == 303 and MEANWHILE in officer.get(answer.location).text


def test_elsewhere_nobody_is_told_that_it_was_answered(app: Flask, asked: str, client: Browser) -> None:
    client.submit(answer_path(inquiries()[0]), {"answer": "contacted"})
    with transaction(write=True):
        account = factories.make_account("far")
        factories.appoint(account, "2025:15")
        far = browser(app, factories.begin_session_of(account))
    assert far.get(asked).status_code == 404


def test_a_reopened_question_waits_on_the_list_as_on_the_board(
    app: Flask, market: Market, client: Browser, officer: Browser, clock: StoppedClock
) -> None:
    standing(market)
    with transaction(write=True):
        account = factories.make_account("member")
        factories.join(account, session.merge(market.maker))
        seller = browser(app, factories.begin_session_of(account))
    ask(client)
    client.submit(answer_path(inquiries()[0]), {"answer": "lost", "reason": "season"})
    clock.advance(timedelta(hours=30))
    assert listed(officer) == []
    page = f"/ban-hang/dau-moi/{leads()[0].public_id}"
    assert seller.submit(f"{page}/mo-lai").status_code == 303
    assert "Trả lời trước" in seller.get(page).text and len(listed(officer)) == 1
    assert officer.get(f"{LIST}/{leads()[0].public_id}").status_code == 200


def test_what_was_told_of_an_earlier_question_gives_no_time_for_a_later_one(
    asked: str, client: Browser, officer: Browser, clock: StoppedClock
) -> None:
    tap(officer, asked, "told")
    clock.advance(timedelta(hours=1))
    client.submit(answer_path(inquiries()[0]), {"answer": "contacted"})
    clock.advance(timedelta(hours=1))
    client.submit(f"{track_path_of(inquiries()[0])}/nhan", {"lead": leads()[0].public_id, "words": "Còn không?"})
    assert len(listed(officer)) == 1
