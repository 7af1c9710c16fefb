"""Somebody who bought, claimed and reported leaves for good: no word, number or picture of the person stays."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.leads.models import Party
from marketplace.media.models import Photo
from marketplace.suppliers.models import Claim, ReviewMessage
from tests import factories
from tests.accounts.people import PASSWORD, enter
from tests.browse import Browser, browser
from tests.cast import Cast
from tests.media.pictures import card, encoded
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
