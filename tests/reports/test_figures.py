"""What counts, in which period, and as known when."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.leads.models import Lead, LeadEvent
from tests import factories
from tests.reports.asking import EMPTY, changed, figures
from tests.reports.facts import ask, take_back, tell

pytestmark = pytest.mark.usefixtures("app", "clock")  # it is 09:00 of Tuesday 24 November 2026


def a_lead(when: str = "2026-11-24 07:00") -> Lead:
    """A lead of a new supplier."""
    return ask(factories.make_supplier(slug=f"htx {when}"), when)


def question_of(lead: Lead) -> LeadEvent:
    """Its first event."""
    return session.scalars(select(LeadEvent).filter_by(lead_id=lead.id, kind="created")).one()


def test_a_lead_from_question_to_delivery() -> None:
    with transaction(write=True):
        lead = a_lead()
        tell(lead, "quoted", "2026-11-24 08:00", price=66_000)
        tell(lead, "contract", "2026-11-24 08:30", value=45_000_000)
        tell(lead, "delivered", "2026-11-24 08:40", value=45_000_000, grams=2_000_000)
    assert changed(figures()) == {
        "leads_received": 1,
        "leads_answered": 1,
        "answered_in_time": 1,
        "contracts": 1,
        "contract_value": 45_000_000,
        "deliveries": 1,
        "delivery_value": 45_000_000,
        "delivery_mass": 2_000_000,
    }
    assert figures(as_of="2026-11-23") == EMPTY


def test_nothing_is_zero_not_missing() -> None:
    assert figures() == EMPTY


def test_contracts_without_a_value_have_none_to_add() -> None:
    with transaction(write=True):
        tell(a_lead(), "contract", "2026-11-24 08:30")
    assert figures()["contracts"] == 1
    assert figures()["contract_value"] is None


def test_a_memorandum_and_a_framework_never_make_contract_value() -> None:
    with transaction(write=True):
        lead = a_lead()
        tell(lead, "memorandum", "2026-11-24 08:00", value=900_000_000)
        tell(lead, "framework_contract", "2026-11-24 08:00", value=500_000_000)
        tell(lead, "contract", "2026-11-24 08:00", value=7_000_000)
    found = figures()
    assert (found["memorandums"], found["memorandum_value"]) == (1, 900_000_000)
    assert (found["framework_contracts"], found["contracts"], found["contract_value"]) == (1, 1, 7_000_000)


def test_what_happened_is_counted_where_it_happened() -> None:
    """A contract of this quarter out of a question of the last one."""
    with transaction(write=True):
        lead = a_lead("2026-09-10 08:00")
        tell(lead, "contract", "2026-10-02 08:00", value=1_000_000)
        tell(lead, "contract", "2026-11-02 08:00", value=2_000_000)
    assert changed(figures("2026-Q3")) == {"leads_received": 1, "leads_answered": 1, "overdue": 1}
    assert changed(figures("2026-Q4")) == {"contracts": 2, "contract_value": 3_000_000}


def test_a_report_is_printed_again_as_it_was_known() -> None:
    with transaction(write=True):
        lead = a_lead("2026-08-03 08:00")
        contract = tell(lead, "contract", "2026-08-20 08:00", value=45_000_000)
    before = figures("2026-Q3", as_of="2026-10-01")
    with transaction(write=True):
        take_back(contract, "2026-11-05 08:00")
        tell(lead, "contract", "2026-08-20 08:00", "2026-11-05 08:01", value=40_000_000)
    assert figures("2026-Q3", as_of="2026-10-01") == before
    assert before["contract_value"] == 45_000_000
    assert figures("2026-Q3")["contract_value"] == 40_000_000
    assert figures("2026-Q3")["contracts"] == 1


def test_a_correction_that_is_taken_back_restores_what_it_named() -> None:
    with transaction(write=True):
        contract = tell(a_lead(), "contract", "2026-11-24 08:00", value=5)
        correction = take_back(contract, "2026-11-24 08:10")
        take_back(correction, "2026-11-24 08:20")
    assert figures()["contract_value"] == 5


def test_what_is_recorded_late_was_not_known_before() -> None:
    with transaction(write=True):
        lead = a_lead("2026-11-02 08:00")
        tell(lead, "contacted", "2026-11-02 09:00", "2026-11-20 09:00")
    assert figures(as_of="2026-11-10")["overdue"] == 1
    assert figures(as_of="2026-11-20")["answered_in_time"] == 1


def test_spam_counts_nowhere_from_the_day_on_which_it_is_marked() -> None:
    with transaction(write=True):
        lead = a_lead("2026-11-02 08:00")
        tell(lead, "quoted", "2026-11-02 09:00")
        tell(lead, "contract", "2026-11-03 09:00", value=9)
        tell(lead, "marked_spam", "2026-11-05 09:00")
    assert figures() == EMPTY
    assert figures(as_of="2026-11-04")["contracts"] == 1


def test_spam_that_is_reopened_counts_again() -> None:
    with transaction(write=True):
        lead = a_lead("2026-11-02 08:00")
        tell(lead, "marked_spam", "2026-11-05 09:00")
        tell(lead, "reopened", "2026-11-06 09:00")
    assert figures()["leads_received"] == 1


def test_a_repeated_question_is_no_second_lead() -> None:
    with transaction(write=True):
        tell(a_lead(), "asked_again", "2026-11-24 08:00", said_by="buyer")
    assert figures()["leads_received"] == 1


def test_a_question_that_was_taken_back_is_none_but_its_contract_stands() -> None:
    with transaction(write=True):
        lead = a_lead("2026-11-02 08:00")
        tell(lead, "contract", "2026-11-03 08:00", value=3)
        take_back(question_of(lead), "2026-11-04 08:00")
    assert changed(figures()) == {"contracts": 1, "contract_value": 3}


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("2026-11-12 08:00", "answered_in_time"),
        ("2026-11-12 08:01", "overdue"),
        (None, "overdue"),
    ],
)
def test_an_answer_is_due_within_48_hours(answer: str | None, state: str) -> None:
    with transaction(write=True):
        lead = a_lead("2026-11-10 08:00")
        if answer:
            tell(lead, "contacted", answer)
    found = figures()
    assert {code for code in ("answered_in_time", "overdue", "within_time") if found[code]} == {state}
    assert found["leads_answered"] == (1 if answer else 0)


def test_today_is_judged_by_now_and_a_past_day_by_its_end(clock: StoppedClock) -> None:
    with transaction(write=True):
        a_lead("2026-11-22 12:00")  # due today at noon; it is nine o'clock
    assert figures()["within_time"] == 1
    assert figures(as_of="2026-11-23")["within_time"] == 1
    clock.advance(timedelta(hours=4))
    assert figures()["overdue"] == 1


@pytest.mark.parametrize(
    ("kind", "said_by", "answered"),
    [("seen", "supplier", 0), ("lost", "supplier", 1), ("quoted", "officer", 1), ("lost", "buyer", 0)],
)
def test_who_answers(kind: str, said_by: str, answered: int) -> None:
    with transaction(write=True):
        tell(a_lead(), kind, "2026-11-24 08:00", said_by=said_by)
    assert figures()["leads_answered"] == answered


def test_lost_is_where_a_lead_stands() -> None:
    with transaction(write=True):
        lost, reopened = a_lead("2026-11-02 08:00"), a_lead("2026-11-03 08:00")
        tell(lost, "lost", "2026-11-04 08:00")
        tell(reopened, "lost", "2026-11-04 08:00")
        tell(reopened, "reopened", "2026-11-06 08:00")
    assert figures()["lost"] == 1
    assert figures(as_of="2026-11-05")["lost"] == 2


@pytest.mark.parametrize(
    ("when", "quarter"),
    [
        ("2026-10-01 00:00", "2026-Q4"),  # 17:00 of 30 September UTC
        ("2026-09-30 23:59", "2026-Q3"),  # 16:59 UTC
        ("2026-10-01 06:30", "2026-Q4"),  # 23:30 of 30 September UTC
    ],
)
def test_a_period_begins_at_midnight_in_vietnam(when: str, quarter: str) -> None:
    with transaction(write=True):
        a_lead(when)
    assert [figures(code)["leads_received"] for code in ("2026-Q3", "2026-Q4")] == (
        [1, 0] if quarter == "2026-Q3" else [0, 1]
    )


def test_a_day_ends_at_midnight_in_vietnam() -> None:
    with transaction(write=True):
        a_lead("2026-11-10 23:30")  # 16:30 UTC
        a_lead("2026-11-11 00:30")  # 17:30 UTC of the same day there
    assert figures(as_of="2026-11-10")["leads_received"] == 1
