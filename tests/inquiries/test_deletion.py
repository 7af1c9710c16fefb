"""What is kept of a buyer is deleted: by the private link, with the account, after two quiet years.

No figure changes, and no word stays.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account
from marketplace.accounts.vocabulary import AccountErased
from marketplace.app.schedule import write_due_jobs
from marketplace.core.actor import STRANGER
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock, today
from marketplace.core.db import session, transaction
from marketplace.core.outbox import emit
from marketplace.leads.models import Lead, LeadEvent, Party
from marketplace.leads.queries import parties_of_account
from marketplace.leads.services import erase_party
from marketplace.reports.vocabulary import BREAKDOWNS, INDICATORS
from tests import factories
from tests.browse import Browser, browser
from tests.inquiries.market import Market, answer_path, ask, inquiries, leads, plain, track_path
from tests.inquiries.private_words import ASKED, PRIVATE, erase, requested, traces
from tests.reports.asking import reported


def everything_counted() -> dict[tuple[str, ...], Any]:
    """Every indicator with all its breakdowns, as known at every day since the first question."""
    first = date(2026, 11, 23)
    found: dict[tuple[str, ...], Any] = {}
    for days in range((today() - first).days + 1):
        day = (first + timedelta(days=days)).isoformat()
        report = reported(as_of=day)
        for indicator in INDICATORS:
            lines = report.lines[indicator.code]
            found[day, indicator.code] = indicator.number(lines)
            for breakdown in BREAKDOWNS:
                keys = sorted(str(breakdown.key_of(line)) for line in lines)
                found[day, indicator.code, breakdown.code] = keys
    return found


def test_deletion_asks_once_and_says_what_stays(tracked: str, client: Browser) -> None:
    assert f"{tracked}/du-lieu/xoa" in client.get(f"{tracked}/du-lieu").text
    text = client.get(f"{tracked}/du-lieu/xoa").text
    assert "Mất hẳn" in text and "Còn lại" in text and requested() == []
    assert client.submit(f"{tracked}/du-lieu/xoa", {"kind": "everything"}).status_code == 422
    assert requested() == []


@pytest.mark.parametrize("kind", ["deletion", "withdrawal"])
def test_after_a_deletion_no_trace_is_left_anywhere(
    tracked: str, client: Browser, drain: Callable[[], int], kind: str
) -> None:
    assert {word for word, _where in traces()} == set(PRIVATE)  # else nothing were proved by not finding them
    erase(client, tracked, kind)
    drain()
    assert traces() == []
    assert requested() == [(kind, True)]


def test_a_deletion_changes_no_figure_of_any_day(
    tracked: str, client: Browser, clock: StoppedClock, drain: Callable[[], int]
) -> None:
    clock.advance(timedelta(days=2))
    ask(client, phone="0900 000 046", email=None)
    clock.advance(timedelta(days=1))
    before = everything_counted()
    assert before["2026-11-27", "leads_received"] == 2
    erase(client, tracked)
    drain()
    assert everything_counted() == before


def test_leads_and_events_stay(tracked: str, client: Browser) -> None:
    def facts() -> list[tuple[Any, ...]]:
        with transaction(write=False):
            return [
                tuple(row)
                for table in (Lead.__table__, LeadEvent.__table__)
                for row in session.execute(select(table).order_by(table.c.id))
            ]

    before = facts()
    erase(client, tracked)
    assert facts() == before


def test_the_private_page_says_that_it_was_deleted(tracked: str, client: Browser) -> None:
    erase(client, tracked)
    answer = client.get(tracked)
    assert answer.status_code == 410 and "Đã xóa theo yêu cầu" in answer.text and "24/11/2026" in answer.text
    assert "Bún" not in answer.text
    for path in ("/du-lieu", "/du-lieu/ban-sao.json", "/du-lieu/xoa"):
        assert client.get(tracked + path).status_code == 404
    for path in ("/du-lieu/xoa", "/du-lieu/sua", "/nhan", "/quyet-dinh"):
        assert client.submit(tracked + path, {"kind": "deletion", "words": "Chị Thu đây"}).status_code == 404


def test_the_suppliers_pages_say_so_without_failing(app: Flask, tracked: str, client: Browser) -> None:
    erase(client, tracked)
    with transaction(write=True):
        signed_in = browser(app, factories.begin_session_of(session.scalars(select(Account)).one()))
    lead = leads()[0].public_id
    for page in (f"/ban-hang/dau-moi/{lead}", "/ban-hang/dau-moi", answer_path(inquiries()[0])):
        shown = signed_in.get(page)
        assert shown.status_code == 200 and "Đã xóa theo yêu cầu" in shown.text, page
        assert not [word for word in PRIVATE if word in plain(shown.text)]
    board = signed_in.get("/ban-hang/")
    assert board.status_code == 200 and "chưa có việc" in board.text  # she had written again, and nobody can answer now
    assert signed_in.get(f"/ban-hang/dau-moi/{lead}/bao-gia").status_code == 200


def test_a_mail_that_still_waits_is_not_written(
    market: Market, client: Browser, drain: Callable[[], int], mails: Callable[[], list[Any]]
) -> None:
    page = track_path(ask(client, **ASKED))
    erase(client, page)
    drain()
    assert mails() == []


def test_who_asks_with_anothers_number_reaches_nothing_of_that_one(market: Market, client: Browser) -> None:
    first, second = track_path(ask(client, **ASKED)), track_path(ask(client, **ASKED))
    copy = client.get(f"{second}/du-lieu/ban-sao.json").json
    assert copy and len(copy["inquiries"]) == 1
    erase(client, second)
    assert "Cần sợi nhỏ" in client.get(first).text


def test_a_deleted_account_takes_its_buyers_along(app: Flask, market: Market, drain: Callable[[], int]) -> None:
    with transaction(write=True):
        account = factories.make_account("trader")
        token = factories.begin_session_of(account)
    signed_in = browser(app, token)
    page = track_path(ask(signed_in, **ASKED))
    drain()
    with transaction(write=True):
        assert len(parties_of_account(account.id)) == 1
        emit(AccountErased(account.id))
    drain()
    assert traces() == [] and signed_in.get(page).status_code == 410


def test_erasing_twice_is_erasing_once(tracked: str) -> None:
    for _ in range(2):
        with transaction(write=True):
            erase_party(STRANGER, session.scalars(select(Party)).one())
    with transaction(write=False):
        assert len(session.scalars(select(AuditRow).where(AuditRow.action == "erase_party")).all()) == 1


def test_after_two_quiet_years_the_nightly_job_erases(
    tracked: str, client: Browser, clock: StoppedClock, drain: Callable[[], int]
) -> None:
    def night_of(days: int) -> list[tuple[str, str]]:
        clock.advance(timedelta(days=days))
        write_due_jobs()
        drain()
        return traces()

    clock.advance(timedelta(days=300))
    client.submit(f"{tracked}/nhan", {"lead": leads()[0].public_id, "words": "Sợi nhỏ còn không?"})
    assert night_of(729)
    assert night_of(3) == []
    with transaction(write=False):
        logged = session.scalars(select(AuditRow).where(AuditRow.action == "erase_quiet").order_by(AuditRow.id)).all()
    assert [row.details["count"] for row in logged] == [0, 1]
    assert client.get(tracked).status_code == 410
