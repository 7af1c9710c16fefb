"""The officers' call list: who stands on it, who sees it, what one tap does, and an officer's word for a supplier."""

import re
from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select, update

from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.leads.models import LeadEvent
from marketplace.suppliers.models import Mailbox, Supplier
from tests import factories
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH, TAN_LAP
from tests.inquiries.market import (
    Market,
    answer_path,
    ask,
    inquiries,
    kinds,
    leads,
    plain,
    told,
    track_path_of,
)
from tests.reports.asking import figures

LIST = "/can-bo/danh-sach-goi"
COMMUNE = "commune_officer"
SignIn = Callable[[str], Browser]


@pytest.fixture
def officer(app: Flask, clock: StoppedClock) -> Browser:
    """An officer of the commune in which both suppliers of the market lie."""
    with transaction(write=True):
        account = factories.make_account(COMMUNE)
        factories.appoint(account, QUANG_BACH)
        return browser(app, factories.begin_session_of(account))


@pytest.fixture
def asked(market: Market, client: Browser, officer: Browser) -> str:
    """HTX Hồng Luân, whom nobody speaks for, was asked by Chị Thu: the row's address."""
    standing(market, state="unclaimed")
    ask(client)
    return f"{LIST}/{leads()[0].public_id}"


def standing(market: Market, **values: object) -> None:
    """How the maker stands."""
    with transaction(write=True):
        given = {"place_id": QUANG_BACH, "legacy_place_id": TAN_LAP, **values}
        session.execute(update(Supplier).where(Supplier.id == market.maker.id).values(**given))


def listed(officer: Browser) -> list[str]:
    """The titles to ring about now."""
    text = officer.get(LIST).text.split("Đã gọi, đang đợi")[0]
    return [title.strip() for title in re.findall(r'class="job-title"><a [^>]*>(.*?)</a>', text)]


def tap(officer: Browser, row: str, outcome: str) -> None:
    answer = officer.submit(f"{row}/ket-qua", {"outcome": outcome})
    assert answer.status_code == 303, answer.text


def test_an_unclaimed_supplier_is_rung_for_at_once(asked: str, officer: Browser) -> None:
    assert len(listed(officer)) == 1
    text = officer.get(LIST).text
    assert "Chưa có ai nhận gian hàng" in text and 'href="tel:+84900000012"' in text


def test_only_who_is_unclaimed_is_given_a_code(asked: str, market: Market, officer: Browser) -> None:
    code = 'href="/can-bo/chu-the/htx-hong-luan/ma-nhan"'
    assert code in officer.get(LIST).text and code in officer.get(asked).text
    standing(market, state="claimed")
    with transaction(write=True):
        session.execute(update(Mailbox).values(undeliverable_at=now()))
    for address in (LIST, asked):
        text = officer.get(address).text
        assert "Chưa nhận được thư" in text and code not in text


def test_one_without_a_mailbox_too(market: Market, client: Browser, officer: Browser) -> None:
    standing(market)
    with transaction(write=True):
        session.execute(update(Mailbox).values(undeliverable_at=now()))
    ask(client)
    assert "Chưa nhận được thư" in officer.get(LIST).text


def test_one_who_gets_mails_has_a_day(market: Market, client: Browser, officer: Browser, clock: StoppedClock) -> None:
    standing(market)
    ask(client)
    clock.advance(timedelta(hours=24) - timedelta(minutes=1))
    assert listed(officer) == []
    clock.advance(timedelta(minutes=1))
    assert len(listed(officer)) == 1
    client.submit(answer_path(inquiries()[0]), {"answer": "contacted"})
    assert listed(officer) == []


def test_who_waits_longest_stands_first_and_overdue_is_marked(
    asked: str, client: Browser, officer: Browser, clock: StoppedClock
) -> None:
    clock.advance(timedelta(hours=47))
    ask(client, phone="0900 000 046", email=None, quantity="50 kg")
    assert "Quá hạn" not in officer.get(LIST).text
    clock.advance(timedelta(hours=2))
    assert [title.split()[0] for title in listed(officer)] == ["2", "50"]
    assert officer.get(LIST).text.count("Quá hạn") == 1


@pytest.mark.parametrize(
    ("outcome", "away"), [("told", 24), ("sent_link", 24), ("no_answer", 6), ("call_again", 2), ("wrong_number", 0)]
)
def test_an_outcome_gives_time_and_the_row_comes_back(
    asked: str, officer: Browser, clock: StoppedClock, outcome: str, away: int
) -> None:
    tap(officer, asked, outcome)
    if away:
        clock.advance(timedelta(hours=away) - timedelta(minutes=1))
        assert listed(officer) == [] and "Đã gọi, đang đợi: 1" in officer.get(LIST).text
        clock.advance(timedelta(minutes=1))
    assert len(listed(officer)) == 1
    assert "Đã thử 1 lần" in officer.get(LIST).text


def test_tries_are_counted_and_the_last_is_told_in_words(asked: str, officer: Browser, clock: StoppedClock) -> None:
    tap(officer, asked, "call_again")
    tap(officer, asked, "no_answer")
    clock.advance(timedelta(days=1))
    assert "Đã thử 2 lần, lần cuối hôm qua, 9:00: không nghe máy." in officer.get(LIST).text


def test_a_wrong_tap_is_taken_back(asked: str, officer: Browser) -> None:
    answer = officer.submit(f"{asked}/ket-qua", {"outcome": "told"})
    shown = officer.get(answer.location).text
    assert "đã báo, họ sẽ trả lời" in shown and f'action="{asked}/rut-lai"' in shown
    assert officer.submit(f"{asked}/rut-lai").status_code == 303
    assert len(listed(officer)) == 1 and "Đã thử" not in officer.get(LIST).text


def test_a_wrong_number_is_flagged_until_it_is_changed(asked: str, officer: Browser) -> None:
    tap(officer, asked, "wrong_number")
    page = "/can-bo/chu-the/htx-hong-luan"
    assert all("Số sai" in officer.get(at).text for at in ("/can-bo/chu-the", page))
    assert "Số này đã báo là sai." in officer.get(LIST).text
    officer.submit(f"{page}/lien-he", {"emails": "htx@example.org", "phone": "0900 000 012"})
    assert "Số sai" in officer.get(page).text
    officer.submit(f"{page}/lien-he", {"emails": "htx@example.org", "phone": "0900 000 019"})
    assert "Số sai" not in officer.get(page).text


def test_the_list_shows_no_phone_and_no_words_of_the_buyer(asked: str, officer: Browser) -> None:
    text = officer.get(LIST).text
    assert "Chị Thu" in text
    assert not [word for word in ("900000045", "0900 000 045", "thu@example.org", "Cần sợi nhỏ") if word in text]


def test_a_look_at_the_buyer_is_written_down(asked: str, officer: Browser) -> None:
    text = officer.get(asked).text
    assert "0900 000 045" in plain(text) and "Cần sợi nhỏ" in text
    with transaction(write=False):
        assert session.scalars(select(AuditRow).where(AuditRow.action == "view_call")).one().object_id in asked


def test_the_words_for_zalo_hold_the_signed_link_and_nothing_of_the_buyer(asked: str, officer: Browser) -> None:
    area = re.search(r"<textarea[^>]*readonly[^>]*>(.*?)</textarea>", officer.get(LIST).text, re.DOTALL)
    assert area and answer_path(inquiries()[0]) in area[1]
    assert "Thu" not in area[1] and "045" not in area[1]


def test_what_the_supplier_said_is_an_officers_word_and_answers(
    asked: str,
    officer: Browser,
    client: Browser,
    drain: Callable[[], int],
    mails: Callable[[], list[EmailMessage]],
) -> None:
    answer = officer.submit(f"{asked}/loi", {"answer": "quote", "price": "66k"})
    assert answer.status_code == 303 and listed(officer) == []
    with transaction(write=False):
        event = session.scalars(select(LeadEvent).where(LeadEvent.kind == "quoted")).one()
    assert (event.said_by, event.evidence, event.price) == ("officer", "told", 66_000)
    shown = client.get(track_path_of(inquiries()[0])).text
    assert "66.000" in shown and "cán bộ ghi giúp" in shown
    drain()
    assert [subject for to, subject in told(mails()) if to == "thu@example.org"][-1].startswith("HTX Hồng Luân đã trả")
    found = figures()
    assert (found["leads_answered"], found["answered_in_time"], found["overdue"]) == (1, 1, 0)


def test_out_of_stock_wants_a_reason(asked: str, officer: Browser) -> None:
    assert officer.submit(f"{asked}/loi", {"answer": "lost"}).status_code == 422
    assert officer.submit(f"{asked}/loi", {"answer": "lost", "reason": "season"}).status_code == 303
    assert kinds()[-1] == "lost" and figures()["lost"] == 1


def test_an_officers_word_is_taken_back_too(asked: str, officer: Browser) -> None:
    officer.submit(f"{asked}/loi", {"answer": "contacted"})
    assert listed(officer) == []
    assert officer.submit(f"{asked}/rut-lai").status_code == 303
    assert len(listed(officer)) == 1


def test_a_price_is_needed_and_what_was_typed_stays(asked: str, officer: Browser) -> None:
    answer = officer.submit(f"{asked}/loi", {"answer": "quote", "price": "", "note": "Giao tận nơi."})
    assert answer.status_code == 422 and "Giao tận nơi." in answer.text and "Hãy viết giá" in answer.text


def test_a_row_that_nobody_need_ring_about_is_hidden(market: Market, client: Browser, officer: Browser) -> None:
    """The buyer's phone is for who rings, not for who is curious."""
    standing(market)
    ask(client)
    assert officer.get(f"{LIST}/{leads()[0].public_id}").status_code == 404


def test_the_tab_counts_what_is_to_be_rung_now(asked: str, officer: Browser) -> None:
    def count() -> str:
        text = officer.get("/can-bo/chung-nhan").text
        found = re.search(r'Gọi giúp <span class="number">(\d+)</span>', text)
        return found[1] if found else "-"

    assert count() == "1"
    tap(officer, asked, "told")
    assert count() == "0"


def test_other_areas_are_hidden_and_viewers_only_look(app: Flask, asked: str) -> None:
    with transaction(write=True):
        far, viewer = factories.make_account("far"), factories.make_account("viewer")
        factories.appoint(far, "2025:15")
        factories.appoint(viewer, QUANG_BACH, "viewer")
        texts = [factories.begin_session_of(account) for account in (far, viewer)]
    stranger, looking = (browser(app, text) for text in texts)
    assert listed(stranger) == [] and stranger.get(asked).status_code == 404
    assert looking.get(asked).status_code == 200 and "Không nghe máy" not in looking.get(LIST).text
    assert looking.submit(f"{asked}/ket-qua", {"outcome": "told"}).status_code == 403
    assert looking.submit(f"{asked}/loi", {"answer": "contacted"}).status_code == 403
