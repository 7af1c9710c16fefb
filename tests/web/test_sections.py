"""One request, in its order: who asks, body, prepare, transaction, load, allow, view, commit or not."""

from io import BytesIO

import pytest
from flask import Flask

from marketplace.core.db import transaction
from marketplace.core.stamps import stamp_of
from tests.browse import Browser, browser
from tests.cast import Cast
from tests.web.trial import Trial


def stamped() -> str | None:
    with transaction(write=False):
        return stamp_of("trial")


@pytest.fixture
def member(site: Flask, cast: Cast) -> Browser:
    """Somebody who has signed in."""
    return browser(site, cast.session_text("member"))


class BodyWasRead(Exception):
    """Raised by ``Unread``."""


class Unread(BytesIO):
    """A body that nobody may read."""

    def readinto(self, _buffer: object) -> int:
        raise BodyWasRead

    def read(self, *_args: object) -> bytes:
        raise BodyWasRead


def test_an_action_in_its_order(visitor: Browser, happened: Trial) -> None:
    assert visitor.post("/trial/act/one").status_code == 303
    assert happened.happened == [("prepare", False), ("load", True), ("allow", True), ("view", True)]


def test_a_page_in_its_order(visitor: Browser, happened: Trial) -> None:
    assert visitor.get("/trial/page/one").status_code == 200
    assert happened.steps() == ["load", "allow", "view"]


def test_a_stranger_is_turned_away_before_the_body_is_read(visitor: Browser, happened: Trial) -> None:
    answer = visitor.post(
        "/trial/own/one", input_stream=Unread(b"a=1"), content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 401
    assert happened.steps() == []


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "application/json"])
def test_the_body_is_read_before_the_transaction(visitor: Browser, happened: Trial, kind: str) -> None:
    answer = visitor.post("/trial/act/one", input_stream=Unread(b"a=1"), content_type=kind)
    assert answer.status_code == 500
    assert happened.steps() == []


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "text/plain"])
def test_a_body_beyond_the_limit(visitor: Browser, happened: Trial, kind: str) -> None:
    answer = visitor.post("/trial/act/one", data=b"a" * (64 * 1024 + 1), content_type=kind)
    assert answer.status_code == 413
    assert "Gửi lên quá lớn" in answer.text
    assert happened.steps() == []


def test_a_route_may_take_more(visitor: Browser, happened: Trial) -> None:
    assert visitor.post("/trial/large", data={"words": "a" * 150_000}).status_code == 303
    assert visitor.post("/trial/large", data={"words": "a" * 250_000}).status_code == 413


def test_a_body_beyond_the_limit_is_answered_in_the_words_of_its_route(member: Browser, happened: Trial) -> None:
    answer = member.submit("/trial/own-large", {"words": "a" * 250_000})
    assert (answer.status_code, answer.text) == (413, "Nhiều nhất 200 KB.")
    assert answer.headers["Cache-Control"] == "no-store"
    assert happened.happened == [("allow", True), ("too large", True)]


def test_who_may_not_is_told_that_and_not_what_is_too_large(visitor: Browser, happened: Trial) -> None:
    assert visitor.post("/trial/own-large", data={"words": "a" * 250_000}).status_code == 401
    assert happened.steps() == []


def test_not_found_comes_before_forbidden(visitor: Browser, happened: Trial) -> None:
    assert visitor.post("/trial/act/missing").status_code == 404
    assert visitor.get("/trial/page/missing").status_code == 404
    assert happened.steps() == ["prepare", "load", "load"]


def test_forbidden_does_nothing(visitor: Browser, happened: Trial) -> None:
    assert visitor.post("/trial/act/forbidden").status_code == 403
    assert visitor.get("/trial/page/forbidden").status_code == 403
    assert "view" not in happened.steps()


@pytest.mark.parametrize(("status", "kept"), [(303, True), (200, True), (422, False), (409, False), (503, False)])
def test_an_action_is_kept_unless_it_refuses(visitor: Browser, status: int, kept: bool) -> None:
    assert visitor.post("/trial/act/one", data={"status": status}).status_code == status
    assert stamped() == ("one" if kept else None)


def test_a_page_changes_nothing(visitor: Browser) -> None:
    visitor.get("/trial/page/one")
    assert stamped() is None


@pytest.mark.parametrize(("status", "kept"), [(200, True), (422, False)])
def test_a_page_that_records_may(visitor: Browser, status: int, kept: bool) -> None:
    answer = visitor.get("/trial/records/one", query_string={"status": status})
    assert answer.headers["Cache-Control"] == "no-store"
    assert stamped() == ("one" if kept else None)


def test_who_may_keep_what(visitor: Browser, member: Browser) -> None:
    assert visitor.get("/trial/page/one").headers["Cache-Control"] == "no-cache"
    assert member.get("/trial/page/one").headers["Cache-Control"] == "private, no-cache"
    assert member.get("/trial/mine").headers["Cache-Control"] == "no-store"
    assert visitor.post("/trial/act/one").headers["Cache-Control"] == "no-store"


def test_wrong_method(visitor: Browser) -> None:
    answer = visitor.get("/trial/act/one")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_behind_the_sign_in_a_token_is_needed(member: Browser, happened: Trial) -> None:
    assert member.post("/trial/own/one").status_code == 403
    assert member.post("/trial/own/one", data={"csrf_token": "made up"}).status_code == 403
    assert happened.steps() == []
    assert member.submit("/trial/own/one").status_code == 303


@pytest.mark.parametrize(
    ("headers", "strangers_form", "members_form"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 303, 303),
        ({"Sec-Fetch-Site": "none"}, 303, 303),
        ({"Sec-Fetch-Site": "same-site"}, 403, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403, 403),
        ({"Origin": "http://localhost"}, 303, 303),
        ({"Origin": "http://evil.example"}, 403, 403),
        ({"Origin": "null"}, 403, 403),
        ({"Origin": "http://localhost", "Host": "10.0.0.7:8000"}, 303, 303),
        ({}, 303, 403),
    ],
)
def test_posts_from_other_sites(
    site: Flask, cast: Cast, headers: dict[str, str], strangers_form: int, members_form: int
) -> None:
    visitor, member = browser(site), browser(site, cast.session_text("member"))
    for client in (visitor, member):
        del client.environ_base["HTTP_SEC_FETCH_SITE"]
    assert visitor.post("/trial/act/one", headers=headers).status_code == strangers_form
    host = {name: value for name, value in headers.items() if name != "Host"}  # the cookie belongs to a host
    assert member.submit("/trial/own/one", headers=host).status_code == members_form
