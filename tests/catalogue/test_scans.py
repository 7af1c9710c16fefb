"""Scans of papers: seen by the officers of the area and the own people, each look written down, nowhere kept."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from marketplace.core.audit import AuditRow
from marketplace.core.db import session, transaction
from marketplace.media.models import Photo
from marketplace.media.services import remove_picture
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.browse import Browser
from tests.cast import PERSONS, Cast
from tests.media.pictures import decoded, is_upright, make_photo

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")
MAY = {"can-bo": {"commune_officer", "province_officer", "administrator"}, "ban-hang": {"member"}}


@pytest.fixture
def paper(cast: Cast) -> str:
    """The public id of a claimed certificate with a scan."""
    with transaction(write=True):
        product = factories.make_product(session.get_one(Supplier, cast.hong_luan.id))
        scan = make_photo(cast.actor("member"), private=True)
        return factories.make_certificate(product, scan_id=scan.id).public_id


def looks() -> list[tuple[int | None, str]]:
    with transaction(write=False):
        rows = session.execute(select(AuditRow).where(AuditRow.action == "see_scan").order_by(AuditRow.id)).scalars()
        return [(row.account_id, row.object_id) for row in rows]


@pytest.mark.parametrize("bench", MAY)
def test_who_sees_it(paper: str, sign_in: SignIn, client: Browser, bench: str) -> None:
    address = f"/{bench}/giay/{paper}/ban-chup"
    answers = {person: sign_in(person).get(address).status_code for person in PERSONS if person != "stranger"}
    assert {person for person, status in answers.items() if status == 200} == MAY[bench]
    assert set(answers.values()) == {200, 404}
    assert client.get(address).status_code == 303


@pytest.mark.parametrize(("person", "bench"), [("commune_officer", "can-bo"), ("member", "ban-hang")])
def test_how_it_comes(paper: str, sign_in: SignIn, cast: Cast, person: str, bench: str) -> None:
    answer = sign_in(person).get(f"/{bench}/giay/{paper}/ban-chup")
    assert answer.mimetype == "image/jpeg" and is_upright(decoded(answer.data))
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Disposition"] == f'inline; filename="giay-{paper}.jpg"'
    assert looks() == [(cast.accounts[person].id, paper)]


def test_the_public_address_of_pictures_has_none(paper: str, client: Browser) -> None:
    with transaction(write=False):
        photo = session.scalars(select(Photo)).one()
    assert client.get(f"/anh/{photo.public_id}/320.jpg").status_code == 404


def test_a_removed_one_is_gone(paper: str, sign_in: SignIn) -> None:
    with transaction(write=True):
        remove_picture(session.scalars(select(Photo)).one())
    assert sign_in("commune_officer").get(f"/can-bo/giay/{paper}/ban-chup").status_code == 404
    assert "ban-chup" not in sign_in("member").get("/ban-hang/san-pham").text


def test_a_paper_without_one(paper: str, cast: Cast, sign_in: SignIn) -> None:
    with transaction(write=True):
        product = factories.make_product(session.get_one(Supplier, cast.hong_luan.id), "Miến dong")
        other = factories.make_certificate(product).public_id
    assert sign_in("commune_officer").get(f"/can-bo/giay/{other}/ban-chup").status_code == 404


def test_where_it_is_offered(paper: str, sign_in: SignIn) -> None:
    assert f"/can-bo/giay/{paper}/ban-chup" in sign_in("commune_officer").get("/can-bo/chung-nhan").text
    assert f"/ban-hang/giay/{paper}/ban-chup" in sign_in("member").get("/ban-hang/san-pham").text
    assert "ban-chup" not in sign_in("other_officer").get("/can-bo/chung-nhan").text
