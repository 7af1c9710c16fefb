"""The supplier's page behind the link in the mail: an answer without signing in."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from sqlalchemy import select, update

from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.links import private_token
from marketplace.core.outbox import OutboxRow
from marketplace.inquiries.models import Inquiry
from marketplace.inquiries.queries import answer_token
from marketplace.inquiries.vocabulary import TRACK
from marketplace.leads.models import LeadEvent
from marketplace.suppliers.models import Supplier
from tests.browse import Browser
from tests.inquiries.market import (
    MAKER,
    NEIGHBOUR,
    answer_path,
    ask,
    error_of,
    inquiries,
    kinds,
    plain,
    told,
    track_path_of,
)

pytestmark = pytest.mark.usefixtures("market")
Mails = Callable[[], list[EmailMessage]]
Drain = Callable[[], int]
QUOTE = {"answer": "quote", "price": "66k", "deliverable": "yes", "note": "Giao tận nơi."}


@pytest.fixture
def asked(client: Browser) -> Inquiry:
    """Chị Thu has asked HTX Hồng Luân."""
    ask(client)
    return inquiries()[0]


def last_event() -> LeadEvent:
    with transaction(write=False):
        return session.scalars(select(LeadEvent).order_by(LeadEvent.id.desc())).first()  # type: ignore[return-value]


def test_opening_the_page_changes_nothing(asked: Inquiry, client: Browser) -> None:
    answer = client.get(answer_path(asked))
    assert answer.status_code == 200
    assert "0900 000 045" in answer.text
    assert "Cần sợi nhỏ" in answer.text
    assert kinds() == ["created"]


def test_a_quote(asked: Inquiry, client: Browser) -> None:
    assert client.fill(answer_path(asked), **QUOTE).status_code == 303
    event = last_event()
    assert (event.kind, event.said_by, event.price, event.price_unit) == ("quoted", "supplier", 66_000, "kg")
    assert (event.deliverable, event.account_id) == ("yes", None)
    assert "Đã gửi trả lời" in client.get(answer_path(asked)).text


def test_the_buyer_was_called(asked: Inquiry, client: Browser) -> None:
    assert client.post(answer_path(asked), data={"answer": "contacted"}).status_code == 303
    assert kinds() == ["created", "contacted"]


def test_nothing_to_sell(asked: Inquiry, client: Browser) -> None:
    fields = {"answer": "lost", "reason": "season", "why": "Hết vụ"}
    assert client.post(answer_path(asked), data=fields).status_code == 303
    assert (last_event().kind, last_event().reason) == ("lost", "season")


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"price": ""}, "price", "Hãy viết giá"),
        ({"price": "rẻ"}, "price", ""),
        ({"price": "-5"}, "price", ""),
        ({"price": "0"}, "price", "Hãy ghi một số lớn hơn 0."),
        ({"deliverable": "maybe"}, "deliverable", "Hãy chọn trong các ý ở đây."),
        ({"note": "a" * 2001}, "note", "Dài quá 2000 ký tự"),
        ({"answer": "lost"}, "reason", "Hãy chọn một lý do."),
        ({"answer": "lost", "reason": "bored"}, "reason", "Hãy chọn một lý do."),
        ({"answer": "lost", "reason": "price", "why": "a" * 301}, "why", "Dài quá 300 ký tự"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    asked: Inquiry, client: Browser, fields: dict[str, str], field: str, said: str
) -> None:
    given = {**QUOTE, "form_key": "the-key-of-this-form", **fields}
    answer = client.post(answer_path(asked), data=given)
    assert answer.status_code == 422
    assert error_of(answer, field)
    assert said in error_of(answer, field)
    assert "Giao tận nơi." in answer.text or "note" in fields
    assert "the-key-of-this-form" in answer.text
    assert kinds() == ["created"]


def test_an_answer_that_there_is_not(asked: Inquiry, client: Browser) -> None:
    assert client.post(answer_path(asked), data={"answer": "dance"}).status_code == 422
    assert kinds() == ["created"]


def test_a_double_tap_answers_once(asked: Inquiry, client: Browser) -> None:
    fields = {**QUOTE, "form_key": "the-same-key"}
    answers = [client.post(answer_path(asked), data=fields) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert kinds() == ["created", "quoted"]


def test_a_second_thought_is_a_second_answer(asked: Inquiry, client: Browser) -> None:
    client.fill(answer_path(asked), **QUOTE, form_key="the-key")
    client.post(answer_path(asked), data={**QUOTE, "price": "64k", "form_key": "the-key"})
    assert kinds() == ["created", "quoted", "quoted"]
    assert "64.000" in plain(client.get(track_path_of(asked)).text)


def test_after_no_nothing_follows(asked: Inquiry, client: Browser) -> None:
    client.post(answer_path(asked), data={"answer": "lost", "reason": "season"})
    answer = client.post(answer_path(asked), data=QUOTE)
    assert answer.status_code == 422
    assert "Đầu mối này đã khép lại." in answer.text
    assert kinds() == ["created", "lost"]


def test_who_asks_again_is_answered_again(asked: Inquiry, client: Browser, clock: StoppedClock) -> None:
    client.fill(answer_path(asked), **QUOTE)
    clock.advance(timedelta(days=1))
    ask(client)
    assert "Gửi báo giá" in client.get(answer_path(inquiries()[1])).text


def test_the_pages_are_kept_by_nobody_and_set_no_cookie(asked: Inquiry, client: Browser) -> None:
    for answer in (client.get(answer_path(asked)), client.fill(answer_path(asked), **QUOTE)):
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("forge", [lambda row: "x", lambda row: private_token(TRACK, row.public_id)])
def test_a_wrong_or_foreign_link_opens_nothing(
    asked: Inquiry, client: Browser, forge: Callable[[Inquiry], str]
) -> None:
    path = f"/tra-loi/{forge(asked)}"
    assert client.get(path).status_code == 404
    assert client.post(path, data=QUOTE).status_code == 404
    assert kinds() == ["created"]


@pytest.mark.parametrize("fields", [QUOTE, {"answer": "contacted"}, {"answer": "lost", "reason": "season"}])
def test_the_buyer_is_told_where_to_read_the_answer(
    asked: Inquiry, client: Browser, drain: Drain, mails: Mails, fields: dict[str, str]
) -> None:
    client.post(answer_path(asked), data=fields)
    drain()
    assert told(mails())[2:] == [("thu@example.org", "HTX Hồng Luân đã trả lời về Bún khô")]
    assert f"http://localhost{track_path_of(asked)}" in mails()[2].get_content()


def test_a_buyer_without_address_is_not(client: Browser, drain: Drain, mails: Mails) -> None:
    ask(client, email="")
    client.fill(answer_path(inquiries()[0]), **QUOTE)
    drain()
    assert [to for to, _ in told(mails())] == ["htx@example.org, giam-doc@example.org"]


def test_an_answer_goes_to_who_had_asked_before_it(
    client: Browser, drain: Drain, mails: Mails, clock: StoppedClock
) -> None:
    ask(client, email="first@example.org")
    clock.advance(timedelta(minutes=1))
    client.fill(answer_path(inquiries()[0]), **QUOTE)
    clock.advance(timedelta(minutes=1))
    ask(client, email="second@example.org")
    drain()
    assert [to for to, subject in told(mails()) if "đã trả lời" in subject] == ["first@example.org"]


def test_what_the_buyer_says_is_not_mailed_back(asked: Inquiry, client: Browser, drain: Drain, mails: Mails) -> None:
    client.fill(track_path_of(asked), "/nhan", words="Giao sáng sớm được không?")
    drain()
    assert [subject for to, subject in told(mails()) if to == "thu@example.org"] == ["Câu hỏi của bạn về Bún khô"]


def test_one_suppliers_link_answers_for_him_alone(client: Browser) -> None:
    ask(client, suppliers=[MAKER, NEIGHBOUR])
    first, second = inquiries()
    client.fill(answer_path(second), **QUOTE)
    assert "Gửi báo giá" in client.get(answer_path(first)).text
    with transaction(write=False):
        assert last_event().lead_id == second.lead_id
        assert not session.scalars(select(OutboxRow).where(OutboxRow.payload.is_(None))).all()


def test_after_a_hand_over_links_of_old_mails_only_lead_to_the_sign_in(asked: Inquiry, client: Browser) -> None:
    """Whoever held the organisation's mails before reads nothing of the buyer, and answers nothing."""
    path, other = answer_path(asked), f"/tra-loi/{answer_token(asked.public_id, 1)}"
    assert client.get(other).status_code == 410, "a link of tomorrow opens nothing today"
    with transaction(write=True):
        session.execute(update(Supplier).where(Supplier.id == asked.supplier_id).values(link_epoch=1))
    dead = client.get(path)
    assert dead.status_code == 410 and "Đăng nhập" in dead.text
    assert not [word for word in ("0900 000 045", "Cần sợi nhỏ", "2 tấn", "Thu") if word in dead.text]
    assert client.submit(path, QUOTE).status_code == 410
    assert kinds() == ["created"]
    assert client.get(other).status_code == 200
    assert client.fill(other, **QUOTE).status_code == 303
