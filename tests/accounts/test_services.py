"""Entering people and giving them rights."""

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account, GrantRow
from marketplace.accounts.queries import account_by_login, grants_of, login_of
from marketplace.accounts.services import grant_administration, grant_office, hashed, register_account
from marketplace.accounts.vocabulary import NewAccount
from marketplace.core.actor import STRANGER, Grant
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from tests.accounts.people import enter
from tests.cast import QUANG_BACH, Cast

pytestmark = pytest.mark.usefixtures("app")


@pytest.mark.parametrize(
    ("typed", "login"),
    [
        ("Thu@Example.org", "thu@example.org"),
        ("0900 000 045", "+84900000045"),
        ("thu", None),
        ("thu@", None),
        ("", None),
    ],
)
def test_what_a_login_is(typed: str, login: str | None) -> None:
    assert login_of(typed) == login


@pytest.mark.parametrize(
    ("new", "field"),
    [(NewAccount("Thu", email="thu@example.org"), "email"), (NewAccount("Thu", phone="+84900000045"), "phone")],
)
@pytest.mark.parametrize("disabled", [False, True])
def test_an_address_or_number_has_one_account(new: NewAccount, field: str, disabled: bool, clock: StoppedClock) -> None:
    enter(disabled_at=clock.moment if disabled else None)
    with pytest.raises(Refused) as caught, transaction(write=True):
        register_account(STRANGER, new)
    assert caught.value.field == field


def test_disabled_accounts_are_not_found(clock: StoppedClock) -> None:
    enter(disabled_at=clock.moment)
    with transaction(write=False):
        assert account_by_login("thu@example.org") is None


def test_rights_in_force(clock: StoppedClock) -> None:
    account = enter()
    with transaction(write=True):
        grant_office(STRANGER, account, QUANG_BACH, "viewer")
        grant_administration(STRANGER, account)
    with transaction(write=True):
        assert grants_of(account.id) == (
            Grant("officer", "viewer", QUANG_BACH),
            Grant("administrator", "reviewer", None),
        )
        session.scalars(select(GrantRow).where(GrantRow.role == "administrator")).one().revoked_at = clock.moment
    with transaction(write=False):
        assert grants_of(account.id) == (Grant("officer", "viewer", QUANG_BACH),)


def test_who_gave_a_right_is_kept(cast: Cast) -> None:
    with transaction(write=True):
        grant_office(cast.actor("administrator"), cast.accounts["trader"], QUANG_BACH)
    with transaction(write=False):
        row = session.scalars(select(AuditRow).where(AuditRow.action == "grant")).one()
        giver = session.scalars(select(GrantRow.granted_by_id).order_by(GrantRow.id.desc())).first()
    assert row.account_id == giver == cast.accounts["administrator"].id
    assert row.details == {"role": "officer", "level": "reviewer", "place_id": QUANG_BACH}


def test_the_audit_log_names_nobody() -> None:
    with transaction(write=True):
        register_account(STRANGER, NewAccount("Nông Thị Thu", email="thu@example.org", phone="+84900000045"))
    with transaction(write=False):
        rows = session.scalars(select(AuditRow)).all()
        known = session.scalars(select(Account.public_id)).one()
    assert [(row.action, row.object_id, row.details) for row in rows] == [("register_account", known, {})]


@pytest.mark.parametrize(("length", "refused"), [(7, True), (8, False), (200, False), (201, True)])
def test_how_long_a_password_may_be(app: Flask, length: int, refused: bool) -> None:
    if not refused:
        assert hashed("ưa" * (length // 2)) != hashed("ưa" * (length // 2)), "salted"
        return
    with pytest.raises(Refused) as caught:
        hashed("ư" * length)
    assert caught.value.field == "password"
