"""The buyer reads who will be asked and how, what officers did, and keeps the only key."""

import re

import pytest
from sqlalchemy import update

from marketplace.core.db import session, transaction
from marketplace.leads.services import note_call, take_back_last_word
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.browse import Browser
from tests.cast import QUANG_BACH
from tests.inquiries.market import FORM, MAKER, NEIGHBOUR, Market, answer_path, ask, inquiries, leads, plain, track_path


def standing(supplier: Supplier, **values: object) -> None:
    with transaction(write=True):
        session.execute(update(Supplier).where(Supplier.id == supplier.id).values(**values))


def choices(client: Browser) -> dict[str, str]:
    """The words of the ticks by slug."""
    text = client.get(FORM).text
    found = re.findall(r'value="([a-z-]+)"[^>]*>\s*<span class="tick-words">(.*?)</span>', text)
    return {slug: plain(words) for slug, words in found}


def test_beside_each_seller_stands_how_it_is_asked(client: Browser, market: Market) -> None:
    standing(market.neighbour, place_id=QUANG_BACH)
    assert choices(client)[MAKER] == "HTX Hồng Luân · Trả lời qua mạng"
    assert choices(client)[NEIGHBOUR] == "HTX Hồng Hà · Chưa nhận tin qua mạng: cán bộ xã Quảng Bạch gọi giúp"
    standing(market.maker, usual_answer_minutes=290)
    assert choices(client)[MAKER] == "HTX Hồng Luân · Thường trả lời trong khoảng 5 giờ"
    standing(market.maker, state="unclaimed")
    assert choices(client)[MAKER] == "HTX Hồng Luân · Chưa nhận tin qua mạng: cán bộ gọi giúp"


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        ("told", "Cán bộ xã Quảng Bạch đã gọi hôm nay, 9:00, nơi bán sẽ trả lời."),
        ("no_answer", "Cán bộ xã Quảng Bạch đã gọi hôm nay, 9:00, chưa ai nghe máy; sẽ gọi lại."),
        ("wrong_number", "Cán bộ xã Quảng Bạch đã gọi hôm nay, 9:00, số không đúng; đang tìm số khác."),
        ("sent_link", "Cán bộ xã Quảng Bạch đã gửi lời nhắn cho nơi bán hôm nay, 9:00."),
    ],
)
def test_the_private_page_says_that_an_officer_rang(client: Browser, market: Market, outcome: str, words: str) -> None:
    standing(market.maker, state="unclaimed", place_id=QUANG_BACH)
    page = track_path(ask(client))
    before = "Nơi bán chưa nhận tin qua mạng: cán bộ xã Quảng Bạch sẽ gọi giúp."
    assert before in client.get(page).text
    with transaction(write=True):
        account = factories.make_account("officer")
        factories.appoint(account, QUANG_BACH)
        officer = factories.actor_of(account)
    with transaction(write=True):
        note_call(officer, leads()[0], outcome)
    assert words in client.get(page).text and before not in client.get(page).text
    with transaction(write=True):
        take_back_last_word(officer, leads()[0])
    assert before in client.get(page).text


def test_of_a_suspended_seller_both_are_told(client: Browser, market: Market) -> None:
    page = track_path(ask(client))
    standing(market.maker, state="suspended")
    assert "đang tạm ngừng trên trang" in client.get(page).text


def test_who_left_only_a_number_gets_the_key_to_keep(client: Browser, market: Market) -> None:
    answer = ask(client, email=None)
    text = client.get(answer.location).text
    assert "chìa khóa duy nhất" in text and "Zalo của mình" in text
    address = re.search(r'<input class="field-input" id="address"[^>]* readonly value="([^"]+)"', text)
    assert address and address[1].endswith(track_path(answer))
    assert 'button--main" type="button" data-copies="address"' in text


def test_who_left_an_address_is_told_that_the_mail_has_it(client: Browser, market: Market) -> None:
    text = client.get(ask(client).location).text
    assert "chìa khóa duy nhất" not in text and "thu@example.org" in text


def test_an_answer_ends_what_was_said_of_calls(client: Browser, market: Market) -> None:
    standing(market.maker, state="unclaimed")
    page = track_path(ask(client))
    assert "gọi giúp" in client.get(page).text
    client.submit(answer_path(inquiries()[0]), {"answer": "contacted"})
    assert "gọi giúp" not in client.get(page).text
