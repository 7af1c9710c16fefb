"""Recording what happened: what is kept, what is refused beside which field."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock, noon, today
from marketplace.core.db import session, transaction
from marketplace.core.errors import Conflict, Refused
from marketplace.core.text import Quantity
from marketplace.leads.queries import events_of, lead_of
from marketplace.leads.services import note_seen, note_still_considering, record_event, take_back, tap
from marketplace.leads.vocabulary import NewEvent, Stage, stage_of
from tests.cast import Cast
from tests.leads.asking import ask, happened, kinds_of


def test_a_quote_keeps_its_price(cast: Cast) -> None:
    lead = ask(cast.hong_luan)
    event = happened(cast.actor("member"), lead, "quoted", price=66_000, price_unit="kg", deliverable="yes")
    assert (event.price, event.price_unit, event.deliverable, event.evidence) == (66_000, "kg", "yes", "told")
    assert event.account_id == cast.accounts["member"].id


def test_each_act_stands_in_the_audit_log(cast: Cast) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "contract", value=45_000_000)
    with transaction(write=False):
        acts = [(row.action, row.account_id, row.details.get("kind")) for row in session.query(AuditRow)]
    assert acts == [
        ("open_lead", None, "created"),
        ("record_event", cast.accounts["member"].id, "contract"),
    ]


@pytest.mark.parametrize(
    ("kind", "values", "field"),
    [
        ("contract", {}, "value"),
        ("contract", {"value": 0}, "value"),
        ("delivered", {"value": -1}, "value"),
        ("contract", {"value": 10**16}, "value"),
        ("quoted", {}, "price"),
        ("quoted", {"price": 0}, "price"),
        ("quoted", {"price": 66_000, "deliverable": "perhaps"}, "deliverable"),
        ("delivered", {"quantity": Quantity(Decimal(0), "kg", 0)}, "quantity"),
        ("lost", {}, "reason"),
        ("lost", {"reason": "bored"}, "reason"),
        ("reopened", {}, None),
    ],
)
def test_refused(cast: Cast, kind: str, values: dict[str, Any], field: str | None) -> None:
    lead = ask(cast.hong_luan)
    with pytest.raises(Refused) as refusal:
        happened(cast.actor("member"), lead, kind, **values)
    assert refusal.value.field == field
    assert kinds_of(lead) == ["created"]


@pytest.mark.parametrize("days", [-1, 1])
def test_a_day_before_the_question_or_ahead_is_refused(cast: Cast, clock: StoppedClock, days: int) -> None:
    lead = ask(cast.hong_luan)
    with pytest.raises(Refused) as refusal:
        happened(cast.actor("member"), lead, "sampled", occurred_at=noon(today() + timedelta(days=days)), day_only=True)
    assert refusal.value.field == "on"


def test_noon_of_today_is_no_future_in_the_morning(cast: Cast, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    event = happened(cast.actor("member"), lead, "sampled", occurred_at=noon(today()), day_only=True)
    assert event.occurred_at > clock.moment
    assert event.day_only


def test_a_moment_ahead_is_refused(cast: Cast, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    with pytest.raises(Refused):
        happened(cast.actor("member"), lead, "sampled", occurred_at=clock.moment + timedelta(minutes=1))


@pytest.mark.parametrize("kind", ["created", "corrected"])
def test_what_has_a_service_of_its_own_is_not_recorded(cast: Cast, kind: str) -> None:
    lead = ask(cast.hong_luan)
    with pytest.raises(ValueError, match="not recorded here"):
        happened(cast.actor("member"), lead, kind)


def test_a_lost_lead_takes_nothing_until_it_is_reopened(cast: Cast) -> None:
    member, lead = cast.actor("member"), ask(cast.hong_luan)
    happened(member, lead, "lost", reason="price")
    with pytest.raises(Refused):
        happened(member, lead, "contract", value=1)
    happened(member, lead, "reopened")
    happened(member, lead, "contract", value=1)


def test_seen_is_noted_once_and_not_for_officers(cast: Cast) -> None:
    lead = ask(cast.hong_luan)
    for person in ("commune_officer", "member", "member"):
        with transaction(write=True):
            note_seen(cast.actor(person), lead)
    assert kinds_of(lead) == ["created", "seen"]


def test_an_answered_lead_needs_no_look(cast: Cast) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "contacted")
    with transaction(write=True):
        note_seen(cast.actor("member"), lead)
    assert kinds_of(lead) == ["created", "contacted"]


def test_still_considering_changes_no_stage(cast: Cast) -> None:
    member, lead = cast.actor("member"), ask(cast.hong_luan)
    happened(member, lead, "quoted", price=66_000)
    with transaction(write=True):
        note_still_considering(member, lead)
        assert stage_of(events_of([lead.id])[lead.id]) is Stage.QUOTED


def test_taking_back_is_a_new_event(cast: Cast) -> None:
    member, lead = cast.actor("member"), ask(cast.hong_luan)
    contract = happened(member, lead, "contract", value=450_000_000)
    with transaction(write=True):
        correction = take_back(member, lead, contract)
    assert (correction.kind, correction.corrects_id) == ("corrected", contract.id)
    assert kinds_of(lead) == ["created", "contract", "corrected"]


def test_nothing_is_taken_back_twice_nor_what_the_buyer_said(cast: Cast) -> None:
    member, lead = cast.actor("member"), ask(cast.hong_luan)
    contract = happened(member, lead, "contract", value=450_000_000)
    with transaction(write=True):
        take_back(member, lead, contract)
    for number in (1, 0):
        with pytest.raises(Refused), transaction(write=True):
            take_back(member, lead, events_of([lead.id])[lead.id][number])


def test_a_reopening_stays_while_a_later_step_stands(cast: Cast) -> None:
    member, lead = cast.actor("member"), ask(cast.hong_luan)
    happened(member, lead, "lost", reason="price")
    reopening = happened(member, lead, "reopened")
    contract = happened(member, lead, "contract", value=45_000_000)
    with pytest.raises(Refused), transaction(write=True):
        take_back(member, lead, reopening)
    with transaction(write=True):
        take_back(member, lead, contract)
        take_back(member, lead, reopening)
    with transaction(write=False):
        assert stage_of(events_of([lead.id])[lead.id]) is Stage.LOST


def test_a_foreign_leads_event_is_not_taken_back(cast: Cast) -> None:
    lead, other = ask(cast.hong_luan), ask(cast.hong_ha)
    contract = happened(cast.actor("other_member"), other, "contract", value=1)
    with pytest.raises(Refused), transaction(write=True):
        take_back(cast.actor("member"), lead, contract)


@pytest.mark.parametrize("statement", ["UPDATE lead_event SET value = 1", "DELETE FROM lead_event"])
def test_the_database_itself_refuses_to_change_facts(cast: Cast, statement: str) -> None:
    lead = ask(cast.hong_luan)
    with pytest.raises((Conflict, IntegrityError)), transaction(write=True):
        session.execute(text(statement))
    assert kinds_of(lead) == ["created"]


def test_a_lead_is_found_by_its_own_supplier_alone(cast: Cast) -> None:
    lead = ask(cast.hong_luan)
    with transaction(write=False):
        assert lead_of(cast.actor("member"), lead.public_id) is not None
        for person in ("stranger", "trader", "other_member", "commune_officer", "administrator"):
            assert lead_of(cast.actor(person), lead.public_id) is None


def test_a_tap_is_counted_apart(cast: Cast, clock: StoppedClock) -> None:
    with transaction(write=True):
        tap(cast.hong_luan.id, None, "zalo")
        rows = session.execute(text("SELECT supplier_id, channel FROM contact_tap")).all()
        leads = session.execute(text("SELECT count(*) FROM lead")).scalar()
    assert [tuple(row) for row in rows] == [(cast.hong_luan.id, "zalo")]
    assert leads == 0


def test_two_events_in_one_transaction_see_each_other(cast: Cast) -> None:
    member, lead = cast.actor("member"), ask(cast.hong_luan)
    with pytest.raises(Refused), transaction(write=True):
        record_event(member, lead, NewEvent("lost", reason="price"))
        record_event(member, lead, NewEvent("contacted"))
    assert kinds_of(lead) == ["created"]
