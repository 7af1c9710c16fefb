"""Quoting and recording steps: works, bad input keeps everything, a double post makes one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from marketplace.core.clock import StoppedClock, local
from marketplace.core.db import session, transaction
from marketplace.leads.models import LeadEvent
from marketplace.leads.queries import events_of, words_of
from tests.browse import Browser
from tests.cast import Cast
from tests.leads.asking import ask, happened, kinds_of

SignIn = Callable[[str], Browser]


def last_event(lead_id: int) -> tuple[LeadEvent, str | None]:
    """The newest event of a lead, and its words."""
    with transaction(write=False):
        event = events_of([lead_id])[lead_id][-1]
        words = words_of([event.message_id or 0]).get(event.message_id or 0)
        session.expunge(event)  # a rolled back session would empty it
    return event, words


def test_a_quote(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan, wanted_by=(clock.moment + timedelta(days=21)).date())
    browser, path = sign_in("member"), f"/ban-hang/dau-moi/{lead.public_id}/bao-gia"
    opened = browser.get(path).text
    assert "Giá một kg" in opened
    assert "Giao được trước 15/12/2026?" in opened
    assert 'data-amount="2000"' in opened
    response = browser.submit(path, {"price": "66k", "deliverable": "yes", "note": "Có sợi nhỏ."})
    assert (response.status_code, response.location) == (303, "/ban-hang/")
    event, words = last_event(lead.id)
    assert (event.kind, event.price, event.price_unit, event.deliverable) == ("quoted", 66_000, "kg", "yes")
    assert words == "Có sợi nhỏ."


@pytest.mark.parametrize("price", ["", "abc", "0", "-5"])
def test_a_price_that_is_none_is_said_beside_it(cast: Cast, sign_in: SignIn, price: str) -> None:
    lead = ask(cast.hong_luan)
    path = f"/ban-hang/dau-moi/{lead.public_id}/bao-gia"
    response = sign_in("member").submit(path, {"price": price, "deliverable": "later", "note": "Đóng bao 10 kg"})
    assert response.status_code == 422
    assert 'id="price-error"' in response.text
    assert "Đóng bao 10 kg" in response.text
    assert 'value="later" checked' in response.text
    assert kinds_of(lead) == ["created"]


@pytest.mark.parametrize(
    ("stage", "fields", "kept"),
    [
        ("contacted", {"on": "2026-11-24", "note": "Gọi rồi"}, {}),
        ("sampled", {"on": "2026-11-24"}, {}),
        ("memorandum", {"value": "1,2 tỷ", "quantity": "20 tấn", "on": "2026-11-24"}, {"value": 1_200_000_000}),
        ("framework_contract", {"on": "24/11/2026"}, {"value": None}),
        ("contract", {"value": "45 000 000", "on": "2026-11-24"}, {"value": 45_000_000}),
        ("delivered", {"quantity": "2 tạ", "value": "9tr", "on": "2026-11-24"}, {"value": 9_000_000, "grams": 200_000}),
        ("delivered", {"on": "2026-11-24"}, {"value": None, "grams": None}),
        ("lost", {"reason": "price", "note": "Khách chê đắt"}, {"reason": "price"}),
    ],
)
def test_each_step(
    cast: Cast, sign_in: SignIn, clock: StoppedClock, stage: str, fields: dict[str, str], kept: dict[str, Any]
) -> None:
    lead, browser = ask(cast.hong_luan), sign_in("member")
    path = f"/ban-hang/dau-moi/{lead.public_id}/ghi/{stage}"
    assert browser.get(path).status_code == 200
    assert browser.submit(path, fields).location == f"/ban-hang/dau-moi/{lead.public_id}"
    event, words = last_event(lead.id)
    assert (event.kind, event.said_by, words) == (stage, "supplier", fields.get("note"))
    assert {name: getattr(event, name) for name in kept} == kept
    assert event.day_only is ("on" in fields)


def test_a_day_stands_as_noon_there(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    clock.advance(timedelta(days=3))
    path = f"/ban-hang/dau-moi/{lead.public_id}/ghi/sampled"
    sign_in("member").submit(path, {"on": "2026-11-25"})
    event, _words = last_event(lead.id)
    assert local(event.occurred_at).isoformat() == "2026-11-25T12:00:00+07:00"
    assert event.recorded_at == clock.moment


def test_the_day_begins_with_today_as_people_write_it(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    assert 'value="24/11/2026"' in sign_in("member").get(f"/ban-hang/dau-moi/{lead.public_id}/ghi/contract").text


@pytest.mark.parametrize(
    ("stage", "fields", "wrong"),
    [
        (
            "contract",
            {"value": "", "quantity": "2", "on": "31/2/2026", "note": "Chữ này còn"},
            ["value", "quantity", "on"],
        ),
        ("contract", {"value": "45tr", "on": "2026-12-31", "note": "Chữ này còn"}, ["on"]),
        ("contract", {"value": "45tr", "on": "2026-11-01", "note": "Chữ này còn"}, ["on"]),
        ("contract", {"value": "0", "on": "2026-11-24", "note": "Chữ này còn"}, ["value"]),
        ("lost", {"note": "Chữ này còn"}, ["reason"]),
        ("lost", {"reason": "bored", "note": "Chữ này còn"}, ["reason"]),
    ],
)
def test_what_is_wrong_is_said_beside_it_and_nothing_typed_is_lost(
    cast: Cast, sign_in: SignIn, clock: StoppedClock, stage: str, fields: dict[str, str], wrong: list[str]
) -> None:
    lead = ask(cast.hong_luan)
    response = sign_in("member").submit(f"/ban-hang/dau-moi/{lead.public_id}/ghi/{stage}", fields)
    assert response.status_code == 422
    for name in wrong:
        assert f'id="{name}-error"' in response.text
    assert "Chữ này còn" in response.text
    assert not fields.get("value") or f'value="{fields["value"]}"' in response.text
    assert kinds_of(lead) == ["created"]


def test_a_double_post_records_one(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    lead, browser = ask(cast.hong_luan), sign_in("member")
    path = f"/ban-hang/dau-moi/{lead.public_id}/ghi/contract"
    fields = {"value": "45tr", "on": "2026-11-24", "form_key": "a-key-of-this-form"}
    answers = [browser.submit(path, fields).location for _post in range(2)]
    assert answers[0] == answers[1]
    assert kinds_of(lead) == ["created", "contract"]


def test_a_refused_post_does_not_use_up_the_key(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    lead, browser = ask(cast.hong_luan), sign_in("member")
    path, key = f"/ban-hang/dau-moi/{lead.public_id}/ghi/contract", {"form_key": "a-key-of-this-form"}
    refused = browser.submit(path, {"value": "", "on": "2026-11-24", **key})
    assert 'value="a-key-of-this-form"' in refused.text
    assert browser.submit(path, {"value": "45tr", "on": "2026-11-24", **key}).status_code == 303


@pytest.mark.parametrize("stage", ["created", "seen", "quoted", "reopened", "corrected", "xyz"])
def test_there_is_no_form_for_other_kinds(cast: Cast, sign_in: SignIn, stage: str) -> None:
    lead, browser = ask(cast.hong_luan), sign_in("member")
    path = f"/ban-hang/dau-moi/{lead.public_id}/ghi/{stage}"
    assert (browser.get(path).status_code, browser.submit(path).status_code) == (404, 404)


def test_a_closed_leads_refusal_stands_above_the_form(cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "lost", reason="price")
    path = f"/ban-hang/dau-moi/{lead.public_id}/ghi/contract"
    response = sign_in("member").submit(path, {"value": "45tr", "on": "2026-11-24"})
    assert response.status_code == 422
    assert "Hãy mở lại rồi ghi tiếp" in response.text


def test_the_contracts_form_reminds_of_the_quote(cast: Cast, sign_in: SignIn) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "quoted", price=66_000, price_unit="kg")
    text = sign_in("member").get(f"/ban-hang/dau-moi/{lead.public_id}/ghi/contract").text
    assert "cả đơn 132.000.000" in text
