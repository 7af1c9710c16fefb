"""What is kept of a buyer, read, copied, corrected, deleted by the private link: no figure changes, no word stays."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
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
from marketplace.core.db import Base, database, session, transaction
from marketplace.core.outbox import emit
from marketplace.core.settings import settings
from marketplace.inquiries.models import DataRequest
from marketplace.inquiries.vocabulary import CONSENT_VERSION, CONSENT_VERSIONS
from marketplace.leads.models import Lead, LeadEvent, Party
from marketplace.leads.queries import parties_of_account
from marketplace.leads.services import erase_party
from marketplace.reports.vocabulary import BREAKDOWNS, INDICATORS
from tests import factories
from tests.browse import Browser, browser
from tests.inquiries.market import Market, answer_path, ask, error_of, inquiries, leads, plain, track_path
from tests.reports.asking import reported

PRIVATE = ("Thu Kín Tiếng", "900000045", "0900 000 045", "thu.kin@example.org", "sợi nhỏ", "Ngõ Bí Mật", "giao tận ngõ")
ASKED = {
    "name": "Chị Thu Kín Tiếng",
    "email": "thu.kin@example.org",
    "words": "Cần sợi nhỏ, gọi 0900 000 045.",
    "place": "12 Ngõ Bí Mật",
}
# What was agreed to is what was read: a text that is to change is a new file, with a version of its own.
TEXTS = {
    "2026-11": "6c015249e3c70624",
    "2026-11-24": "4d6dd83a18c93290",
}


@pytest.fixture
def tracked(market: Market, client: Browser, drain: Callable[[], int]) -> str:
    """Chị Thu asked, wrote again and was answered, and all mails were written; her private page."""
    with transaction(write=True):
        account = factories.make_account("member")
        factories.join(account, session.merge(market.maker))
    page = track_path(ask(client, **ASKED))
    [inquiry] = inquiries()
    client.submit(answer_path(inquiry), {"answer": "quote", "price": "66k", "note": "Bên em giao tận ngõ."})
    client.submit(f"{page}/nhan", {"lead": leads()[0].public_id, "words": "Sợi nhỏ thật nhé."})
    drain()
    return page


def kept_words() -> Iterator[tuple[str, str]]:
    """(where, text) of every text column of every table, and of every file of the data folder."""
    with transaction(write=False):
        for table in Base.metadata.tables.values():
            for row in session.execute(select(table)).mappings():
                yield from ((f"{table.name}.{name}", str(value)) for name, value in row.items() if value is not None)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    for path in sorted(settings().data_folder.rglob("*")):
        if path.is_file():
            yield path.name, path.read_bytes().decode("utf-8", "ignore")


def traces() -> list[tuple[str, str]]:
    """Where something of the buyer still stands."""
    return [(word, where) for where, kept in kept_words() for word in PRIVATE if word.lower() in plain(kept).lower()]


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


def erase(client: Browser, page: str, kind: str = "deletion") -> None:
    answer = client.submit(f"{page}/du-lieu/xoa", {"kind": kind})
    assert answer.status_code == 303, answer.text


def test_what_is_kept_is_told_in_plain_words(tracked: str, client: Browser) -> None:
    text = plain(client.get(f"{tracked}/du-lieu").text)
    for word in ("Chị Thu Kín Tiếng", "0900 000 045", "thu.kin@example.org", "Cần sợi nhỏ, gọi", "12 Ngõ Bí Mật"):
        assert word in text
    assert f"bản {CONSENT_VERSION}" in text and f"?ban={CONSENT_VERSION}" in text
    assert f'href="{tracked}/du-lieu"' in client.get(tracked).text


def test_a_copy_holds_everything_and_is_noted(tracked: str, client: Browser) -> None:
    answer = client.get(f"{tracked}/du-lieu/ban-sao.json")
    assert (
        answer.headers["Content-Disposition"].startswith("attachment") and answer.headers["Cache-Control"] == "no-store"
    )
    copy = answer.json
    assert copy and copy["person"]["phone"] == "+84900000045" and copy["person"]["name"] == "Chị Thu Kín Tiếng"
    [asked] = copy["inquiries"]
    assert asked["message"] == ASKED["words"] and asked["consent"]["version"] == CONSENT_VERSION
    assert [told["words"] for told in asked["history"]] == [ASKED["words"], "Bên em giao tận ngõ.", "Sợi nhỏ thật nhé."]
    assert requested() == [("copy", True)]


def requested() -> list[tuple[str, bool]]:
    """(kind, whether it was done) of what buyers asked about their data."""
    with transaction(write=False):
        rows = session.scalars(select(DataRequest).order_by(DataRequest.id))
        return [(row.kind, row.done_at is not None) for row in rows]


def test_a_correction_reaches_the_supplier(tracked: str, client: Browser) -> None:
    given = {"name": "Chị Thu Hà", "phone": "0900 000 047", "email": "", "place": "Hà Nội"}
    assert client.submit(f"{tracked}/du-lieu/sua", given).status_code == 303
    text = plain(client.get(answer_path(inquiries()[0])).text)
    assert "Chị Thu Hà" in text and "0900 000 047" in text
    assert requested() == [("correction", True)]


def test_one_way_to_answer_must_stay(tracked: str, client: Browser) -> None:
    answer = client.submit(f"{tracked}/du-lieu/sua", {"name": "Chị Thu Hà", "phone": "", "email": ""})
    assert answer.status_code == 422 and "Hãy để lại" in error_of(answer, "phone")
    assert 'value="Chị Thu Hà"' in answer.text and requested() == []


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


@pytest.mark.parametrize("version", CONSENT_VERSIONS)
def test_every_text_that_was_agreed_to_can_still_be_read_and_is_the_same(client: Browser, version: str) -> None:
    answer = client.get(f"/du-lieu-ca-nhan?ban={version}")
    assert answer.status_code == 200 and f"Bản {version}," in answer.text
    path = Path(__file__).parents[2] / "templates" / "site" / "privacy" / f"{version}.html"
    assert sha256(path.read_bytes()).hexdigest()[:16] == TEXTS[version], "an agreed text is never changed"


def test_the_newest_text_is_shown_and_no_other_exists(client: Browser) -> None:
    assert f"Bản {CONSENT_VERSION}," in client.get("/du-lieu-ca-nhan").text
    assert client.get("/du-lieu-ca-nhan?ban=2027-01").status_code == 404
    assert re.search(r"ban=2026-11\b", client.get("/du-lieu-ca-nhan").text)
