"""Who sees a claim and its scan: the claimant and the officers of the area, of whom none judges a claim of his own."""

from collections.abc import Callable
from io import BytesIO

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.core.audit import AuditRow
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Claim
from tests.browse import Browser
from tests.cast import Cast
from tests.media.pictures import card, encoded
from tests.suppliers.claiming import LIST, claimed_by, holders, judged, own, somebody, unclaimed

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


def test_an_officer_judges_no_claim_of_his_own(cast: Cast, sign_in: SignIn) -> None:
    supplier, officer = unclaimed(), sign_in("commune_officer")
    claim = claimed_by(officer)
    read = officer.get(judged(claim)).text
    assert "Đây là yêu cầu của chính bạn" in read and 'action="/can-bo/yeu-cau-nhan/' not in read
    for way, fields in (("/dong-y", {}), ("/tu-choi", {"reason": "other"}), ("/hoi", {"words": "x"})):
        assert officer.submit(judged(claim, way), fields).status_code == 422
    assert holders(supplier) == {}
    assert sign_in("province_officer").fill(judged(claim), "/dong-y").status_code == 303
    assert set(holders(supplier)) == {"Commune Officer"}


def test_claims_of_other_areas_and_persons_are_hidden(app: Flask, cast: Cast, sign_in: SignIn) -> None:
    unclaimed()
    claim = claimed_by(somebody(app, "lan"))
    far, other = sign_in("other_officer"), somebody(app, "other")
    assert "HTX Nà Hang" not in far.get(LIST).text
    assert far.get(judged(claim)).status_code == 404 and far.get(judged(claim, "/giay.jpg")).status_code == 404
    for way in ("/dong-y", "/tu-choi", "/hoi", "/thu-lai"):
        assert far.submit(judged(claim, way), {"reason": "other", "words": "x"}).status_code == 404
    for way in ("", "/giay.jpg"):
        assert other.get(own(claim) + way).status_code == 404
    for way in ("/nhan-tin", "/rut", "/giay"):
        assert other.submit(own(claim) + way, {"words": "x"}).status_code == 404


def test_a_scan_is_for_claimant_and_officer_alone(app: Flask, cast: Cast, sign_in: SignIn, client: Browser) -> None:
    unclaimed()
    lan, officer = somebody(app, "lan"), sign_in("commune_officer")
    claim = claimed_by(lan)
    sent = lan.submit(own(claim) + "/giay", {"photo": (BytesIO(encoded(card(400))), "giay.jpg")})
    assert sent.status_code == 303
    for reader, at in ((lan, own(claim)), (officer, judged(claim))):
        seen = reader.get(at + "/giay.jpg")
        assert seen.status_code == 200 and seen.mimetype == "image/jpeg"
        assert seen.headers["Cache-Control"] == "no-store"
        assert f'src="{at}/giay.jpg"' in reader.get(at).text
    with transaction(write=False):
        photo = session.scalars(select(Claim.scan_id)).one()
        assert photo
        from_table = session.execute(select(AuditRow.action).where(AuditRow.action == "see_scan")).all()
        assert len(from_table) == 1
    assert client.get(own(claim) + "/giay.jpg").status_code == 303
    wrong = lan.submit(own(claim) + "/giay", {"photo": (BytesIO(b"<svg onload=alert(1)>"), "giay.jpg")})
    assert wrong.status_code == 422 and 'id="anh-error"' in wrong.text
    assert lan.submit(own(claim) + "/giay").status_code == 422
