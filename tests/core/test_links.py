"""Private links: made anew whenever needed, for one purpose, and by nobody else."""

import dataclasses

import pytest

from marketplace.core.ids import public_id
from marketplace.core.links import opened_token, private_token
from marketplace.core.settings import settings, use_settings

pytestmark = pytest.mark.usefixtures("app")


def test_a_token_opens_what_it_was_made_for_and_stays_the_same() -> None:
    token = private_token("track", "abc")
    assert opened_token("track", token) == "abc"
    assert private_token("track", "abc") == token


def test_a_buyers_link_does_not_open_the_suppliers_page() -> None:
    assert opened_token("answer", private_token("track", "abc")) is None


@pytest.mark.parametrize(
    "change", [lambda t: t[:-1], lambda t: t + "x", lambda t: t.swapcase(), lambda t: "", str.upper]
)
def test_a_changed_token_opens_nothing(change: "type[str]") -> None:
    assert opened_token("track", change(private_token("track", "abc"))) is None


def test_a_token_of_another_thing_is_not_made_by_exchanging_its_name() -> None:
    mine, other = private_token("track", "abc"), private_token("track", "abd")
    assert opened_token("track", other.split(".")[0] + "." + mine.split(".")[1]) is None


def test_another_secret_opens_nothing() -> None:
    token, before = private_token("track", "abc"), settings()
    use_settings(dataclasses.replace(before, secret_key="another-secret-of-thirty-two-letters"))
    assert opened_token("track", token) is None
    use_settings(before)


def test_public_ids_cannot_be_guessed_or_misread() -> None:
    ids = {public_id() for _ in range(200)}
    assert len(ids) == 200
    assert all(len(found) == 20 for found in ids)
    assert not set("".join(ids)) & set("01iloIO")
