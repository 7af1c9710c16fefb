"""In which time a supplier usually answers: measured after each answer and every night, told in honest words."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from marketplace.app.schedule import write_due_jobs
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.leads.vocabulary import Contact
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.vocabulary import usual_answer_words
from tests.browse import Browser
from tests.cast import Cast
from tests.leads.asking import ask, happened


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, None),
        (0, "Thường trả lời trong khoảng 1 giờ"),
        (60, "Thường trả lời trong khoảng 1 giờ"),
        (61, "Thường trả lời trong khoảng 2 giờ"),
        (12 * 60, "Thường trả lời trong khoảng 12 giờ"),
        (12 * 60 + 1, "Thường trả lời trong một ngày"),
        (24 * 60 + 1, "Thường trả lời trong khoảng 2 ngày"),
        (7 * 24 * 60, "Thường trả lời trong khoảng 7 ngày"),
        (7 * 24 * 60 + 1, "Thường trả lời sau hơn một tuần"),
    ],
)
def test_words_round_up(minutes: int | None, words: str | None) -> None:
    assert usual_answer_words(minutes) == words


def answered_after(cast: Cast, clock: StoppedClock, *hours: int, channel: str = "form") -> None:
    """So many questions, each answered after so many hours."""
    for number, wait in enumerate(hours):
        lead = ask(cast.hong_luan, contact=Contact(name=f"Khách {number}"), channel=channel)
        clock.advance(timedelta(hours=wait))
        happened(cast.actor("member"), lead, "contacted")


def minutes(cast: Cast) -> int | None:
    with transaction(write=False):
        return session.get_one(Supplier, cast.hong_luan.id).usual_answer_minutes


def test_the_median_of_at_least_three(cast: Cast, clock: StoppedClock, drain: Callable[[], int]) -> None:
    answered_after(cast, clock, 1, 5)
    drain()
    assert minutes(cast) is None
    answered_after(cast, clock, 40)
    drain()
    assert minutes(cast) == 5 * 60


def test_what_was_typed_in_says_nothing(cast: Cast, clock: StoppedClock, drain: Callable[[], int]) -> None:
    answered_after(cast, clock, 0, 0, 0, channel="phone")
    drain()
    assert minutes(cast) is None


def test_after_ninety_days_it_is_forgotten(cast: Cast, clock: StoppedClock, drain: Callable[[], int]) -> None:
    answered_after(cast, clock, 1, 1, 1)
    drain()
    for days, expected in ((89, 60), (3, None)):
        clock.advance(timedelta(days=days))
        write_due_jobs()
        drain()
        assert minutes(cast) == expected


def test_the_suppliers_page_says_it(cast: Cast, clock: StoppedClock, client: Browser, drain: Callable[[], int]) -> None:
    assert "Thường trả lời" not in client.get("/chu-the/htx-hong-luan").text
    answered_after(cast, clock, 4, 5, 6)
    drain()
    assert "Thường trả lời trong khoảng 5 giờ" in client.get("/chu-the/htx-hong-luan").text
