"""Whoever applied for an organisation can leave the site: nobody has to answer for one that isn't let in."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier, SupplierSlug
from tests import factories
from tests.accounts.people import PASSWORD, enter
from tests.browse import Browser, browser
from tests.suppliers.applying import OWN, QUEUE, applied, newest, supplier_of

pytestmark = pytest.mark.usefixtures("cast", "clock")


@pytest.fixture
def applicant(app: Flask) -> Browser:
    """Somebody with a password who is signed in."""
    account = enter()
    with transaction(write=True):
        return browser(app, factories.begin_session_of(account))


def leave(own: Browser) -> int:
    return own.submit("/tai-khoan/xoa", {"present": PASSWORD}).status_code


def test_an_application_that_waits_is_withdrawn(applicant: Browser, sign_in: Callable[[str], Browser]) -> None:
    row = applied(applicant)
    assert leave(applicant) == 303
    assert (newest().state, supplier_of(row).state) == ("withdrawn", "closed")
    assert "Nà Lọc" not in sign_in("commune_officer").get(QUEUE).text.split("Đã xem")[0]


def test_one_that_was_withdrawn_holds_nobody(applicant: Browser) -> None:
    row = applied(applicant)
    assert applicant.submit(f"{OWN}/{row.public_id}/rut").status_code == 303
    assert leave(applicant) == 303


@pytest.mark.parametrize(("state", "status"), [("closed", 303), ("suspended", 422), ("claimed", 422)])
def test_what_was_closed_holds_nobody_what_buyers_ask_does(applicant: Browser, state: str, status: int) -> None:
    row = applied(applicant)
    with transaction(write=True):
        session.get_one(Supplier, row.supplier_id).state = state
        session.merge(row).state = "refused" if state == "closed" else "passed"
    assert leave(applicant) == status


@pytest.mark.parametrize(("kind", "name"), [("hkd", "Hộ kinh doanh"), ("tht", "Nông Văn Lẫm")])
def test_of_one_that_never_came_in_nothing_is_left_of_the_person(applicant: Browser, kind: str, name: str) -> None:
    code = "001177000012" if kind == "hkd" else "0300588569"
    row = applied(
        applicant, name="Nông Văn Lẫm", kind=kind, tax_code=code, representative="Nông Văn Lẫm", about="Ở Nà Lọc."
    )
    slug = supplier_of(row).slug
    assert leave(applicant) == 303
    left = supplier_of(row)
    assert (left.name, left.phone, left.tax_code, left.representative, left.about) == (name, None, None, None, None)
    with transaction(write=False):
        slugs = session.scalars(select(SupplierSlug.slug).where(SupplierSlug.supplier_id == left.id)).all()
    assert slugs == [left.slug] and (left.slug == slug) is (kind != "hkd")
    words = " ".join(str(value) for value in vars(left).values())
    assert any(each in words for each in ("Lẫm", "van-lam", "van lam")) is (kind != "hkd")
