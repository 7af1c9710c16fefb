"""Calls of officers: when a lead comes back after one, and what is refused."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.core.clock import ZONE, StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.leads.models import CallNote, Lead
from marketplace.leads.queries import events_of, notes_of, unanswered_leads
from marketplace.leads.services import note_call, take_back, take_back_last_word
from marketplace.leads.vocabulary import (
    CALL_AFTER,
    CallOutcome,
    Contact,
    after_working_hours,
    call_due_at,
    standing_notes,
    waiting_since,
)
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.cast import Cast
from tests.leads.asking import ask, happened


@dataclass(frozen=True)
class Noted:
    """A note as the rules read it."""

    id: int
    outcome: str
    noted_at: datetime
    corrects_id: int | None = None


def there(text: str) -> datetime:
    """A moment on the clocks of Asia/Ho_Chi_Minh."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@pytest.mark.parametrize(
    ("noted", "back"),
    [
        ("2026-11-24 07:30", "2026-11-24 11:30"),
        ("2026-11-24 09:00", "2026-11-24 15:00"),  # two and a half hours, lunch, one and a half
        ("2026-11-24 15:00", "2026-11-25 09:30"),
        ("2026-11-24 22:00", "2026-11-25 11:30"),
        ("2026-11-27 16:00", "2026-11-30 10:30"),  # from Friday over the week-end
        ("2026-11-29 10:00", "2026-11-30 11:30"),
    ],
)
def test_four_working_hours(noted: str, back: str) -> None:
    found = after_working_hours(there(noted).astimezone(UTC), 4)
    assert found == there(back) and found.tzinfo is UTC


def test_what_brings_a_lead_back_and_when() -> None:
    noted = there("2026-11-24 09:00")
    back = {outcome: call_due_at(Noted(1, outcome, noted)) - noted for outcome in CallOutcome}
    assert back[CallOutcome.TOLD] == back[CallOutcome.SENT_LINK] == timedelta(hours=24)
    assert back[CallOutcome.NO_ANSWER] == timedelta(hours=6)
    assert back[CallOutcome.CALL_AGAIN] == timedelta(hours=2)
    assert back[CallOutcome.WRONG_NUMBER] == timedelta(0)
    assert timedelta(hours=24) == CALL_AFTER


def test_a_note_that_was_taken_back_does_not_stand() -> None:
    noted = there("2026-11-24 09:00")
    notes = [Noted(3, "taken_back", noted, 2), Noted(1, "no_answer", noted), Noted(2, "told", noted)]
    assert [note.id for note in standing_notes(notes)] == [1]


def noted(cast: Cast, lead: Lead, outcome: str) -> None:
    with transaction(write=True):
        note_call(cast.actor("commune_officer"), lead, outcome)


def outcomes(lead: Lead) -> list[str]:
    with transaction(write=False):
        return [note.outcome for note in notes_of([lead.id])[lead.id]]


def test_a_wrong_number_is_told_to_officers_until_there_is_another(cast: Cast, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    noted(cast, lead, "wrong_number")
    with transaction(write=False):
        assert session.get_one(Supplier, cast.hong_luan.id).phone_doubted_at == now()
    with transaction(write=True):
        take_back_last_word(cast.actor("commune_officer"), lead)
    with transaction(write=False):
        assert session.get_one(Supplier, cast.hong_luan.id).phone_doubted_at is None
    assert outcomes(lead) == []


def test_the_database_keeps_every_note(cast: Cast, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    noted(cast, lead, "no_answer")
    with transaction(write=True):
        take_back_last_word(cast.actor("commune_officer"), lead)
    with transaction(write=False):
        kept = session.scalars(select(CallNote.outcome).order_by(CallNote.id)).all()
    assert kept == ["no_answer", "taken_back"]


def test_nobody_takes_back_what_another_noted(cast: Cast, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    noted(cast, lead, "told")
    with pytest.raises(Refused), transaction(write=True):
        take_back_last_word(cast.actor("province_officer"), lead)
    assert outcomes(lead) == ["told"]


@pytest.mark.parametrize("outcome", ["", "taken_back", "rang"])
def test_no_other_outcome(cast: Cast, clock: StoppedClock, outcome: str) -> None:
    lead = ask(cast.hong_luan)
    with pytest.raises(Refused):
        noted(cast, lead, outcome)


def test_what_was_answered_needs_no_call(cast: Cast, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "contacted")
    with pytest.raises(Refused):
        noted(cast, lead, "told")


def test_the_database_leaves_out_no_lead_that_waits(app: Flask, cast: Cast, clock: StoppedClock) -> None:
    """Against the rule that judges histories, for every way in which a lead can wait or not."""
    member, stories = cast.actor("member"), {}
    with transaction(write=True):
        supplier = factories.make_supplier("HTX Khác")
    for name in ("asked", "answered", "asked again", "taken back", "answered for a later day", "not bought"):
        stories[name] = ask(supplier, product_id=None, contact=Contact(name=name))
        clock.advance(timedelta(minutes=1))
    contacted = [happened(member, stories[name], "contacted") for name in ("answered", "asked again", "taken back")]
    clock.advance(timedelta(days=2))
    happened(member, stories["asked again"], "asked_again", said_by="buyer")
    with transaction(write=True):
        take_back(member, stories["taken back"], session.merge(contacted[2]))
    happened(member, stories["answered for a later day"], "asked_again", said_by="buyer")
    early = now() - timedelta(days=1)
    happened(member, stories["answered for a later day"], "contacted", occurred_at=early, day_only=True)
    happened(member, stories["not bought"], "lost", said_by="buyer", reason="other")
    with transaction(write=False):
        ids = {lead.id: name for name, lead in stories.items()}
        found = unanswered_leads(Lead.id.in_(ids))
        judged = {key: waiting_since(events) for key, events in events_of(list(ids)).items()}
    assert found == {key: since for key, since in judged.items() if since}
    assert {ids[key] for key in found} == {"asked", "asked again", "taken back", "answered for a later day"}
