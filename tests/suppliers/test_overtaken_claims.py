"""A claim that waits while its claimant, or somebody else, comes to speak for the supplier by another way."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
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
