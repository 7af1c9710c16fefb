"""Opening leads: what is copied, who is the same buyer, what joins."""

from datetime import timedelta
from decimal import Decimal

import pytest

from marketplace.core.actor import STRANGER
from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.core.outbox import OutboxRow
from marketplace.leads.models import Lead, LeadEvent, Party
from marketplace.leads.queries import events_of, own_suppliers, words_of
from marketplace.leads.services import find_party, open_lead, type_in_lead
from marketplace.leads.vocabulary import Contact, NewLead, NewTypedLead
from tests import factories
from tests.cast import QUANG_BACH, TAN_LAP, THAI_NGUYEN, Cast
from tests.leads.asking import THU, WORDS, all_leads, ask, happened, kinds_of


def test_a_lead_copies_what_breakdowns_need(cast: Cast) -> None:
    with transaction(write=True):
        product = factories.make_product(cast.hong_luan)
    lead = ask(cast.hong_luan, product_id=product.id)
    assert (lead.product_version_id, lead.class_code, lead.stars) == (product.version_id, "I.3.b", None)
    assert (lead.place_id, lead.legacy_place_id, lead.province_id) == (QUANG_BACH, TAN_LAP, THAI_NGUYEN)
    assert (lead.quantity, lead.unit, lead.grams, lead.every) == (Decimal(2), "tấn", 2_000_000, "once")
    assert lead.producer_kind == "htx"


def test_words_stand_in_a_message_that_can_be_erased(cast: Cast) -> None:
    lead = ask(cast.hong_luan)
    with transaction(write=False):
        event = events_of([lead.id])[lead.id][0]
        assert event.message_id is not None
        assert words_of([event.message_id]) == {event.message_id: WORDS}


def test_no_column_of_a_fact_holds_personal_data(cast: Cast) -> None:
    lead = ask(cast.hong_luan)
    with transaction(write=False):
        rows = [session.get_one(Lead, lead.id), events_of([lead.id])[lead.id][0]]
        held = " ".join(str(getattr(row, column.name)) for row in rows for column in row.__table__.columns)
    for personal in (THU.name, THU.phone, THU.place_text, WORDS):
        assert personal and personal not in held


def test_opening_tells_the_outbox_only_what_somebody_wants_to_know(cast: Cast) -> None:
    ask(cast.hong_luan)
    ask(cast.hong_luan)
    with transaction(write=False):
        payloads = [row.payload for row in session.query(OutboxRow).filter(OutboxRow.event == "LeadEventRecorded")]
    assert all(set(payload) == {"lead_id", "event_id"} for payload in payloads)


def test_a_repeat_within_thirty_days_joins(cast: Cast, clock: StoppedClock) -> None:
    first = ask(cast.hong_luan)
    clock.advance(timedelta(days=30))
    second = ask(cast.hong_luan)
    assert second.id == first.id
    assert kinds_of(first) == ["created", "asked_again"]


def test_a_repeat_after_thirty_days_is_a_new_lead(cast: Cast, clock: StoppedClock) -> None:
    first = ask(cast.hong_luan)
    clock.advance(timedelta(days=30, seconds=1))
    assert ask(cast.hong_luan).id != first.id


@pytest.mark.parametrize(
    "contact",
    [
        Contact(name="Thu", phone="+84900000045"),
        Contact(name="Nhà hàng Sen", phone="+84900000045", email="sen@example.org"),
    ],
)
def test_the_same_phone_is_the_same_buyer(cast: Cast, contact: Contact) -> None:
    assert ask(cast.hong_luan).id == ask(cast.hong_luan, contact=contact).id


def test_the_same_email_is_the_same_buyer_with_another_phone(cast: Cast) -> None:
    first = ask(cast.hong_luan, contact=Contact(phone="+84900000045", email="thu@example.org"))
    second = ask(cast.hong_luan, contact=Contact(phone="+84900000046", email="thu@example.org"))
    assert first.id == second.id


def test_the_same_account_is_the_same_buyer(cast: Cast) -> None:
    trader = cast.actor("trader")
    with transaction(write=True):
        parties = [find_party(trader, Contact(phone=phone)) for phone in ("+84900000045", "+84900000046")]
        leads = [
            open_lead(trader, NewLead("form", supplier_id=cast.hong_luan.id, party_id=party.id)) for party in parties
        ]
    assert leads[0].id == leads[1].id


def test_buyers_without_number_are_never_the_same(cast: Cast) -> None:
    nameless = Contact(name="Khách qua đường")
    assert ask(cast.hong_luan, contact=nameless).id != ask(cast.hong_luan, contact=nameless).id


def test_another_supplier_or_product_is_another_lead(cast: Cast) -> None:
    with transaction(write=True):
        product = factories.make_product(cast.hong_luan)
    leads = {ask(cast.hong_luan).id, ask(cast.hong_ha).id, ask(cast.hong_luan, product_id=product.id).id}
    assert len(leads) == 3


def test_a_party_is_never_completed_by_a_later_form(cast: Cast) -> None:
    """Else whoever types another's number would get that one's answers by mail."""
    ask(cast.hong_luan)
    ask(cast.hong_luan, contact=Contact(phone=THU.phone, email="other@example.org"))
    with transaction(write=False):
        contacts = [(party.phone, party.email) for party in session.query(Party).order_by(Party.id)]
    assert contacts == [
        (THU.phone, None),
        (THU.phone, "other@example.org"),
    ]


def test_an_account_is_kept_once_and_each_stranger_apart(cast: Cast) -> None:
    """A private link lets its row be read, corrected, erased: who types another's data must not get that one's."""
    trader = cast.actor("trader")
    with transaction(write=True):
        assert find_party(trader, THU).id == find_party(trader, THU).id
        assert find_party(STRANGER, THU).id != find_party(STRANGER, THU).id


def test_an_erased_buyer_is_nobody(cast: Cast) -> None:
    first = ask(cast.hong_luan)
    with transaction(write=True):
        session.get_one(Party, first.party_id).erased_at = now()
    assert ask(cast.hong_luan).id != first.id


def typed(cast: Cast, **values: object) -> Lead:
    """The member types in that somebody called."""
    actor = cast.actor("member")
    with transaction(write=True):
        [supplier] = own_suppliers(actor)
        return type_in_lead(actor, supplier, NewTypedLead("phone", **{"contact": THU, **values}))  # type: ignore[arg-type]  # a test's values


def test_a_typed_in_lead_has_been_spoken_with(cast: Cast) -> None:
    lead = typed(cast)
    assert kinds_of(lead) == ["created", "contacted"]
    with transaction(write=False):
        assert {event.said_by for event in events_of([lead.id])[lead.id]} == {"supplier"}


def test_an_unknown_contact_becomes_a_lead(cast: Cast) -> None:
    assert typed(cast, contact=Contact()).id == all_leads()[0].id


def test_a_call_after_a_form_joins_its_lead(cast: Cast) -> None:
    lead = ask(cast.hong_luan)
    assert typed(cast).id == lead.id
    assert kinds_of(lead) == ["created", "asked_again", "contacted"]


def test_a_call_is_never_lost_in_spam(cast: Cast) -> None:
    spam = ask(cast.hong_luan)
    happened(cast.actor("member"), spam, "marked_spam")
    assert ask(cast.hong_luan).id == spam.id
    assert typed(cast).id != spam.id


def test_ones_own_number_is_no_buyer(cast: Cast) -> None:
    with pytest.raises(Refused) as refusal:
        typed(cast, contact=Contact(phone=cast.hong_luan.phone))
    assert refusal.value.field == "phone"
    assert not all_leads()


def test_the_question_keeps_its_day(cast: Cast, clock: StoppedClock) -> None:
    wanted = (clock.moment + timedelta(days=20)).date()
    lead = ask(cast.hong_luan, wanted_by=wanted)
    with transaction(write=False):
        [event] = session.query(LeadEvent).filter_by(lead_id=lead.id)
        assert (event.wanted_by, event.occurred_at, event.recorded_at) == (wanted, clock.moment, clock.moment)
