"""What an accepted form makes: an inquiry and a lead per supplier, once, and whom it tells."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.catalogue.models import Product
from marketplace.catalogue.services import merge_products
from marketplace.core.actor import STRANGER
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.outbox import OutboxRow
from marketplace.inquiries.vocabulary import RECEIPTS_PER_ADDRESS_AND_DAY
from marketplace.leads.models import LeadEvent
from tests import factories
from tests.browse import Browser, browser
from tests.inquiries.market import (
    ASKED,
    FORM,
    MAKER,
    NEIGHBOUR,
    Market,
    answer_path,
    ask,
    inquiries,
    kinds,
    leads,
    plain,
    told,
    track_path,
)

pytestmark = pytest.mark.usefixtures("market")
Mails = Callable[[], list[EmailMessage]]
Drain = Callable[[], int]
TO_SUPPLIER = ("htx@example.org, giam-doc@example.org", "Có người hỏi mua: 2 tấn bún khô")
RECEIPT = ("thu@example.org", "Câu hỏi của bạn về Bún khô")


def test_several_at_once_each_with_a_lead_of_its_own(client: Browser) -> None:
    ask(client, suppliers=[MAKER, NEIGHBOUR])
    made = inquiries()
    assert len({row.thread for row in made}) == 1
    assert len({row.supplier_id for row in made}) == len({row.lead_id for row in made}) == len(leads()) == 2


def test_a_supplier_named_twice_is_asked_once(client: Browser) -> None:
    ask(client, suppliers=[MAKER, MAKER])
    assert len(inquiries()) == 1


def test_every_mailbox_is_written_to_and_the_buyer_once(client: Browser, drain: Drain, mails: Mails) -> None:
    ask(client, suppliers=[MAKER, NEIGHBOUR])
    drain()
    assert told(mails()) == [TO_SUPPLIER, RECEIPT]


def test_a_supplier_without_mailbox_is_no_error(client: Browser, drain: Drain, mails: Mails) -> None:
    ask(client, suppliers=NEIGHBOUR, email="")
    drain()
    assert mails() == []
    assert len(leads()) == 1
    with transaction(write=False):
        assert session.scalars(select(OutboxRow.id).where(OutboxRow.done_at.is_(None))).all() == []


def test_what_the_suppliers_mail_says(client: Browser, drain: Drain, mails: Mails) -> None:
    ask(client)
    drain()
    mail = mails()[0]
    text = plain(mail.get_content())
    assert all(part in text for part in ("2 tấn bún khô", "15/12/2026", "Hà Nội", "Cần sợi nhỏ", "48 giờ"))
    assert f"http://localhost{answer_path(inquiries()[0])}" in text
    assert mail["Message-ID"]


def test_the_receipt_repeats_nothing_that_was_typed(client: Browser, drain: Drain, mails: Mails) -> None:
    path = track_path(ask(client, words="BUY PILLS AT http://evil.example", name="EVIL NAME"))
    drain()
    text = mails()[1].get_content()
    assert f"http://localhost{path}" in text
    assert "evil" not in text.casefold()


def test_few_receipts_go_to_one_address(app: Flask, drain: Drain, mails: Mails, clock: StoppedClock) -> None:
    for number in range(RECEIPTS_PER_ADDRESS_AND_DAY + 1):
        ask(browser(app), phone=f"0900 000 {number:03d}", suppliers=NEIGHBOUR)
    drain()
    assert told(mails()) == [RECEIPT] * RECEIPTS_PER_ADDRESS_AND_DAY
    clock.advance(timedelta(days=1))
    ask(browser(app), suppliers=NEIGHBOUR)
    drain()
    assert len(mails()) == RECEIPTS_PER_ADDRESS_AND_DAY + 1


def test_links_in_mails_are_this_sites_whatever_host_was_said(client: Browser, drain: Drain, mails: Mails) -> None:
    said = {"Host": "evil.example"}
    answer = client.post(FORM, data=ASKED, headers=said)
    page = client.get(answer.location, headers=said).text
    drain()
    assert 'value="http://localhost/theo-doi/' in page
    assert all("http://localhost/" in mail.get_content() for mail in mails())
    assert "evil.example" not in page + "".join(mail.as_string() for mail in mails())


def test_carried_out_twice_a_mail_is_there_once(
    client: Browser, drain: Drain, mails: Mails, clock: StoppedClock
) -> None:
    ask(client)
    drain()
    before = mails()
    with transaction(write=True):
        for row in session.scalars(select(OutboxRow)):
            row.done_at = None
    clock.advance(timedelta(hours=1))
    drain()
    assert [mail.as_bytes() for mail in mails()] == [mail.as_bytes() for mail in before]


@pytest.mark.parametrize(("days", "joins"), [(30, True), (31, False)])
def test_a_repeat_within_thirty_days_joins_the_lead(
    client: Browser, clock: StoppedClock, days: int, joins: bool
) -> None:
    ask(client)
    clock.advance(timedelta(days=days))
    ask(client, quantity="3 tấn", email="", by="", words="Thêm một tấn nữa.")
    assert len(inquiries()) == 2
    assert len({row.thread for row in inquiries()}) == 2
    assert kinds() == ["created", "asked_again" if joins else "created"]
    assert len(leads()) == (1 if joins else 2)


@pytest.mark.parametrize(
    "other",
    [{"phone": "0900 000 046", "email": ""}, {"suppliers": NEIGHBOUR}],
)
def test_another_buyer_or_supplier_is_another_lead(client: Browser, other: dict[str, str]) -> None:
    ask(client)
    ask(client, **other)
    assert len(leads()) == 2


def test_a_double_tap_counts_once(client: Browser) -> None:
    answers = [ask(client, form_key="the-same-key") for _ in range(2)]
    assert answers[0].location == answers[1].location
    assert len(inquiries()) == 1


def test_the_same_form_changed_and_sent_again_is_no_double_tap(client: Browser) -> None:
    ask(client, form_key="the-same-key")
    ask(client, form_key="the-same-key", quantity="3 tấn")
    assert [row.quantity for row in inquiries()] == [2, 3]


def test_a_refused_form_is_mended_and_sent_with_the_same_key(client: Browser) -> None:
    assert ask(client, form_key="the-same-key", quantity="").status_code == 422
    assert ask(client, form_key="the-same-key").status_code == 303


def test_without_a_key_every_post_counts(client: Browser) -> None:
    ask(client)
    ask(client)
    assert kinds() == ["created", "asked_again"]


def test_personal_data_stands_where_it_can_be_erased_and_nowhere_else(client: Browser, drain: Drain) -> None:
    ask(client)
    drain()
    with transaction(write=False):
        rows = [
            [getattr(row, column.name) for column in table.__table__.columns]
            for table in (OutboxRow, AuditRow, LeadEvent)
            for row in session.scalars(select(table))
        ]
    text = repr(rows)
    assert len(rows) > 4
    for private in ("0900", "84900000045", "thu@", "Thu", "sợi nhỏ", "Hà Nội", "127.0.0.1"):
        assert private not in text


def test_a_product_that_was_merged_meanwhile_is_asked_for_all_the_same(market: Market, client: Browser) -> None:
    with transaction(write=True):
        kept = factories.make_product(session.merge(market.maker), "Bún khô loại một")
        merge_products(STRANGER, session.get_one(Product, market.product_id), kept)
    track_path(ask(client))
    [lead] = leads()
    assert lead.product_id == kept.id


def test_and_where_something_is_wrong_nothing_typed_is_lost(market: Market, client: Browser) -> None:
    with transaction(write=True):
        kept = factories.make_product(session.merge(market.maker), "Bún khô loại một")
        merge_products(STRANGER, session.get_one(Product, market.product_id), kept)
    answer = ask(client, quantity="")
    assert answer.status_code == 422 and "Cần sợi nhỏ, đóng bao 10 kg." in answer.text
