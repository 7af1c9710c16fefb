"""Where a lead stands: the last step, corrections honoured, lost and spam until reopened."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.leads.vocabulary import EventKind, Stage, may_follow, offered_after, stage_of, standing_events
from tests.leads.histories import correcting, history

KINDS = st.lists(st.sampled_from([kind.value for kind in EventKind if kind.value not in ("created", "corrected")]))


@pytest.mark.parametrize(
    ("kinds", "stage"),
    [
        ([], Stage.CREATED),
        (["seen"], Stage.SEEN),
        (["seen", "contacted"], Stage.CONTACTED),
        (["contacted", "seen"], Stage.CONTACTED),
        (["quoted", "sampled"], Stage.SAMPLED),
        (["quoted", "contacted"], Stage.QUOTED),
        (["memorandum"], Stage.MEMORANDUM),
        (["framework_contract"], Stage.FRAMEWORK_CONTRACT),
        (["quoted", "contract", "delivered"], Stage.DELIVERED),
        (["quoted", "lost"], Stage.LOST),
        (["quoted", "lost", "reopened"], Stage.QUOTED),
        (["lost", "reopened", "lost", "reopened"], Stage.CREATED),
        (["marked_spam"], Stage.SPAM),
        (["marked_spam", "asked_again"], Stage.SPAM),
        (["seen", "marked_spam", "reopened"], Stage.SEEN),
        (["quoted", "asked_again"], Stage.QUOTED),
        (["quoted", "lost", "asked_again"], Stage.CREATED),
        (["contract", "delivered", "asked_again"], Stage.CREATED),
        (["reopened"], Stage.CREATED),
    ],
)
def test_stage(kinds: list[str], stage: Stage) -> None:
    assert stage_of(history(*kinds)) is stage


def test_a_memorandum_is_no_contract() -> None:
    assert stage_of(history("quoted", "memorandum")) is not Stage.CONTRACT


def test_what_a_correction_names_does_not_count() -> None:
    assert stage_of(correcting(history("quoted", "contract"), 3)) is Stage.QUOTED


def test_a_correction_that_is_taken_back_leaves_its_event_standing() -> None:
    twice = correcting(correcting(history("quoted", "contract"), 3), 4)
    assert stage_of(twice) is Stage.CONTRACT


def test_a_corrected_loss_opens_the_lead_again() -> None:
    assert stage_of(correcting(history("quoted", "lost"), 3)) is Stage.QUOTED


def test_a_step_recorded_late_does_not_undo_a_later_one() -> None:
    created, contract, quote = history("contract", "quoted")
    quote_before = replace(quote, occurred_at=created.occurred_at + timedelta(minutes=5))
    contract_after = replace(contract, occurred_at=contract.occurred_at + timedelta(days=1))
    assert stage_of([created, contract_after, quote_before]) is Stage.CONTRACT


def test_within_a_day_the_order_of_recording_counts() -> None:
    """A contract of which only the day is known stands as noon, and follows a quote of 14:20 all the same."""
    created, quote, contract = history("quoted", "contract")
    quote_afternoon = replace(quote, occurred_at=created.occurred_at + timedelta(hours=6))
    contract_noon = replace(contract, occurred_at=created.occurred_at + timedelta(hours=3))
    assert stage_of([created, quote_afternoon, contract_noon]) is Stage.CONTRACT


@given(KINDS, st.randoms(use_true_random=False))
def test_the_order_in_which_rows_are_read_does_not_matter(kinds: list[str], chance: random.Random) -> None:
    events = history(*kinds)
    shuffled = chance.sample(events, len(events))
    assert stage_of(shuffled) is stage_of(events)


@given(KINDS, st.data())
def test_a_correction_equals_a_history_without_the_event(kinds: list[str], data: st.DataObject) -> None:
    events = history(*kinds)
    number = data.draw(st.integers(1, len(events)))
    without = [event for event in events if event.id != number]
    assert standing_events(correcting(events, number)) == without
    assert stage_of(correcting(events, number)) is stage_of(without)


@given(KINDS)
def test_a_history_of_allowed_steps_is_never_stuck(kinds: list[str]) -> None:
    """Whatever was recorded, something may follow, and all that is offered may."""
    stage = stage_of(history(*kinds))
    assert set(offered_after(stage)) <= may_follow(stage)
    assert offered_after(stage)


def test_a_closed_lead_is_reopened_first() -> None:
    assert EventKind.CONTRACT not in may_follow(Stage.LOST)
    assert EventKind.REOPENED in may_follow(Stage.LOST)
    assert EventKind.REOPENED not in may_follow(Stage.QUOTED)


def test_what_was_delivered_is_not_lost() -> None:
    assert EventKind.LOST not in may_follow(Stage.DELIVERED)


def test_spam_is_judged_before_business_begins() -> None:
    assert EventKind.MARKED_SPAM in may_follow(Stage.SEEN)
    assert EventKind.MARKED_SPAM not in may_follow(Stage.QUOTED)
