"""What was sent twice counts once; what was refused, or is something else, counts anew."""

from io import BytesIO

import pytest
from flask import Flask

from marketplace.core.actor import Actor
from marketplace.web import repeats, sections
from tests.browse import Browser, browser
from tests.cast import Cast
from tests.web.trial import Trial

KEY = "a-key-of-this-form"


def views(happened: Trial) -> int:
    return happened.steps().count("view")


def test_a_success_shows_its_result_again(visitor: Browser, happened: Trial) -> None:
    answers = [visitor.post("/trial/act/one", data={"form_key": KEY}) for _ in range(3)]
    assert [(answer.status_code, answer.location) for answer in answers] == [(303, "/trial/page/one")] * 3
    assert views(happened) == 1


def test_programs_say_it_in_a_header(visitor: Browser, happened: Trial) -> None:
    for body in ({"a": 1}, {"a": 1}, {"a": 2}):
        visitor.post("/trial/act/one", json=body, headers={"Idempotency-Key": KEY})
    assert views(happened) == 2, "the third asks for something else"


def test_a_refusal_is_not_remembered(visitor: Browser, happened: Trial) -> None:
    for _ in range(2):
        assert visitor.post("/trial/act/one", data={"form_key": KEY, "status": "422"}).status_code == 422
    assert views(happened) == 2


@pytest.mark.parametrize(
    ("path", "fields"),
    [("/trial/act/two", {}), ("/trial/act/one", {"words": "other"}), ("/trial/act/one", {"words": ["same", "more"]})],
)
def test_the_same_key_with_something_else(
    visitor: Browser, happened: Trial, path: str, fields: dict[str, object]
) -> None:
    visitor.post("/trial/act/one", data={"form_key": KEY, "words": "same"})
    visitor.post(path, data={"form_key": KEY, "words": "same", **fields})
    assert views(happened) == 2


def test_another_file_of_the_same_name_is_something_else(visitor: Browser, happened: Trial) -> None:
    for content in (b"one", b"one", b"two"):
        visitor.post("/trial/act/one", data={"form_key": KEY, "list": (BytesIO(content), "list.csv")})
    assert views(happened) == 2


def test_keys_belong_to_an_account(site: Flask, cast: Cast, happened: Trial) -> None:
    for person in ("member", "other_member", "member"):
        client = browser(site, cast.session_text(person))
        assert client.submit("/trial/own/one", {"form_key": KEY}).status_code == 303
    assert views(happened) == 2, "though each post has another token"


@pytest.mark.parametrize("key", ["", "1234567", "k" * 81])
def test_what_is_no_key(visitor: Browser, happened: Trial, key: str) -> None:
    for _ in range(2):
        assert visitor.post("/trial/act/one", data={"form_key": key}).status_code == 303
    assert views(happened) == 2


def test_some_actions_count_each_time(visitor: Browser, happened: Trial) -> None:
    for _ in range(2):
        visitor.post("/trial/again", data={"form_key": KEY})
    assert views(happened) == 2


def test_two_taps_at_the_same_moment(visitor: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor.post("/trial/act/one", data={"form_key": KEY})
    known, looks = repeats.known_result, list[int]()

    def not_yet_known(actor: Actor) -> object:
        looks.append(1)
        return known(actor) if len(looks) > 1 else None

    monkeypatch.setattr(sections, "known_result", not_yet_known)
    answer = visitor.post("/trial/act/one", data={"form_key": KEY})
    assert (answer.status_code, answer.location, len(looks)) == (303, "/trial/page/one", 2)
