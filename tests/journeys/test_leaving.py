"""Somebody who bought, claimed and reported leaves for good: no word, number or picture of the person stays."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.leads.models import Party
from marketplace.media.models import Photo
from marketplace.suppliers.models import Claim, ReviewMessage
from marketplace.suppliers.queries import mailboxes_of, members_of
from marketplace.suppliers.services import merge_suppliers
from tests import factories
from tests.accounts.people import PASSWORD, enter
from tests.browse import Browser, browser
from tests.cast import Cast
from tests.media.pictures import card, encoded
from tests.suppliers.applying import OWN, QUEUE, applied, newest, supplier_of
from tests.suppliers.claiming import DOOR, PROOF, unclaimed

pytestmark = pytest.mark.usefixtures("clock")
NAME, NUMBER = "Thu", "900000045"
ASKED = {"quantity": "73 kg", "phone": "0900 000 045", "name": NAME, "words": "Cần sợi nhỏ.", "consent": "y"}


@pytest.fixture
def thu(app: Flask, clock: StoppedClock, cast: Cast, drain: Callable[[], int]) -> Browser:
    """She asked HTX Hồng Luân for noodles, and claims HTX Nà Hang with a picture of a paper."""
    account = enter()
    unclaimed()
    with transaction(write=True):
        factories.make_product(session.merge(cast.hong_luan), "Bún khô")
        thu = browser(app, factories.begin_session_of(account))
    form = "/san-pham/bun-kho-hong-luan/hoi-hang"
    assert thu.fill(form, "/hoi-hang", **ASKED, suppliers="htx-hong-luan").status_code == 303
    claim = thu.fill(DOOR, "/nhan", **PROOF).location.split("?")[0]
    picture = {"photo": (BytesIO(encoded(card(400))), "giay.jpg")}
    assert thu.submit(f"{claim}/giay", picture).status_code == 303
    drain()
    return thu


def test_nothing_of_the_person_stays(thu: Browser, sign_in: Callable[[str], Browser], drain: Callable[[], int]) -> None:
    queue = "/can-bo/yeu-cau-nhan"
    assert "HTX Nà Hang" in sign_in("commune_officer").get(queue).text.split("Đã xem")[0]
    assert thu.submit("/tai-khoan/xoa", {"present": PASSWORD}).status_code == 303
    drain()
    with transaction(write=False):
        party = session.scalars(select(Party)).one()
        assert party.erased_at and not any((party.name, party.phone, party.email))
        claim = session.scalars(select(Claim)).one()
        assert (claim.state, claim.scan_id) == ("withdrawn", None), "no officer decides about nobody"
        written = session.scalars(select(ReviewMessage.body).where(ReviewMessage.side == "person"))
        assert set(written) == {""}
        assert session.scalars(select(Photo.removed_at)).one(), "its files go in the night"
    assert PROOF["words"] not in sign_in("administrator").get(queue).text


@pytest.mark.parametrize("ending", ["waits", "withdrawn", "refused", "closed"])
def test_an_organisation_that_is_not_public_holds_nobody_back(
    app: Flask, sign_in: Callable[[str], Browser], ending: str
) -> None:
    """Nobody can be invited to take the place of its only manager, so nothing could be done about it either."""
    account = enter()
    with transaction(write=True):
        thu = browser(app, factories.begin_session_of(account))
    row, officer = applied(thu, representative="Nông Thị Thu"), sign_in("commune_officer")
    if ending == "withdrawn":
        assert thu.submit(f"{OWN}/{row.public_id}/rut").status_code == 303
    elif ending == "refused":
        assert officer.submit(f"{QUEUE}/{row.public_id}/tu-choi", {"reason": "outside"}).status_code == 303
    elif ending == "closed":
        officer.submit(f"{QUEUE}/{row.public_id}/thong-qua", {"way": "visit"})
        closed = officer.submit(f"/can-bo/chu-the/{supplier_of(row).slug}/dong", {"reason": "stopped"})
        assert closed.status_code == 303
    assert thu.submit("/tai-khoan/xoa", {"present": PASSWORD}).status_code == 303
    assert row.public_id not in officer.get(QUEUE).text, "no officer decides about nobody"
    assert newest().state == {"waits": "withdrawn", "closed": "passed"}.get(ending, ending)
    if ending != "closed":
        gone = supplier_of(row)
        assert (gone.state, gone.phone, gone.representative) == ("closed", None, None)
        with transaction(write=False):
            assert mailboxes_of(gone.id) == ()


def test_the_only_manager_of_a_public_one_stays_until_it_is_handed_over(app: Flask, cast: Cast) -> None:
    account = enter()
    with transaction(write=True):
        thu = browser(app, factories.begin_session_of(account))
        factories.join(account, factories.make_supplier("HTX Mường Khương"))
    refused = thu.submit("/tai-khoan/xoa", {"present": PASSWORD})
    assert refused.status_code == 422 and "HTX Mường Khương" in refused.text


def test_who_joined_two_that_are_one_now_leaves_both_at_once(app: Flask, cast: Cast) -> None:
    """The first end was the second's too, after which the other manager looked like the only one."""
    account = enter()
    with transaction(write=True):
        thu = browser(app, factories.begin_session_of(account))
        luan, twin = session.merge(cast.hong_luan), factories.make_supplier("HTX Hồng Luân Hai")
        factories.join(account, luan)
        factories.join(account, twin)
        merge_suppliers(cast.actor("administrator"), twin, luan)
    assert thu.submit("/tai-khoan/xoa", {"present": PASSWORD}).status_code == 303
    with transaction(write=False):
        ended = session.scalars(select(AuditRow).where(AuditRow.action == "end_membership")).all()
        assert len(ended) == 1
        assert [one.name for _row, one in members_of(cast.hong_luan.id)] == ["Member"]
