"""The buyer's private page: what each supplier said, and how the buyer goes on."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.links import private_token
from marketplace.inquiries.models import Inquiry
from marketplace.inquiries.vocabulary import ANSWER
from marketplace.leads.models import LeadEvent, Message
from marketplace.suppliers.models import Supplier
from tests.browse import Browser
from tests.inquiries.market import (
    MAKER,
    NEIGHBOUR,
    Market,
    answer_path,
    ask,
    error_of,
    inquiries,
    kinds,
    leads,
    plain,
    track_path,
    track_path_of,
)

pytestmark = pytest.mark.usefixtures("market")


@pytest.fixture
def pair(client: Browser) -> tuple[Inquiry, Inquiry]:
    """Chị Thu has asked both."""
    ask(client, suppliers=[MAKER, NEIGHBOUR])
    first, second = inquiries()
    return first, second


def names_in_order(page: str) -> list[str]:
    return re.findall(r'class="answer-name"><a href="[^"]+">([^<]+)<', page)


def test_a_new_page_says_that_it_is_and_where(client: Browser) -> None:
    answer = ask(client)
    fresh = client.get(answer.location).text
    assert "Đã gửi câu hỏi" in fresh
    assert f'value="http://localhost{track_path(answer)}"' in fresh
    assert "Đã gửi câu hỏi" not in client.get(track_path(answer)).text


def test_a_buyer_reads_his_own_words_again(client: Browser) -> None:
    ask(client, words="Sợi nhỏ, bao 10 kg.")
    assert "hỏi mua 2 tấn bún khô: “Sợi nhỏ, bao 10 kg.”" in plain(client.get(track_path_of(inquiries()[0])).text)


def test_both_are_shown_and_who_answered_stands_first(
    pair: tuple[Inquiry, Inquiry], client: Browser, clock: StoppedClock
) -> None:
    waiting = client.get(track_path_of(pair[0])).text
    assert names_in_order(waiting) == ["HTX Hồng Luân", "HTX Hồng Hà"]
    assert waiting.count("Hạn trả lời: 26/11, 9:00.") == 2
    clock.advance(timedelta(hours=1))
    client.fill(answer_path(pair[1]), answer="quote", price="66k")
    page = plain(client.get(track_path_of(pair[0])).text)
    assert names_in_order(page) == ["HTX Hồng Hà", "HTX Hồng Luân"]
    assert "66.000" in page
    assert "132.000.000 ₫ cho 2 tấn" in page
    assert page.count("Hạn trả lời:") == 1


def test_a_suppliers_number_shows_with_the_answer(pair: tuple[Inquiry, Inquiry], client: Browser) -> None:
    assert "tel:+84900000013" not in client.get(track_path_of(pair[0])).text
    client.fill(answer_path(pair[1]), answer="contacted")
    page = client.get(track_path_of(pair[0])).text
    assert "tel:+84900000013" in page
    assert "tel:+84900000012" not in page


def test_a_reply_goes_to_whom_it_was_meant_for(pair: tuple[Inquiry, Inquiry], client: Browser) -> None:
    fields = {"lead": leads()[1].public_id, "words": "Giao sáng sớm được không?", "form_key": "the-same-key"}
    path = track_path_of(pair[0])
    answers = [client.post(f"{path}/nhan", data=fields) for _ in range(2)]
    assert [answer.location for answer in answers] == [path, path]
    assert kinds(leads()[0]) == ["created"]
    assert kinds(leads()[1]) == ["created", "asked_again"]
    page = client.get(path).text
    assert "Giao sáng sớm được không?" in page
    assert "tới HTX Hồng Hà" in page and "tới HTX Hồng Luân" not in page


@pytest.mark.parametrize(
    ("fields", "field", "said"),
    [
        ({"words": ""}, "words", "Hãy viết vài chữ."),
        ({"words": " \r\n "}, "words", "Hãy viết vài chữ."),
        ({"words": "a" * 2001}, "words", "Dài quá 2000 ký tự"),
        ({"words": "Có", "lead": "someone-elses"}, "lead", "Hãy chọn trong các ý ở đây."),
    ],
)
def test_a_reply_that_is_refused(
    pair: tuple[Inquiry, Inquiry], client: Browser, fields: dict[str, str], field: str, said: str
) -> None:
    answer = client.post(f"{track_path_of(pair[0])}/nhan", data={"lead": leads()[0].public_id, **fields})
    assert answer.status_code == 422
    assert said in error_of(answer, field)
    assert fields["words"].strip() in answer.text
    assert set(kinds()) == {"created"}


def test_buying_is_the_buyers_word_and_no_contract(pair: tuple[Inquiry, Inquiry], client: Browser) -> None:
    client.fill(answer_path(pair[0]), answer="quote", price="66k")
    path = track_path_of(pair[0])
    client.post(f"{path}/quyet-dinh", data={"lead": leads()[0].public_id, "decision": "buy"})
    with transaction(write=False):
        last = session.scalars(select(LeadEvent).order_by(LeadEvent.id.desc())).first()
        assert last and last.said_by == "buyer"
        assert last.message_id and session.get_one(Message, last.message_id).body == "Tôi mua ở đây."
    assert kinds(leads()[0]) == ["created", "quoted", "asked_again"]


def test_not_buying_closes_that_lead_alone(pair: tuple[Inquiry, Inquiry], client: Browser) -> None:
    client.fill(answer_path(pair[0]), answer="quote", price="66k")
    path = track_path_of(pair[0])
    for lead in leads():
        fields = {"lead": lead.public_id, "decision": "no", "form_key": "one-key-of-one-page"}
        assert client.post(f"{path}/quyet-dinh", data=fields).status_code == 303
    assert [kinds(lead)[-1] for lead in leads()] == ["lost", "lost"], "the same key for another lead is another thing"
    with transaction(write=False):
        said = session.scalars(select(LeadEvent.said_by).where(LeadEvent.kind == "lost")).all()
    assert set(said) == {"buyer"}
    assert "/quyet-dinh" not in client.get(path).text
    assert "/nhan" not in client.get(path).text


@pytest.mark.parametrize(("decision", "twice"), [("maybe", False), ("", False), ("no", True)])
def test_a_decision_that_is_refused(pair: tuple[Inquiry, Inquiry], client: Browser, decision: str, twice: bool) -> None:
    for number in range(2 if twice else 1):
        fields = {"lead": leads()[0].public_id, "decision": decision, "form_key": f"the-key-{number}"}
        answer = client.post(f"{track_path_of(pair[0])}/quyet-dinh", data=fields)
    assert answer.status_code == 422
    assert kinds(leads()[0]) == (["created", "lost"] if twice else ["created"])


def test_only_what_was_answered_can_be_decided(pair: tuple[Inquiry, Inquiry], client: Browser) -> None:
    client.fill(answer_path(pair[1]), answer="contacted")
    page = client.get(track_path_of(pair[0])).text
    assert page.count('name="decision"') == 2
    assert f'name="lead" value="{leads()[1].public_id}"' in page


@pytest.mark.parametrize("action", ["nhan", "quyet-dinh"])
def test_a_lead_of_another_thread_is_out_of_reach(pair: tuple[Inquiry, Inquiry], client: Browser, action: str) -> None:
    ask(client, phone="0900 000 046", email="")
    other = leads()[2]
    fields = {"lead": other.public_id, "decision": "no", "words": "Không"}
    answer = client.post(f"{track_path_of(pair[0])}/{action}", data=fields)
    assert answer.status_code in (404, 422)
    assert kinds(other) == ["created"]


@pytest.mark.parametrize("action", ["", "/nhan", "/quyet-dinh"])
def test_a_wrong_or_foreign_link_opens_nothing(pair: tuple[Inquiry, Inquiry], client: Browser, action: str) -> None:
    for token in ("x", private_token(ANSWER, pair[0].thread), private_token(ANSWER, pair[0].public_id)):
        send = client.post if action else client.get
        assert send(f"/theo-doi/{token}{action}").status_code == 404


def test_what_was_before_belongs_to_who_asked_before(market: Market, client: Browser, clock: StoppedClock) -> None:
    ask(client, words="Lời của người trước")
    client.fill(answer_path(inquiries()[0]), answer="quote", price="66k", note="Trả lời người trước")
    clock.advance(timedelta(days=1))
    ask(client, email="", words="Lời của người sau")
    page = client.get(track_path_of(inquiries()[1])).text
    assert "Lời của người sau" in page
    assert "người trước" not in page


def test_the_page_is_kept_by_nobody_and_sets_no_cookie(pair: tuple[Inquiry, Inquiry], client: Browser) -> None:
    answer = client.get(track_path_of(pair[0]))
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("state", "words"), [("suspended", "đang tạm ẩn trên trang"), ("closed", "đã đóng trên trang")]
)
def test_a_supplier_that_nobody_else_sees_is_named_without_a_link(
    market: Market, client: Browser, state: str, words: str
) -> None:
    page = track_path(ask(client))
    assert 'href="/chu-the/htx-hong-luan"' in client.get(page).text
    with transaction(write=True):
        session.get_one(Supplier, market.maker.id).state = state
    shown = client.get(page).text
    assert words in shown and "HTX Hồng Luân" in shown
    assert 'href="/chu-the/htx-hong-luan"' not in shown
    assert words in client.get(answer_path(inquiries()[0])).text
