"""Claiming with proof: pending, approved, refused, asked, taken back."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.services import verify_supplier
from tests import factories
from tests.browse import Browser
from tests.cast import QUANG_BACH, Cast
from tests.suppliers.claiming import (
    DOOR,
    LIST,
    PROOF,
    SLUG,
    claimed_by,
    claims,
    code_for,
    holders,
    judged,
    own,
    somebody,
    state_of,
    unclaimed,
)

SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
Mails = Callable[[], list[EmailMessage]]
pytestmark = pytest.mark.usefixtures("clock")


def test_proof_goes_to_the_officer_who_approves(
    app: Flask, cast: Cast, sign_in: SignIn, drain: Drain, mails: Mails
) -> None:
    supplier, lan, officer = (
        unclaimed(phone="+84900000044"),
        somebody(app, "lan", phone="+84900000044"),
        sign_in("commune_officer"),
    )
    claim = claimed_by(lan)
    assert claim.due_at - claim.claimed_at == timedelta(hours=72)
    assert holders(supplier) == {} and state_of(supplier)[0] == "unclaimed"
    assert lan.fill(own(claim), "/nhan-tin", words="Gọi tôi buổi sáng.").status_code == 303
    read = officer.get(judged(claim)).text
    for words in ("kế toán", "0900 000 044", "Gọi tôi buổi sáng.", "số điện thoại", "chưa ai phụ trách"):
        assert words in read, words
    assert officer.fill(judged(claim), "/dong-y").status_code == 303
    assert holders(supplier) == {"Lan": "manager"}
    assert state_of(supplier) == ("claimed", False)
    assert lan.get("/ban-hang/").status_code == 200
    drain()
    assert any(mail["To"] == "lan@example.org" and "Từ nay bạn phụ trách" in mail.get_content() for mail in mails())


def test_claimed_and_verified_are_two_words(app: Flask, cast: Cast, client: Browser) -> None:
    supplier = unclaimed()
    page = f"/chu-the/{SLUG}"
    read = client.get(page).text
    assert "Đã có người phụ trách" not in read and "Đã xác minh" not in read and "Nhận chủ thể" in read
    assert somebody(app, "lan").submit(f"{DOOR}/ma", {"code": code_for(supplier, cast)}).status_code == 303
    read = client.get(page).text
    assert "Đã có người phụ trách" in read and "Đã xác minh" not in read and "Nhận chủ thể" not in read
    with transaction(write=True):
        there = session.get_one(Supplier, supplier.id)
        verify_supplier(cast.actor("commune_officer"), there)
        there.state = "unclaimed"
    read = client.get(page).text
    assert "Đã có người phụ trách" not in read and "Đã xác minh" in read
    said = client.get(f"/api/v1/suppliers/{SLUG}").json
    assert said and (said["verified"], said["claimed"]) == (True, False)


def test_a_refusal_has_a_reason_and_may_be_answered(
    app: Flask, cast: Cast, sign_in: SignIn, clock: StoppedClock, drain: Drain, mails: Mails
) -> None:
    supplier, lan, officer = unclaimed(), somebody(app, "lan"), sign_in("commune_officer")
    claim = claimed_by(lan)
    bare = officer.fill(judged(claim), "/tu-choi", why="Chưa rõ.")
    assert bare.status_code == 422 and "Chưa rõ." in bare.text and 'id="reason-error"' in bare.text
    assert officer.fill(judged(claim), "/hoi", words="Ai ký giấy?").status_code == 303
    assert officer.fill(judged(claim), "/tu-choi", reason="unproven", why="Xin chụp quyết định.").status_code == 303
    drain()
    sent = [mail.get_content() for mail in mails() if mail["To"] == "lan@example.org"]
    assert "Ai ký giấy?" in sent[0] and "Xin chụp quyết định." in sent[1] and "Lý do: Giấy tờ" in sent[1]
    read = lan.get(own(claim)).text
    assert "Xin chụp quyết định." in read and "Chưa được nhận" in read
    clock.advance(timedelta(days=1))
    assert lan.fill(own(claim), "/nhan-tin", words="Đây là số quyết định.").status_code == 303
    again = claims()[-1]
    assert (again.state, again.due_at) == ("pending", claim.due_at + timedelta(days=1))
    assert officer.fill(judged(claim), "/dong-y").status_code == 303
    assert holders(supplier) == {"Lan": "manager"}


def test_an_approved_claim_is_taken_back_and_the_membership_ends(
    app: Flask, cast: Cast, sign_in: SignIn, drain: Drain, mails: Mails
) -> None:
    supplier, lan, officer = unclaimed(), somebody(app, "lan"), sign_in("commune_officer")
    claim = claimed_by(lan)
    officer.fill(judged(claim), "/dong-y")
    assert lan.get("/ban-hang/").status_code == 200
    assert officer.submit(judged(claim, "/thu-lai"), {"reason": ""}).status_code == 422
    assert officer.fill(judged(claim), "/thu-lai", reason="left", why="Đã nghỉ việc.").status_code == 303
    assert holders(supplier) == {} and state_of(supplier)[0] == "unclaimed"
    assert lan.get("/ban-hang/").status_code == 403
    drain()
    assert any("thu lại quyền" in mail.get_content() and "Đã nghỉ việc." in mail.get_content() for mail in mails())
    with transaction(write=False):
        acts = list(session.scalars(select(AuditRow.action).where(AuditRow.object_kind == "claim")))
    assert [act for act in acts if act not in ("see_claim",)] == ["approve_claim", "revoke_claim"]
    assert "see_claim" in acts, "a look at somebody's words is written down"


def test_overdue_claims_stand_first(app: Flask, cast: Cast, sign_in: SignIn, clock: StoppedClock) -> None:
    unclaimed()
    with transaction(write=True):
        factories.make_supplier("HTX Sau", state="unclaimed", place_id=QUANG_BACH)
    claimed_by(somebody(app, "lan"))
    clock.advance(timedelta(hours=50))
    somebody(app, "duc").submit("/chu-the/htx-sau/nhan", PROOF)
    clock.advance(timedelta(hours=30))
    read = sign_in("commune_officer").get(LIST).text
    assert read.index("HTX Nà Hang") < read.index("HTX Sau")
    assert read.count("Quá hạn xem") == 1


def test_a_second_claim_leads_to_the_first_and_many_are_refused(app: Flask, cast: Cast) -> None:
    unclaimed()
    lan = somebody(app, "lan")
    claim = claimed_by(lan)
    assert lan.submit(DOOR, PROOF).location.endswith(own(claim))
    slugs = []
    for number in range(5):
        with transaction(write=True):
            slugs.append(factories.make_supplier(f"HTX Số {number}", state="unclaimed").slug)
    answers = [lan.submit(f"/chu-the/{slug}/nhan", PROOF).status_code for slug in slugs]
    assert answers == [303] * 4 + [422]


def test_a_claim_with_nothing_filled_in_keeps_what_was_typed(app: Flask, cast: Cast) -> None:
    unclaimed()
    refused = somebody(app, "lan").fill(DOOR, "/nhan", position="kế toán", reach="", words="")
    assert refused.status_code == 422 and 'value="kế toán"' in refused.text
    assert 'id="reach-error"' in refused.text and 'id="words-error"' in refused.text


def test_the_claimant_takes_it_back(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    unclaimed()
    lan = somebody(app, "lan")
    claim = claimed_by(lan)
    assert lan.fill(own(claim), "/rut").status_code == 303
    assert claims()[-1].state == "withdrawn"
    assert sign_in("commune_officer").submit(judged(claim, "/dong-y")).status_code == 422
    assert lan.submit(own(claim) + "/nhan-tin", {"words": "x"}).status_code == 422


def test_approving_ends_the_code_that_was_out(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    supplier = unclaimed()
    code = code_for(supplier, cast)
    claim = claimed_by(somebody(app, "lan"))
    sign_in("commune_officer").fill(judged(claim), "/dong-y")
    assert somebody(app, "late").submit(f"{DOOR}/ma", {"code": code}).status_code == 422
    assert set(holders(supplier)) == {"Lan"}


def test_what_was_closed_meanwhile_is_given_to_nobody(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    supplier = unclaimed()
    claim = claimed_by(somebody(app, "lan"))
    with transaction(write=True):
        session.get_one(Supplier, supplier.id).state = "closed"
    assert sign_in("commune_officer").submit(judged(claim, "/dong-y")).status_code == 422
    assert holders(supplier) == {}
