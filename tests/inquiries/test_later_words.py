"""What a buyer writes or decides after the question reaches the supplier's mailboxes too, and not without end."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest

from marketplace.core.actor import STRANGER
from marketplace.core.db import session, transaction
from marketplace.leads.models import Lead
from marketplace.leads.services import NewEvent, record_event
from tests.browse import Browser
from tests.inquiries.market import Market, answer_path, ask, inquiries, leads, told, track_path
from tests.inquiries.private_words import erase

Mails = Callable[[], list[EmailMessage]]
Drain = Callable[[], int]
BOXES = "htx@example.org, giam-doc@example.org"


@pytest.fixture
def page(market: Market, client: Browser, drain: Drain) -> str:
    """Chị Thu asked HTX Hồng Luân, got a price, and all mails about that were written; her private page."""
    page = track_path(ask(client))
    client.submit(answer_path(inquiries()[0]), {"answer": "quote", "price": "66k"})
    drain()
    return page


def later(mails: Mails) -> list[EmailMessage]:
    """The mails to the supplier after the first."""
    return [mail for mail in mails() if mail["To"] == BOXES][1:]


def write(client: Browser, page: str, words: str) -> None:
    answer = client.submit(f"{page}/nhan", {"lead": leads()[0].public_id, "words": words})
    assert answer.status_code == 303, answer.text


def test_what_the_buyer_writes_is_mailed_with_the_page_to_answer_on(
    page: str, client: Browser, drain: Drain, mails: Mails
) -> None:
    write(client, page, "Giao thứ Bảy được không?")
    drain()
    [mail] = later(mails)
    assert told([mail]) == [(BOXES, "Người mua nhắn thêm: 2 tấn bún khô")]
    assert "Giao thứ Bảy được không?" in mail.get_content() and answer_path(inquiries()[0]) in mail.get_content()


def test_the_page_in_the_mail_takes_another_answer(page: str, client: Browser) -> None:
    link = answer_path(inquiries()[0])
    assert "Đã gửi trả lời" in client.get(link).text
    write(client, page, "Giao thứ Bảy được không?")
    write(client, page, "Hay Chủ nhật?")
    text = client.get(link).text
    assert "Giao thứ Bảy được không? · Hay Chủ nhật?" in text and "Gửi báo giá" in text
    client.submit(link, {"answer": "quote", "price": "65k"})
    assert "Đã gửi trả lời" in client.get(link).text


def test_before_any_answer_all_words_stand_there(market: Market, client: Browser) -> None:
    page = track_path(ask(client))
    write(client, page, "Hay 3 tấn?")
    assert "Cần sợi nhỏ, đóng bao 10 kg. · Hay 3 tấn?" in client.get(answer_path(inquiries()[0])).text


@pytest.mark.parametrize(("decision", "subject"), [("buy", "Người mua nhắn thêm"), ("no", "Người mua không mua nữa")])
def test_so_is_what_the_buyer_decides(
    page: str, client: Browser, drain: Drain, mails: Mails, decision: str, subject: str
) -> None:
    client.submit(f"{page}/quyet-dinh", {"lead": leads()[0].public_id, "decision": decision})
    drain()
    assert [words for _to, words in told(later(mails))] == [f"{subject}: 2 tấn bún khô"]


def test_a_repeated_question_has_its_own_mail_alone(page: str, client: Browser, drain: Drain, mails: Mails) -> None:
    ask(client, words=None)
    drain()
    assert [words for _to, words in told(later(mails))] == ["Có người hỏi mua: 2 tấn bún khô"]


def test_a_mailbox_is_not_filled(page: str, client: Browser, drain: Drain, mails: Mails) -> None:
    for number in range(7):
        write(client, page, f"Lần {number}")
    drain()
    assert len(later(mails)) == 5


def test_it_goes_with_the_buyer(page: str, client: Browser, drain: Drain, mails: Mails) -> None:
    write(client, page, "Đã viết.")
    drain()
    write(client, page, "Còn đợi.")
    erase(client, page)
    drain()
    assert [mail for mail in mails() if mail["To"] == BOXES] == []


def test_what_a_spammer_writes_stays_unseen(page: str, client: Browser, drain: Drain, mails: Mails) -> None:
    second = track_path(ask(client, phone="0900 000 077", email=None))
    drain()
    before = len(later(mails))
    with transaction(write=True):
        lead = session.get_one(Lead, leads()[1].id)
        record_event(STRANGER, lead, NewEvent("marked_spam"))
    answer = client.submit(f"{second}/nhan", {"lead": leads()[1].public_id, "words": "Mua đi!"})
    assert answer.status_code == 303
    drain()
    assert len(later(mails)) == before
