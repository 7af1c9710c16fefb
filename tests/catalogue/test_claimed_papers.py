"""Papers that a supplier claims on its sheet: claimed anew, put right, declined, no longer named."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import Certificate, Product
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from tests.browse import Browser
from tests.catalogue.edits import edit
from tests.catalogue.product_sheets import OWN, hand_in
from tests.factories import make_certificate

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


def papers() -> list[Certificate]:
    """All papers, the oldest first."""
    with transaction(write=False):
        found = list(session.scalars(select(Certificate).order_by(Certificate.id)))
        session.expunge_all()
        return found


def test_a_verified_paper_is_claimed_anew_and_an_unverified_one_put_right(member: Browser, product: Product) -> None:
    with transaction(write=True):
        paper = make_certificate(session.get_one(Product, product.id))
        paper.verified_at = now()
        session.flush()
    edit(member, product)
    assert len(papers()) == 1
    edit(member, product, stars="4", issued_on="1/9/2026", expires_on="")
    old, new = papers()
    assert (old.stars, old.verified_at is not None) == (3, True)
    assert (new.stars, new.verified_at, str(new.expires_on)) == (4, None, "2029-09-01")
    edit(member, product, decision_no="99/QĐ-UBND")
    assert [paper.decision_no for paper in papers()] == ["15/QĐ-UBND", "99/QĐ-UBND"]


def test_a_declined_paper_never_shows_and_is_claimed_anew(
    member: Browser, product: Product, sign_in: SignIn, client: Browser
) -> None:
    edit(member, product, stars="4", decision_no="15/QĐ-UBND", issued_on="25/8/2025")
    (paper,) = papers()
    officer, address = sign_in("commune_officer"), "/can-bo/chung-nhan"
    assert officer.submit(f"{address}/{paper.public_id}/tu-choi", {"ly-do": "nope"}).status_code == 422
    words = {"ly-do": "stars", "loi": "Giấy ghi 3 sao."}
    assert officer.submit(f"{address}/{paper.public_id}/tu-choi", words).status_code == 303
    assert f"{paper.public_id}/tu-choi" not in officer.get(address).text
    assert "chứng nhận OCOP chờ xác minh" not in client.get(f"/san-pham/{product.slug}").text
    assert "Hạng sao không khớp với giấy. Giấy ghi 3 sao." in member.get(OWN).text
    officer.submit(f"{address}/xac-minh", {"giay": paper.public_id})
    assert papers()[0].verified_at is None  # settled is settled
    edit(member, product, stars="3", decision_no="15/QĐ-UBND", issued_on="25/8/2025")
    old, new = papers()
    assert (old.declined_at is not None, new.declined_at, new.stars) == (True, None, 3)
    assert "Giấy ghi 3 sao." not in member.get(OWN).text
    assert "chứng nhận OCOP chờ xác minh" in client.get(f"/san-pham/{product.slug}").text


def test_a_paper_that_is_no_longer_named_is_taken_back(
    member: Browser, product: Product, sign_in: SignIn, client: Browser
) -> None:
    edit(
        member, product, stars="4", decision_no="15/QĐ-UBND", issued_on="25/8/2025", has_vietgap="y", no_vietgap="VG-12"
    )
    assert "VietGAP" in client.get(f"/san-pham/{product.slug}").text
    edit(member, product, stars="", decision_no="", issued_on="", expires_on="", has_vietgap="", no_vietgap="")
    assert [(paper.kind, paper.withdrawn_at is not None) for paper in papers()] == [("ocop", True), ("vietgap", True)]
    shown = client.get(f"/san-pham/{product.slug}").text
    assert "VietGAP" not in shown and "chứng nhận OCOP chờ xác minh" not in shown
    officer, (ocop, _) = sign_in("commune_officer"), papers()
    assert "15/QĐ-UBND" not in officer.get("/can-bo/chung-nhan").text
    officer.submit("/can-bo/chung-nhan/xac-minh", {"giay": ocop.public_id})
    assert papers()[0].verified_at is None
    edit(member, product, stars="3", decision_no="15/QĐ-UBND", issued_on="25/8/2025")
    assert [(paper.kind, paper.stars, paper.withdrawn_at is None) for paper in papers()][2:] == [("ocop", 3, True)]


def test_what_an_officer_verified_or_a_list_claimed_meanwhile_is_not_taken_back(
    member: Browser, product: Product
) -> None:
    with transaction(write=True):
        make_certificate(session.get_one(Product, product.id), verified_at=now())
    edit(member, product, stars="", decision_no="", issued_on="", expires_on="")
    assert papers()[0].withdrawn_at is None
    sheet = member.submit(f"{OWN}/{product.public_id}/sua").location
    with transaction(write=True):
        make_certificate(session.get_one(Product, product.id), kind="haccp", created_at=now() + timedelta(minutes=1))
        make_certificate(session.get_one(Product, product.id), kind="khac")
    assert sheet and hand_in(member, sheet).status_code == 303
    assert [paper.withdrawn_at for paper in papers()] == [None, None, None]
