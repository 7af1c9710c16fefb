"""Codes that open nothing, whoever tries them: all get the same words, and guessing is limited."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import update

from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.vocabulary import TRIES_FOR_SUPPLIER, TRIES_OF_ACCOUNT, new_code
from tests import factories
from tests.browse import Browser
from tests.cast import Cast
from tests.suppliers.claiming import CODE_PAGE, DOOR, SLUG, code_for, enter, error_of, holders, somebody, unclaimed

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


def test_all_codes_that_open_nothing_get_the_same_words(
    app: Flask, cast: Cast, clock: StoppedClock, sign_in: SignIn
) -> None:
    supplier = unclaimed()
    with transaction(write=True):
        other = factories.make_supplier("HTX Khác", state="unclaimed", place_id=supplier.place_id)
    used, anothers = code_for(supplier, cast), code_for(other, cast)
    assert enter(somebody(app, "first"), used) == 303
    assert sign_in("commune_officer").submit(f"/can-bo/chu-the/{SLUG}/ket-thuc").status_code == 303
    withdrawn = code_for(supplier, cast)
    assert sign_in("commune_officer").submit(f"{CODE_PAGE}/huy").status_code == 303
    replaced = code_for(supplier, cast)
    old = code_for(supplier, cast)
    clock.advance(timedelta(days=14))
    said = set()
    for number, code in enumerate((used, anothers, withdrawn, replaced, old, "K7QM3-XH9RT", "nonsense")):
        refused = somebody(app, f"n{number}").submit(f"{DOOR}/ma", {"code": code})
        assert refused.status_code == 422, code
        said.add(error_of(refused.text, "code"))
    assert len(said) == 1 and holders(supplier) == {}


def test_guessing_is_limited_though_each_try_is_refused(app: Flask, cast: Cast, clock: StoppedClock) -> None:
    supplier = unclaimed()
    guesser, code = somebody(app, "guesser"), code_for(supplier, cast)
    assert [enter(guesser, new_code()) for _ in range(TRIES_OF_ACCOUNT)] == [422] * TRIES_OF_ACCOUNT
    refused = guesser.submit(f"{DOOR}/ma", {"code": code})
    assert refused.status_code == 429 and holders(supplier) == {}, "the right one neither, or limits would tell"
    clock.advance(timedelta(hours=1))
    assert enter(guesser, code) == 303


def test_guessing_is_limited_per_supplier_and_network(app: Flask, cast: Cast) -> None:
    """Many accounts don't help: neither from many networks at one supplier, nor from one network at many."""
    supplier = unclaimed()
    with transaction(write=True):
        factories.make_supplier("HTX Xa", state="unclaimed")
    for number in range(TRIES_FOR_SUPPLIER):
        client = somebody(app, f"n{number}")
        client.environ_base["REMOTE_ADDR"] = f"192.0.2.{number}"
        assert enter(client, new_code()) == 422
    last = somebody(app, "last")
    last.environ_base["REMOTE_ADDR"] = "192.0.2.99"
    assert enter(last, code_for(supplier, cast)) == 429
    for number in range(TRIES_FOR_SUPPLIER):
        with transaction(write=True):
            slug = factories.make_supplier(f"HTX Số {number}", state="unclaimed").slug
        client = somebody(app, f"m{number}")
        client.environ_base["REMOTE_ADDR"] = "198.51.100.7"
        assert enter(client, new_code(), f"/chu-the/{slug}/nhan") == 422
    last.environ_base["REMOTE_ADDR"] = "198.51.100.7"
    assert enter(last, new_code(), "/chu-the/htx-xa/nhan") == 429


@pytest.mark.parametrize("state", ["applied", "suspended", "closed"])
def test_what_is_not_public_is_claimed_by_nobody(app: Flask, cast: Cast, sign_in: SignIn, state: str) -> None:
    supplier = unclaimed()
    code = code_for(supplier, cast)
    with transaction(write=True):
        session.execute(update(Supplier).where(Supplier.id == supplier.id).values(state=state))
    lan = somebody(app, "lan")
    assert lan.get(DOOR).status_code == 404
    assert enter(lan, code) == 404 and lan.submit(DOOR, {"words": "x"}).status_code == 404
    assert sign_in("commune_officer").submit(CODE_PAGE).status_code == 422, "nor is a code handed out"
    assert holders(supplier) == {}


def test_a_forged_address_is_hidden(app: Flask, cast: Cast) -> None:
    code = code_for(unclaimed(), cast)
    assert enter(somebody(app, "lan"), code, "/chu-the/khong-co/nhan") == 404


@pytest.mark.parametrize("way", ["", "/huy"])
def test_codes_of_another_area_are_hidden(cast: Cast, sign_in: SignIn, way: str) -> None:
    unclaimed()
    assert sign_in("other_officer").submit(CODE_PAGE + way, {}).status_code == 404
    assert sign_in("other_officer").get(CODE_PAGE).status_code == 404
