"""Claims, codes and invitations of a supplier that is taken for another now: they lead to that one, and end with it."""

from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import pytest
from flask import Flask

from marketplace.accounts.models import Account
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier, SupplierMerge
from marketplace.suppliers.queries import invitation_token_of, members_of
from marketplace.suppliers.services import invite, merge_suppliers, undo_supplier_merge
from marketplace.suppliers.vocabulary import Addressee
from tests import factories
from tests.browse import Browser
from tests.cast import LAO_CAI, QUANG_BACH, Cast
from tests.suppliers.claiming import CODE_PAGE, DOOR, PROOF, claims, code_for, somebody, unclaimed

SignIn = Callable[[str], Browser]
LIST = "/can-bo/yeu-cau-nhan"
TO_LAN = Addressee(email="lan@example.org")
pytestmark = pytest.mark.usefixtures("clock")


def root(**values: Any) -> Supplier:
    """The same place as HTX Nà Hang, entered another time, which nobody speaks for."""
    with transaction(write=True):
        return factories.make_supplier(
            "HTX Nà Hang Hai", slug="hai", **{"state": "unclaimed", "place_id": QUANG_BACH, **values}
        )


def merge(cast: Cast, supplier: Supplier, into: Supplier) -> SupplierMerge:
    with transaction(write=True):
        pair = (session.get_one(Supplier, supplier.id), session.get_one(Supplier, into.id))
        return merge_suppliers(cast.actor("administrator"), *pair)


def speakers(supplier: Supplier) -> list[str]:
    """Who speaks for it, and for what is one with it."""
    with transaction(write=False):
        return [account.name for _row, account in members_of(supplier.id)]


def test_a_claim_that_waits_is_one_of_the_supplier_that_stays(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    """It stood in the queue for good: what is merged "isn't public", so nobody could approve it."""
    supplier, stays, lan = unclaimed(), root(), somebody(app, "lan")
    assert lan.submit(DOOR, PROOF).status_code == 303
    merge(cast, supplier, stays)
    (claim,) = claims()
    own = f"/ban-hang/yeu-cau-nhan/{claim.public_id}"
    assert lan.submit("/chu-the/hai/nhan", PROOF).location.endswith(own), "claimed again it is the same claim"
    officer = sign_in("commune_officer")
    assert "HTX Nà Hang Hai" in officer.get(LIST).text
    assert officer.fill(f"{LIST}/{claim.public_id}", "/dong-y").status_code == 303
    assert speakers(stays) == ["Lan"]
    assert "HTX Nà Hang Hai" in lan.get(own).text


def test_it_is_judged_where_the_supplier_that_stays_lies(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    supplier, stays = unclaimed(), root(place_id=None, province_id=LAO_CAI)
    assert somebody(app, "lan").submit(DOOR, PROOF).status_code == 303
    merge(cast, supplier, stays)
    (claim,) = claims()
    assert sign_in("commune_officer").get(f"{LIST}/{claim.public_id}").status_code == 404
    there = sign_in("other_officer")
    assert claim.public_id in there.get(LIST).text
    assert there.fill(f"{LIST}/{claim.public_id}", "/dong-y").status_code == 303
    assert speakers(stays) == ["Lan"]


def test_a_code_on_paper_opens_the_one_that_stays(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    supplier, stays = unclaimed(), root()
    code = code_for(supplier, cast)
    merge(cast, supplier, stays)
    lan = somebody(app, "lan")
    assert lan.get(DOOR).location == "/chu-the/hai/nhan", "the paper still says the old address"
    assert "Đang có một mã" in sign_in("commune_officer").get(CODE_PAGE).text
    assert lan.submit("/chu-the/hai/nhan/ma", {"code": code}).status_code == 303
    assert speakers(stays) == ["Lan"]


def test_a_code_that_replaces_the_merged_ones_people_ends_nobody_else(app: Flask, cast: Cast) -> None:
    supplier = unclaimed(state="claimed")
    code = code_for(supplier, cast, replaces=True)
    merge(cast, supplier, cast.hong_luan)
    refused = somebody(app, "lan").submit("/chu-the/htx-hong-luan/nhan/ma", {"code": code})
    assert refused.status_code == 422
    assert speakers(cast.hong_luan) == ["Member"]


def test_codes_of_both_are_taken_back_at_once(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    supplier, stays = unclaimed(), root()
    codes = [code_for(one, cast) for one in (supplier, stays)]
    merge(cast, supplier, stays)
    assert sign_in("commune_officer").submit("/can-bo/chu-the/hai/ma-nhan/huy").status_code == 303
    lan = somebody(app, "lan")
    assert {lan.submit("/chu-the/hai/nhan/ma", {"code": code}).status_code for code in codes} == {422}


def test_everybody_s_rights_end_with_the_invitations_to_the_merged_one(
    app: Flask, cast: Cast, sign_in: SignIn, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]
) -> None:
    """Somebody could come back in by the other door; and who had joined both was told twice."""
    supplier = unclaimed(state="claimed")
    with transaction(write=True):
        factories.join(session.get_one(Account, cast.accounts["member"].id), session.merge(supplier))
        there = session.get_one(Supplier, supplier.id)
        row = invite(cast.actor("commune_officer"), there, Addressee(phone="+84900000047"), "manager")
        link = f"/loi-moi/{invitation_token_of(row)}"
    merge(cast, supplier, cast.hong_luan)
    late = somebody(app, "late")
    assert late.get(link).status_code == 200
    assert sign_in("commune_officer").submit("/can-bo/chu-the/htx-hong-luan/ket-thuc").status_code == 303
    assert late.get(link).status_code == 410
    drain()
    assert [mail["To"] for mail in mails()] == ["member@example.org"]


@pytest.mark.parametrize("way", ["claim", "code", "invitation"])
def test_taken_apart_again_everybody_speaks_for_the_one_to_which_he_came(
    app: Flask, cast: Cast, sign_in: SignIn, way: str
) -> None:
    """Else the claimant of the one kept the other, and taking the claim back ended nothing."""
    supplier, stays, lan = unclaimed(), root(), somebody(app, "lan")
    code = code_for(supplier, cast)
    with transaction(write=True):
        there = session.get_one(Supplier, supplier.id)
        link = f"/loi-moi/{invitation_token_of(invite(cast.actor('commune_officer'), there, TO_LAN, 'manager'))}"
    assert lan.submit(DOOR, PROOF).status_code == 303
    merged = merge(cast, supplier, stays)
    (claim,), officer = claims(), sign_in("commune_officer")
    answer = {
        "claim": lambda: officer.fill(f"{LIST}/{claim.public_id}", "/dong-y"),
        "code": lambda: lan.submit("/chu-the/hai/nhan/ma", {"code": code}),
        "invitation": lambda: lan.fill(link),
    }[way]()
    assert answer.status_code == 303
    assert speakers(stays) == ["Lan"]
    with transaction(write=True):
        undo_supplier_merge(cast.actor("administrator"), session.get_one(SupplierMerge, merged.id))
    assert (speakers(supplier), speakers(stays)) == (["Lan"], [])
    assert officer.submit(f"{LIST}/{claims()[-1].public_id}/thu-lai", {"reason": "left"}).status_code == 303
    assert speakers(supplier) == []
