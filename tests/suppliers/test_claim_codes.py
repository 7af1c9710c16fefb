"""Claiming with a code that an officer hands out, and changing hands by one."""

import re
import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.suppliers.models import ClaimCode, Supplier
from marketplace.suppliers.queries import mailboxes_of
from marketplace.suppliers.services import redeem_code
from marketplace.suppliers.services.claim_codes import code_digest
from marketplace.suppliers.vocabulary import new_code, read_code
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
    enter,
    holders,
    somebody,
    state_of,
    unclaimed,
)

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


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
