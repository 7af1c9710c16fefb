"""The board "Hôm nay" and the list: what waits, what is quiet, what runs; each supplier sees its own."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from marketplace.core.clock import StoppedClock
from marketplace.core.db import transaction
from marketplace.leads.vocabulary import Contact
from tests import factories
from tests.browse import Browser
from tests.cast import Cast
from tests.leads.asking import WORDS, ask, happened

SignIn = Callable[[str], Browser]


def test_an_empty_board_says_what_to_do(sign_in: SignIn) -> None:
    text = sign_in("member").get("/ban-hang/").text
    assert "Hôm nay, chưa có việc" in text
    assert "/ban-hang/dau-moi/ghi-moi" in text


def test_a_question_stands_with_all_that_an_answer_needs(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan, wanted_by=(clock.moment + timedelta(days=21)).date())
    text = sign_in("member").get("/ban-hang/").text
    assert "Hôm nay, 1 việc" in text
    for shown in ("Chị Thu, Hà Nội.", "Giao trước 15/12.", WORDS, "tel:+84900000045", f"{lead.public_id}/bao-gia"):
        assert shown in text


def test_the_board_of_another_supplier_stays_empty(cast: Cast, sign_in: SignIn) -> None:
    ask(cast.hong_luan)
    assert "chưa có việc" in sign_in("other_member").get("/ban-hang/").text


@pytest.mark.parametrize(
    ("hours", "pill"),
    [
        (1, "Mới"),
        (24, "Còn 24 giờ"),
        (43, "Còn 5 giờ"),
        (47.5, "Còn dưới 1 giờ"),
        (50, "Quá hạn 2 giờ"),
        (96, "Quá hạn 2 ngày"),
    ],
)
def test_the_pill_counts_the_hours_that_are_left(
    cast: Cast, sign_in: SignIn, clock: StoppedClock, hours: float, pill: str
) -> None:
    ask(cast.hong_luan)
    clock.advance(timedelta(hours=hours))
    assert f">{pill}</span>" in sign_in("member").get("/ban-hang/").text


def test_the_question_that_is_due_first_stands_first(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    ask(cast.hong_luan, contact=Contact(name="Người trước", phone="+84900000051"))
    clock.advance(timedelta(hours=3))
    ask(cast.hong_luan, contact=Contact(name="Người sau", phone="+84900000052"))
    text = sign_in("member").get("/ban-hang/").text
    assert text.index("Người trước") < text.index("Người sau")
    assert text.count("job--urgent") == 1


def test_a_quiet_quote_asks_what_came_of_it(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "quoted", price=66_000, price_unit="kg")
    browser = sign_in("member")
    assert "Đã báo giá" in browser.get("/ban-hang/").text
    clock.advance(timedelta(days=7))
    text = browser.get("/ban-hang/").text
    assert "Chị Thu đã xem báo giá, kết quả?" in text
    assert f"{lead.public_id}/con-xem" in text


def test_what_runs_stands_below_with_its_worth(cast: Cast, sign_in: SignIn) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "quoted", price=66_000, price_unit="kg")
    text = sign_in("member").get("/ban-hang/").text
    assert "132.000.000" in text
    assert "chưa có việc" in text


def test_a_buyer_who_asks_again_is_a_job_again(cast: Cast, sign_in: SignIn) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "quoted", price=66_000, price_unit="kg")
    ask(cast.hong_luan, words="Giá sao rồi?")
    text = sign_in("member").get("/ban-hang/").text
    assert "Hôm nay, 1 việc" in text
    assert "Hỏi thêm" in text
    assert "Giá sao rồi?" in text


def test_ended_leads_are_no_work(cast: Cast, sign_in: SignIn) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "lost", reason="price")
    text = sign_in("member").get("/ban-hang/").text
    assert "Chưa có đầu mối nào đang làm" in text


def test_the_list_keeps_what_the_board_drops(cast: Cast, sign_in: SignIn) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "lost", reason="price")
    browser = sign_in("member")
    text = browser.get("/ban-hang/dau-moi").text
    assert ">Không thành</span>" in text
    assert "tấn, giá" in text
    assert lead.public_id in browser.get("/ban-hang/dau-moi?buoc=lost").text
    assert lead.public_id not in browser.get("/ban-hang/dau-moi?buoc=quoted").text


def test_an_unknown_stage_filters_nothing(cast: Cast, sign_in: SignIn) -> None:
    lead = ask(cast.hong_luan)
    assert lead.public_id in sign_in("member").get("/ban-hang/dau-moi?buoc=xyz&trang=99").text


def test_a_long_list_has_pages(cast: Cast, sign_in: SignIn) -> None:
    for number in range(21):
        ask(cast.hong_luan, contact=Contact(phone=f"+849000001{number:02}"), words=None)
    browser = sign_in("member")
    assert "Trang 1 / 2" in browser.get("/ban-hang/dau-moi").text
    assert browser.get("/ban-hang/dau-moi?trang=2").text.count("lead-row-title") == 1


def test_one_account_of_two_suppliers_sees_both(cast: Cast, sign_in: SignIn) -> None:
    with transaction(write=True):
        factories.join(cast.accounts["member"], cast.hong_ha)
    leads = [ask(cast.hong_luan), ask(cast.hong_ha)]
    text = sign_in("member").get("/ban-hang/dau-moi").text
    assert all(lead.public_id in text for lead in leads)


@pytest.mark.parametrize("path", ["/ban-hang/", "/ban-hang/dau-moi", "/ban-hang/dau-moi/ghi-moi"])
def test_strangers_sign_in_and_others_may_not(client: Browser, sign_in: SignIn, path: str) -> None:
    stranger = client.get(path)
    assert (stranger.status_code, "/dang-nhap" in stranger.location) == (303, True)
    assert sign_in("trader").get(path).status_code == 403
    assert sign_in("commune_officer").get(path).status_code == 403


def test_the_board_takes_no_posts(sign_in: SignIn) -> None:
    assert sign_in("member").submit("/ban-hang/").status_code == 405
