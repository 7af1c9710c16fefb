"""A lead's page and its one-tap steps: what it shows and notes, and to whom."""

from collections.abc import Callable

import pytest

from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.leads.vocabulary import Contact
from tests import factories
from tests.browse import Browser, PageCheck
from tests.cast import Cast
from tests.leads.asking import WORDS, ask, happened, kinds_of

SignIn = Callable[[str], Browser]


def test_it_shows_who_asks_for_what(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    with transaction(write=True):
        product = factories.make_product(cast.hong_luan)
    lead = ask(cast.hong_luan, product_id=product.id)
    text = sign_in("member").get(f"/ban-hang/dau-moi/{lead.public_id}").text
    for shown in ("bún khô</h1>", "Chị Thu, Hà Nội", WORDS, "0900 000 045", "hỏi hôm nay, 9:00", "qua trang này"):
        assert shown in text


def test_looking_is_noted_once_as_seen_and_each_time_in_the_log(cast: Cast, sign_in: SignIn) -> None:
    lead = ask(cast.hong_luan)
    browser = sign_in("member")
    for _look in range(2):
        response = browser.get(f"/ban-hang/dau-moi/{lead.public_id}")
        assert response.headers["Cache-Control"] == "no-store"
    assert kinds_of(lead) == ["created", "seen"]
    with transaction(write=False):
        assert session.query(AuditRow).filter_by(action="view_lead").count() == 2


def test_a_second_number_of_the_same_buyer_is_the_one_to_call(cast: Cast, sign_in: SignIn) -> None:
    lead = ask(cast.hong_luan, contact=Contact(name="Chị Thu", phone="+84900000045", email="thu@example.org"))
    ask(cast.hong_luan, contact=Contact(phone="+84900000046", email="thu@example.org"))
    text = sign_in("member").get(f"/ban-hang/dau-moi/{lead.public_id}").text
    assert "tel:+84900000046" in text
    assert "Chị Thu" in text


def test_contacted_by_one_tap_and_a_second_tap_makes_none(cast: Cast, sign_in: SignIn) -> None:
    lead, browser = ask(cast.hong_luan), sign_in("member")
    path = f"/ban-hang/dau-moi/{lead.public_id}"
    check = PageCheck(browser.get(path).text)
    fields = check.hidden[f"{path}/da-goi"]
    for _tap in range(2):
        assert browser.submit(f"{path}/da-goi", {"form_key": fields["form_key"]}).status_code == 303
    assert kinds_of(lead) == ["created", "seen", "contacted"]


def test_a_sample_leads_to_the_quote_and_after_a_quote_to_the_contract(cast: Cast, sign_in: SignIn) -> None:
    lead, actor, browser = ask(cast.hong_luan), cast.actor("member"), sign_in("member")
    path = f"/ban-hang/dau-moi/{lead.public_id}"
    happened(actor, lead, "sampled")
    assert f'button--main" href="{path}/bao-gia"' in browser.get(path).text
    happened(actor, lead, "quoted", price=66_000, price_unit="kg")
    happened(actor, lead, "sampled")
    assert f'button--main" href="{path}/ghi/contract"' in browser.get(path).text


def test_still_considering_puts_the_reminder_off(cast: Cast, sign_in: SignIn) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "sampled")
    response = sign_in("member").submit(f"/ban-hang/dau-moi/{lead.public_id}/con-xem")
    assert response.location == "/ban-hang/"
    assert kinds_of(lead) == ["created", "sampled", "contacted"]


def test_a_lost_lead_is_reopened(cast: Cast, sign_in: SignIn) -> None:
    lead, browser = ask(cast.hong_luan), sign_in("member")
    happened(cast.actor("member"), lead, "lost", reason="season")
    path = f"/ban-hang/dau-moi/{lead.public_id}"
    assert "Không thành: trái mùa" in browser.get(path).text
    assert browser.submit(f"{path}/mo-lai").status_code == 303
    assert "Không thành: trái mùa" not in browser.get(path).text


def test_a_wrong_contract_is_taken_back_and_no_longer_counts(cast: Cast, sign_in: SignIn) -> None:
    lead, browser = ask(cast.hong_luan), sign_in("member")
    happened(cast.actor("member"), lead, "contract", value=450_000_000)
    path = f"/ban-hang/dau-moi/{lead.public_id}"
    assert "Rút lại: ký hợp đồng 450.000.000" in browser.get(path).text
    assert browser.submit(f"{path}/rut-lai/2").status_code == 303
    assert "450.000.000" not in browser.get(path).text
    assert kinds_of(lead)[:3] == ["created", "contract", "corrected"]


def test_a_reopening_with_a_later_step_is_not_offered_back(cast: Cast, sign_in: SignIn) -> None:
    member, lead = cast.actor("member"), ask(cast.hong_luan)
    for kind, values in (("lost", {"reason": "price"}), ("reopened", {}), ("contract", {"value": 45_000_000})):
        happened(member, lead, kind, **values)
    text = sign_in("member").get(f"/ban-hang/dau-moi/{lead.public_id}").text
    assert [f"/rut-lai/{number}" in text for number in (2, 3, 4)] == [True, False, True]


@pytest.mark.parametrize(("number", "status"), [(1, 422), (2, 404), (0, 404)])
def test_what_is_not_ones_own_is_not_taken_back(cast: Cast, sign_in: SignIn, number: int, status: int) -> None:
    lead = ask(cast.hong_luan)
    response = sign_in("member").submit(f"/ban-hang/dau-moi/{lead.public_id}/rut-lai/{number}")
    assert response.status_code == status
    assert kinds_of(lead) == ["created"]


def test_a_step_that_cannot_follow_is_refused_with_its_reason(cast: Cast, sign_in: SignIn) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "lost", reason="price")
    response = sign_in("member").submit(f"/ban-hang/dau-moi/{lead.public_id}/da-goi")
    assert response.status_code == 422
    assert "Hãy mở lại rồi ghi tiếp" in response.text


GETS = ("", "/bao-gia", "/ghi/contract")
POSTS = ("/da-goi", "/con-xem", "/mo-lai", "/rut-lai/1", "/bao-gia", "/ghi/contract")


@pytest.mark.parametrize("person", ["other_member", "trader", "commune_officer", "administrator"])
def test_another_suppliers_lead_is_not_there(cast: Cast, sign_in: SignIn, person: str) -> None:
    lead, browser = ask(cast.hong_luan), sign_in(person)
    path = f"/ban-hang/dau-moi/{lead.public_id}"
    assert {browser.get(path + tail).status_code for tail in GETS} == {404}
    assert {browser.submit(path + tail).status_code for tail in POSTS} == {404}
    assert kinds_of(lead) == ["created"]


def test_a_stranger_is_asked_to_sign_in(cast: Cast, client: Browser) -> None:
    path = f"/ban-hang/dau-moi/{ask(cast.hong_luan).public_id}"
    assert {client.get(path + tail).status_code for tail in GETS} == {303}
    assert {client.submit(path + tail).status_code for tail in POSTS} == {401}


def test_a_get_on_a_one_tap_step_is_refused(cast: Cast, sign_in: SignIn) -> None:
    lead = ask(cast.hong_luan)
    assert sign_in("member").get(f"/ban-hang/dau-moi/{lead.public_id}/da-goi").status_code == 405
    assert kinds_of(lead) == ["created"]


def test_a_post_without_the_sessions_token_is_refused(cast: Cast, sign_in: SignIn) -> None:
    lead = ask(cast.hong_luan)
    assert sign_in("member").post(f"/ban-hang/dau-moi/{lead.public_id}/da-goi").status_code == 403
    assert kinds_of(lead) == ["created"]
