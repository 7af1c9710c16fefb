"""Nobody learns who has an account: not from words, status, headers, addresses, nor from how much was hashed."""

from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from marketplace.accounts.services import hashing
from tests.accounts.people import PASSWORD, enter, sign_up, try_to_sign_in
from tests.browse import browser

pytestmark = pytest.mark.usefixtures("clock")
CHANGING = {"Content-Length"}  # of pages that repeat what was typed
HASHER, NOBODY = hashing._hasher, hashing._NOBODY  # as they are outside of these tests


class Counting:
    """Counts what the hasher is asked, and asks it."""

    def __init__(self, hasher: Any) -> None:
        self.hasher, self.calls = hasher, list[str]()

    def __getattr__(self, name: str) -> Any:
        def asked(*values: Any) -> Any:
            self.calls.append(name)
            return getattr(self.hasher, name)(*values)

        return asked


@pytest.fixture
def counting(app: Flask, quick_hasher: None, monkeypatch: pytest.MonkeyPatch) -> Counting:
    counting = Counting(hashing._hasher)
    monkeypatch.setattr(hashing, "_hasher", counting)
    return counting


def told(answer: TestResponse, *typed: str) -> tuple[object, ...]:
    """All that an answer tells, without what was typed and the one-use key."""
    text = answer.text
    for words in typed:
        text = text.replace(words, "…")
    lines = [line for line in text.splitlines() if "form_key" not in line]
    headers = sorted((name, value) for name, value in answer.headers if name not in CHANGING)
    return answer.status_code, headers, lines


def alike(counting: Counting, ask: Callable[[str], TestResponse], *logins: str) -> None:
    """Ask of each; all must be told the same after the same work."""
    outcomes = []
    for login in logins:
        counting.calls.clear()
        outcomes.append((told(ask(login), login), list(counting.calls)))
    first, *others = outcomes
    for other in others:
        assert other == first


def test_signing_in(counting: Counting, app: Flask, clock: Any) -> None:
    enter()
    enter("unset", phone=None, password_hash=None)
    enter("disabled", phone=None, disabled_at=clock.moment)
    counting.calls.clear()

    def ask(login: str) -> TestResponse:
        return try_to_sign_in(browser(app), login, "a wrong password")

    alike(counting, ask, "thu@example.org", "nobody@example.org", "unset@example.org", "disabled@example.org", "nobody")
    assert counting.calls == ["verify"]


def test_what_is_checked_for_nobody_takes_as_long_as_a_hash_of_today() -> None:
    assert not HASHER.check_needs_rehash(NOBODY)
    assert HASHER.verify(NOBODY, "nobody has this password")


def test_being_limited(counting: Counting, app: Flask) -> None:
    enter()
    for login in ("thu@example.org", "nobody@example.org"):
        for _ in range(5):
            try_to_sign_in(browser(app), login, "a wrong password")
    alike(counting, lambda login: try_to_sign_in(browser(app), login), "thu@example.org", "nobody@example.org")


def test_signing_up(counting: Counting, app: Flask) -> None:
    enter()
    alike(counting, lambda login: sign_up(browser(app), login=login), "thu@example.org", "moi@example.org")
    alike(counting, lambda login: sign_up(browser(app), login=login), "0900 000 045", "0900 000 051")
    assert counting.calls == ["hash"]


def test_forgetting_a_password(counting: Counting, app: Flask) -> None:
    enter()

    def ask(login: str) -> TestResponse:
        return browser(app).post("/quen-mat-khau", data={"login": login})

    alike(counting, ask, "thu@example.org", "nobody@example.org", "0900 000 045", "0900 000 046")


def test_a_known_address_is_told_in_its_own_mailbox_alone(
    app: Flask, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]
) -> None:
    enter()
    sign_up(browser(app), login="thu@example.org")
    drain()
    text = mails()[0].get_content()
    assert "đã có tài khoản rồi" in text and "/xac-nhan/" not in text


def test_the_second_step_says_nothing_of_whose_it_is(app: Flask) -> None:
    """Who hasn't shown a password gets the same for any account: the first step again."""
    enter()
    answers = [browser(app).post("/dang-nhap/ma", data={"code": code}) for code in ("000000", PASSWORD)]
    assert told(answers[0]) == told(answers[1])
