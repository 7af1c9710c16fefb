"""A claim that waits while its claimant, or somebody else, comes to speak for the supplier by another way."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account
from marketplace.accounts.services import disable_account
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import invitation_token_of, pending_claim_count
from marketplace.suppliers.services import invite
from marketplace.suppliers.vocabulary import Addressee
from tests import factories
from tests.browse import Browser
from tests.cast import Cast
from tests.suppliers.claiming import DOOR, PROOF, claims, code_for, holders, somebody, unclaimed

SignIn = Callable[[str], Browser]
LIST = "/can-bo/yeu-cau-nhan"
pytestmark = pytest.mark.usefixtures("clock")


def make_member(supplier: Supplier, name: str) -> None:
    """Its manager let the person in meanwhile, as a member."""
    with transaction(write=True):
        account = session.scalars(select(Account).where(Account.name == name)).one()
        factories.join(account, session.get_one(Supplier, supplier.id), "member")


def test_a_member_whose_claim_is_approved_manages_it(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    """All others' rights ended, and the one who stayed could neither invite nor hand over."""
    supplier, old, lan = unclaimed(), somebody(app, "old"), somebody(app, "lan")
    assert old.submit(f"{DOOR}/ma", {"code": code_for(supplier, cast)}).status_code == 303
    make_member(supplier, "Lan")
    assert lan.submit(DOOR, PROOF).status_code == 303, "its only manager may be gone"
    (_code, claim) = claims()
    assert sign_in("commune_officer").fill(f"{LIST}/{claim.public_id}", "/dong-y", ends_holders="y").status_code == 303
    assert holders(supplier) == {"Lan": "manager"}


def test_a_member_with_the_officer_s_code_manages_it(app: Flask, cast: Cast) -> None:
    supplier, old, lan = unclaimed(), somebody(app, "old"), somebody(app, "lan")
    assert old.submit(f"{DOOR}/ma", {"code": code_for(supplier, cast)}).status_code == 303
    make_member(supplier, "Lan")
    code = code_for(supplier, cast, replaces=True)
    assert lan.submit(f"{DOOR}/ma", {"code": code}).status_code == 303
    assert holders(supplier) == {"Lan": "manager"}


def test_what_one_came_to_by_another_way_waits_for_no_officer(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    """The queue counted it, and after three days it was overdue, though there was nothing left to decide."""
    supplier, lan, duc = unclaimed(), somebody(app, "lan"), somebody(app, "duc")
    for one in (lan, duc):
        assert one.submit(DOOR, PROOF).status_code == 303
    assert lan.submit(f"{DOOR}/ma", {"code": code_for(supplier, cast)}).status_code == 303
    with transaction(write=True):
        there = session.get_one(Supplier, supplier.id)
        row = invite(cast.actor("commune_officer"), there, Addressee(email="duc@example.org"), "manager")
        link = f"/loi-moi/{invitation_token_of(row)}"
    assert duc.fill(link).status_code == 303
    assert [(claim.way, claim.state) for claim in claims()] == [
        ("proof", "approved"),
        ("proof", "approved"),
        ("code", "approved"),
    ]
    with transaction(write=False):
        assert pending_claim_count(cast.actor("commune_officer")) == 0


def test_a_rival_is_told_when_a_code_gave_it_to_another(
    app: Flask, cast: Cast, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]
) -> None:
    supplier, lan, duc = unclaimed(), somebody(app, "lan"), somebody(app, "duc")
    for one in (lan, duc):
        assert one.submit(DOOR, PROOF).status_code == 303
    assert duc.submit(f"{DOOR}/ma", {"code": code_for(supplier, cast)}).status_code == 303
    drain()
    told = [mail for mail in mails() if "cho người khác" in mail.get_content()]
    assert [mail["To"] for mail in told] == ["lan@example.org"]
    assert [claim.state for claim in claims()] == ["pending", "approved", "approved"], "hers is still looked at"


def test_a_claim_that_was_approved_meanwhile_is_not_said_to_be_taken_back(
    app: Flask, cast: Cast, sign_in: SignIn
) -> None:
    """With the page still open the claimant read that it was withdrawn, and managed the place all the same."""
    supplier, lan = unclaimed(), somebody(app, "lan")
    own = lan.submit(DOOR, PROOF).location
    assert sign_in("commune_officer").fill(f"{LIST}/{claims()[0].public_id}", "/dong-y").status_code == 303
    late = lan.submit(f"{own}/rut")
    assert late.status_code == 422 and "đã được xem xong" in late.text
    assert holders(supplier) == {"Lan": "manager"}


def test_a_refused_claim_of_who_came_in_by_a_code_waits_no_more(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    supplier, lan = unclaimed(), somebody(app, "lan")
    own = lan.submit(DOOR, PROOF).location
    refused = f"{LIST}/{claims()[0].public_id}"
    assert sign_in("commune_officer").fill(refused, "/tu-choi", reason="unproven").status_code == 303
    assert lan.submit(f"{DOOR}/ma", {"code": code_for(supplier, cast)}).status_code == 303
    late = lan.submit(f"{own}/nhan-tin", {"words": "Cảm ơn."})
    assert late.status_code == 422 and "Bạn đã phụ trách nơi này." in late.text
    assert claims()[0].state == "refused"


def test_nothing_is_given_to_an_account_that_was_disabled_meanwhile(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    """The place counted as held by somebody who can't sign in, so that nobody answered and nobody else was rung."""
    supplier = unclaimed()
    assert somebody(app, "lan").submit(DOOR, PROOF).status_code == 303
    with transaction(write=True):
        lan = session.scalars(select(Account).where(Account.name == "Lan")).one()
        disable_account(cast.actor("administrator"), lan)
    refused = sign_in("commune_officer").submit(f"{LIST}/{claims()[0].public_id}/dong-y")
    assert refused.status_code == 422 and "đang bị khóa" in refused.text
    assert holders(supplier) == {}


@pytest.mark.parametrize("state", ["applied", "suspended"])
def test_nobody_is_invited_to_what_is_not_public(
    cast: Cast, sign_in: SignIn, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]], state: str
) -> None:
    """It was promised for 14 days, no mail went out, then or later, and the link opened nothing."""
    with transaction(write=True):
        session.get_one(Supplier, cast.hong_luan.id).state = state
    for way in ("moi", "ban-giao"):
        fields = {"to": "lan@example.org", "role": "member", "drops_mailbox": "y"}
        refused = sign_in("member").submit(f"/ban-hang/thanh-vien/htx-hong-luan/{way}", fields)
        assert refused.status_code == 422 and "hiện không công khai nên chưa mời ai được" in refused.text
    drain()
    assert mails() == []
