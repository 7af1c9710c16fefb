"""What the tests of claims share: an unclaimed supplier in Quảng Bạch, persons, and the forms that they send."""

import re
from typing import Any

from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Claim, MembershipRow, Supplier
from marketplace.suppliers.services import make_code
from marketplace.suppliers.vocabulary import printed_code
from tests import factories
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH, Cast

SLUG = "htx-na-hang"
DOOR, CODE_PAGE = f"/chu-the/{SLUG}/nhan", f"/can-bo/chu-the/{SLUG}/ma-nhan"
LIST = "/can-bo/yeu-cau-nhan"
PROOF = {"position": "kế toán", "reach": "0900 000 044", "words": "Tôi giữ sổ của hợp tác xã."}


def unclaimed(**values: Any) -> Supplier:
    """HTX Nà Hang of Quảng Bạch, which nobody speaks for."""
    with transaction(write=True):
        return factories.make_supplier("HTX Nà Hang", **{"state": "unclaimed", "place_id": QUANG_BACH, **values})


def code_for(supplier: Supplier, cast: Cast, *, replaces: bool = False, by: str = "commune_officer") -> str:
    """A fresh code, as it is printed."""
    with transaction(write=True):
        there = session.get_one(Supplier, supplier.id)
        return printed_code(make_code(cast.actor(by), there, replaces_holders=replaces))


def somebody(app: Flask, name: str, **values: Any) -> Browser:
    """The browser of a new account."""
    with transaction(write=True):
        return browser(app, factories.begin_session_of(factories.make_account(name, **values)))


def enter(client: Browser, code: str, door: str = DOOR) -> int:
    """Type a code; the status of the answer."""
    return client.submit(f"{door}/ma", {"code": code}).status_code


def holders(supplier: Supplier) -> dict[str, str]:
    """Name of who speaks for the supplier → role."""
    query = (
        select(Account.name, MembershipRow.role)
        .join(MembershipRow, MembershipRow.account_id == Account.id)
        .where(MembershipRow.supplier_id == supplier.id, MembershipRow.ended_at.is_(None))
    )
    with transaction(write=False):
        return {row[0]: row[1] for row in session.execute(query)}


def state_of(supplier: Supplier) -> tuple[str, bool]:
    """(state, whether it is verified)."""
    with transaction(write=False):
        there = session.get_one(Supplier, supplier.id)
        return there.state, there.verified_at is not None


def claims() -> list[Claim]:
    """All claims, the oldest first."""
    with transaction(write=False):
        return list(session.scalars(select(Claim).order_by(Claim.id)))


def claimed_by(client: Browser) -> Claim:
    """The claim that somebody makes now, with proof."""
    answer = client.fill(DOOR, "/nhan", **PROOF)
    assert answer.status_code == 303, answer.text
    return claims()[-1]


def own(claim: Claim) -> str:
    """The claimant's page of a claim."""
    return f"/ban-hang/yeu-cau-nhan/{claim.public_id}"


def judged(claim: Claim, way: str = "") -> str:
    """The officer's page of a claim, or where one of its forms is sent."""
    return f"{LIST}/{claim.public_id}{way}"


def error_of(text: str, field: str) -> str:
    """What stands beside a field."""
    found = re.search(rf'id="{field}-error".*?<span>(.*?)</span>', text, re.DOTALL)
    return found[1] if found else ""
