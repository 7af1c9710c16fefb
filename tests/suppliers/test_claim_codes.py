"""Claiming with a code that an officer hands out, and everything by which one might be had otherwise."""

import re
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from marketplace.accounts.models import Account
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.suppliers.models import ClaimCode, Supplier
from marketplace.suppliers.queries import mailboxes_of
from marketplace.suppliers.services import redeem_code
from marketplace.suppliers.services.claim_codes import code_digest
from marketplace.suppliers.vocabulary import TRIES_FOR_SUPPLIER, TRIES_OF_ACCOUNT, new_code, read_code
from marketplace.suppliers.vocabulary.claims import CODE_LETTERS
from tests import factories
from tests.browse import Browser
from tests.cast import Cast
from tests.suppliers.claiming import (
    CODE_PAGE,
    DOOR,
    SLUG,
    claims,
    code_for,
    error_of,
    holders,
    somebody,
    state_of,
    unclaimed,
)

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


def enter(client: Browser, code: str, door: str = DOOR) -> int:
    return client.submit(f"{door}/ma", {"code": code}).status_code


def test_codes_are_read_however_they_are_typed() -> None:
    code = new_code()
    assert len(code) == 10 and not set("01OIL") & set(CODE_LETTERS)
    assert read_code(f" {code[:5].lower()}-{code[5:]} ") == code
    for wrong in ("", code[:-1], code + "2", "0" * 10, "K7QM3-XH9R!"):
        assert read_code(wrong) is None


def test_who_has_the_code_takes_charge_at_once(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    supplier = unclaimed()
    made = sign_in("commune_officer")
    assert made.fill(CODE_PAGE, "/ma-nhan").status_code == 303
    shown = made.get(CODE_PAGE).text
    code = re.search(r"[2-9A-Z]{5}-[2-9A-Z]{5}", shown)
    assert code and f"Mã nhận HTX Nà Hang: {code[0]}" in shown and f"http://localhost{DOOR}" in shown
    assert code[0] not in made.get(CODE_PAGE).text, "shown once"
    lan = somebody(app, "lan")
    assert lan.fill(DOOR, "/nhan/ma", code=code[0].lower()).location.endswith("/ban-hang/")
    assert holders(supplier) == {"Lan": "manager"}
    assert state_of(supplier) == ("claimed", False), "claimed is not verified"
    (claim,) = claims()
    assert (claim.way, claim.state, claim.decided_by_id) == ("code", "approved", cast.accounts["commune_officer"].id)
    with transaction(write=False):
        assert mailboxes_of(supplier.id) == ("lan@example.org",), "its mails have somewhere to go now"
        acts = set(session.scalars(select(AuditRow.action)))
        kept = session.scalars(select(ClaimCode)).one()
        assert code[0].replace("-", "") not in str(vars(kept)), "only a digest is kept"
    assert {"make_claim_code", "redeem_claim_code", "add_member"} <= acts


def test_a_stranger_signs_in_and_comes_back(client: Browser, app: Flask) -> None:
    unclaimed()
    assert "Nhận chủ thể" in client.get(f"/chu-the/{SLUG}").text
    assert client.get(DOOR).location == f"/dang-nhap?next=/chu-the/{SLUG}/nhan"


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


def test_a_code_works_until_its_last_moment(app: Flask, cast: Cast, clock: StoppedClock) -> None:
    supplier = unclaimed()
    code = code_for(supplier, cast)
    clock.advance(timedelta(days=14) - timedelta(seconds=1))
    assert enter(somebody(app, "lan"), code) == 303
    assert holders(supplier) == {"Lan": "manager"}


def test_two_with_one_code_at_the_same_moment(app: Flask, cast: Cast) -> None:
    supplier = unclaimed()
    code = code_for(supplier, cast)
    with transaction(write=True):
        accounts = [factories.make_account(name) for name in ("one", "two")]
    outcomes, together = list[str](), threading.Barrier(2)

    def take(account: Account) -> None:
        with app.app_context():
            together.wait()
            try:
                with transaction(write=True):
                    there = session.get_one(Supplier, supplier.id)
                    redeem_code(factories.actor_of(account), session.merge(account), there, code)
                outcomes.append("in")
            except Refused:
                outcomes.append("refused")

    threads = [threading.Thread(target=take, args=(account,)) for account in accounts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["in", "refused"] and len(holders(supplier)) == 1


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


def test_a_claimed_supplier_changes_hands_only_by_a_code_made_for_that(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    supplier = unclaimed()
    old = somebody(app, "old")
    assert enter(old, code_for(supplier, cast)) == 303
    with transaction(write=True):  # as one that was made before somebody else got it by proof
        session.add(ClaimCode(**stale_code(supplier, cast)))
    assert enter(somebody(app, "late"), STALE) == 422
    officer = sign_in("commune_officer")
    refused = officer.submit(CODE_PAGE, {})
    assert refused.status_code == 422 and "thay người đang giữ" in refused.text
    assert old.get("/ban-hang/").status_code == 200
    assert enter(somebody(app, "heir"), code_for(supplier, cast, replaces=True)) == 303
    assert holders(supplier) == {"Heir": "manager"}
    assert old.get("/ban-hang/").status_code == 403, "at once, in the open session"
    with transaction(write=False):
        assert mailboxes_of(supplier.id) == ("heir@example.org",)
        assert session.get_one(Supplier, supplier.id).link_epoch == 1


STALE = "K7QM3XH9RT"


def stale_code(supplier: Supplier, cast: Cast) -> dict[str, object]:
    return {
        "supplier_id": supplier.id,
        "digest": code_digest(supplier.id, STALE),
        "replaces_holders": False,
        "made_by_id": cast.accounts["commune_officer"].id,
        "made_at": now(),
        "expires_at": now() + timedelta(days=1),
    }


def test_an_officer_takes_nothing_with_his_own_code(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    supplier = unclaimed()
    code = code_for(supplier, cast)
    assert enter(sign_in("commune_officer"), code) == 422
    assert holders(supplier) == {}
    assert enter(sign_in("administrator"), code) == 303, "a second one gave it"


def test_who_speaks_for_it_already_uses_up_no_code(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    supplier = unclaimed()
    lan = somebody(app, "lan")
    assert enter(lan, code_for(supplier, cast)) == 303
    code = code_for(supplier, cast, replaces=True)
    assert enter(lan, code) == 422
    assert enter(somebody(app, "heir"), code) == 303


def test_an_officer_ends_everybody_and_hands_out_a_code(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    supplier = unclaimed()
    old, officer = somebody(app, "old"), sign_in("commune_officer")
    assert enter(old, code_for(supplier, cast)) == 303
    assert officer.fill(CODE_PAGE, "/ket-thuc").status_code == 303
    assert holders(supplier) == {} and state_of(supplier)[0] == "unclaimed"
    assert old.get("/ban-hang/").status_code == 403
    assert officer.fill(CODE_PAGE, "/ma-nhan").status_code == 303


@pytest.mark.parametrize("way", ["", "/huy"])
def test_codes_of_another_area_are_hidden(cast: Cast, sign_in: SignIn, way: str) -> None:
    unclaimed()
    assert sign_in("other_officer").submit(CODE_PAGE + way, {}).status_code == 404
    assert sign_in("other_officer").get(CODE_PAGE).status_code == 404
