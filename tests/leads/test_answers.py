"""When a lead was answered, since when it waits, and by when it is due."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.leads.vocabulary import EventKind, answered_at, due_at, is_answer, waiting_since
from tests.leads.histories import MONDAY, correcting, history

ANSWERING = ("contacted", "sampled", "quoted", "memorandum", "framework_contract", "contract", "delivered", "lost")


@pytest.mark.parametrize("kind", list(EventKind))
def test_answers_are_contacted_to_lost(kind: EventKind) -> None:
    assert is_answer(history(kind.value)[-1]) is (kind.value in ANSWERING)


@pytest.mark.parametrize(("said_by", "counts"), [("supplier", True), ("officer", True), ("buyer", False)])
def test_only_the_suppliers_side_answers(said_by: str, counts: bool) -> None:
    assert is_answer(replace(history("lost")[-1], said_by=said_by)) is counts


def test_a_look_is_no_answer() -> None:
    assert answered_at(history("seen")) is None
    assert waiting_since(history("seen")) == history()[0].occurred_at


def test_the_first_answer_counts() -> None:
    events = history("seen", "contacted", "quoted")
    assert answered_at(events) == events[2].occurred_at


def test_a_corrected_answer_does_not_count() -> None:
    events = history("contacted", "quoted")
    assert answered_at(correcting(events, 2)) == events[2].occurred_at
    assert answered_at(correcting(history("quoted"), 2)) is None


def test_an_answer_of_a_day_without_hour_is_not_before_its_question() -> None:
    created, quote = history("quoted")
    noon_before = replace(quote, occurred_at=created.occurred_at - timedelta(hours=3))
    assert answered_at([created, noon_before]) == created.occurred_at


def test_waiting_ends_with_an_answer_and_begins_with_the_next_question() -> None:
    assert waiting_since(history("quoted")) is None
    events = history("quoted", "asked_again")
    assert waiting_since(events) == events[2].occurred_at


def test_asking_twice_does_not_begin_the_waiting_anew() -> None:
    events = history("asked_again")
    assert waiting_since(events) == events[0].occurred_at


def test_nothing_waits_in_a_closed_lead() -> None:
    assert waiting_since(history("marked_spam")) is None
    assert waiting_since([*history(), replace(history("lost")[-1], said_by="buyer")]) is None


@pytest.mark.parametrize("closing", ["lost", "marked_spam"])
def test_a_reopened_question_waits_as_before(closing: str) -> None:
    events = history("seen", closing, "reopened")
    assert waiting_since(events) == events[0].occurred_at


def test_a_reopened_lead_that_had_its_answer_does_not_wait() -> None:
    assert waiting_since(history("quoted", "lost", "reopened")) is None


def test_spam_that_asks_again_does_not_wait() -> None:
    assert waiting_since(history("marked_spam", "asked_again")) is None


def test_due_after_the_hours_of_the_setting() -> None:
    assert due_at(MONDAY, 48) == MONDAY + timedelta(days=2)


@given(st.lists(st.sampled_from(ANSWERING), min_size=1))
def test_an_answer_is_never_before_the_question(kinds: list[str]) -> None:
    events = history(*kinds)
    answered = answered_at(events)
    assert answered is not None
    assert answered >= events[0].occurred_at
