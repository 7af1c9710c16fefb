"""The main story: from a cooperative's list to a figure that opens to its leads."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import select

from marketplace.app.commands import main
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.settings import settings
from marketplace.inquiries.models import Inquiry
from tests import factories
from tests.browse import Browser, browser
from tests.mails import link_in

LIST = Path(__file__).parent / "cooperatives.csv"
NOODLES = "/san-pham/bun-kho-hong-luan"
OFFICER_PAGE = "/can-bo/chu-the/htx-hong-luan"


class Thread:
    """The persons of the story, each with a browser, and the steps that they take."""

    def __init__(self, app: Flask, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]) -> None:
        self.app, self.drain, self.mails = app, drain, mails
        self.trader = browser(app)
        with transaction(write=True):
            account = factories.make_account("officer")
            factories.appoint(account, "pre2025:064")
            self.officer = browser(app, factories.begin_session_of(account))

    def officer_imports_the_list(self) -> None:
        outcome = CliRunner().invoke(main, ["import", "products", str(LIST), "--data", str(settings().data_folder)])
        assert outcome.exit_code == 0, outcome.output
        assert settings().index_folder.is_dir(), "an import returns when what it took can be searched"

    def officer_enters_contact_and_member(self) -> Browser:
        entered = self.officer.submit(f"{OFFICER_PAGE}/lien-he", {"emails": "htx@example.org", "phone": "0900 000 012"})
        assert entered.status_code == 303
        invited = self.officer.submit(f"{OFFICER_PAGE}/nguoi-dung", {"to": "giam-doc@example.org", "role": "manager"})
        assert invited.status_code == 303
        self.drain()
        link = link_in(self.mails()[-1], "/loi-moi/")
        with transaction(write=True):
            account = factories.make_account("lan", email="giam-doc@example.org")
            member = browser(self.app, factories.begin_session_of(account))
        assert member.submit(link).location.endswith("/ban-hang/")
        return member

    def trader_searches(self, words: str) -> str:
        return self.trader.get("/san-pham", query_string={"q": words}).text

    def trader_asks(self) -> str:
        wanted_by = date(2026, 12, 15)
        answer = self.trader.fill(
            f"{NOODLES}/hoi-hang",
            "/hoi-hang",
            quantity="2 tấn",
            phone="0900 000 045",
            words="Cần sợi nhỏ, đóng bao 10 kg.",
            by=wanted_by.strftime("%d/%m/%Y"),
            place="Hà Nội",
            name="Thu",
            suppliers="htx-hong-luan",
            consent="y",
        )
        assert answer.status_code == 303, answer.text
        self.drain()
        return urlsplit(answer.location).path

    def supplier_quotes_by_the_link(self) -> None:
        mail = self.mails()[-1]
        assert mail["To"] == "htx@example.org"
        answer = self.trader.fill(
            link_in(mail, "/tra-loi/"), price="66k", deliverable="yes", note="Giao tận nơi.", answer="quote"
        )
        assert answer.status_code == 303, answer.text

    def supplier_records(self, member: Browser, clock: StoppedClock) -> None:
        board = member.get("/ban-hang/").text
        lead = re.search(r'href="(/ban-hang/dau-moi/[a-z0-9]{20})"', board)
        assert lead, board
        clock.advance(timedelta(minutes=5))
        for step, fields in (
            ("contract", {"value": "45 000 000", "on": "2026-11-24"}),
            ("delivered", {"quantity": "2 tấn", "value": "45tr", "on": "2026-11-24"}),
        ):
            page = f"{lead[1]}/ghi/{step}"
            answer = member.submit(page, {**fields, "form_key": f"a-key-for-{step}"})
            assert answer.status_code == 303, answer.text

    def figures(self, **query: str) -> dict[str, str]:
        """Label → number of the officer's report of the quarter."""
        text = self.officer.get("/can-bo/bao-cao", query_string={"ky": "2026-Q4", "vung": "pre2025:064", **query}).text
        found = re.findall(r'<li class="figure.*?</li>', text, re.DOTALL)
        return {_plain(figure, "figure-label"): _plain(figure, "figure-number") for figure in found}


def _plain(html: str, name: str) -> str:
    found = re.search(rf'class="{name}[^"]*"[^>]*>(.*?)<', html, re.DOTALL)
    return found[1].strip() if found else ""


@pytest.fixture
def thread(
    app: Flask, clock: StoppedClock, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]
) -> Thread:
    return Thread(app, drain, mails)


def test_from_a_list_to_a_figure_that_opens(thread: Thread, clock: StoppedClock) -> None:
    thread.officer_imports_the_list()
    member = thread.officer_enters_contact_and_member()
    for words in ("bun kho", "bún khô"):
        assert NOODLES in thread.trader_searches(words)
    private_page = thread.trader_asks()
    clock.advance(timedelta(hours=1))
    thread.supplier_quotes_by_the_link()
    read = thread.trader.get(private_page).text
    assert "66.000" in read and "132.000.000" in read and "Giao tận nơi." in read
    thread.supplier_records(member, clock)
    thread.drain()

    figures = thread.figures()
    assert figures["yêu cầu mua nhận được"] == "1"
    assert figures["trả lời trong 2 ngày"] == "1"
    assert figures["hợp đồng mua bán"] == "1"
    assert figures["lần giao hàng"] == "1"
    page = thread.officer.get("/can-bo/bao-cao?ky=2026-Q4&vung=pre2025:064").text
    assert "45 triệu đồng" in page.replace("\u00a0", " ")
    for href in set(re.findall(r'href="(/can-bo/bao-cao/mo/[^"]+)"', page)):
        opened = thread.officer.get(href.replace("&amp;", "&"))
        assert opened.status_code == 200

    yesterday = thread.figures(den="2026-11-23")
    assert set(yesterday.values()) <= {"0", "-"}, yesterday


def test_a_double_tap_makes_one(thread: Thread) -> None:
    thread.officer_imports_the_list()
    fields = {"quantity": "2 tấn", "phone": "0900 000 045", "suppliers": "htx-hong-luan", "consent": "y"}
    answers = [thread.trader.post(f"{NOODLES}/hoi-hang", data={**fields, "form_key": "the-same-key"}) for _ in range(2)]
    assert answers[0].location == answers[1].location
    with transaction(write=False):
        assert len(session.scalars(select(Inquiry.id)).all()) == 1


def test_a_form_with_every_field_wrong_keeps_what_was_typed(thread: Thread) -> None:
    thread.officer_imports_the_list()
    typed = {"quantity": "2", "phone": "0900 000 04", "by": "32/13/2026", "email": "thu@", "words": "Cần sợi nhỏ"}
    answer = thread.trader.fill(f"{NOODLES}/hoi-hang", "/hoi-hang", **typed)
    assert answer.status_code == 422
    assert all(value in answer.text for value in typed.values())
    assert answer.text.count("field-error") >= 5
