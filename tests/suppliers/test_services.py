"""Suppliers as they are entered, reached and spoken for."""

import pytest
from flask import Flask
from sqlalchemy import func, select

from marketplace.core.actor import STRANGER, Membership
from marketplace.core.audit import AuditRow
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.core.outbox import OutboxRow
from marketplace.suppliers.models import MembershipRow, SupplierSlug
from marketplace.suppliers.queries import mailboxes_of, memberships_of
from marketplace.suppliers.services import (
    add_member,
    end_membership,
    put_contact,
    register_supplier,
    update_supplier,
    verify_supplier,
)
from marketplace.suppliers.services.members import ALREADY
from marketplace.suppliers.vocabulary import NewSupplier
from tests.factories import make_account, make_supplier


def indexings() -> int:
    session.flush()
    query = select(func.count()).where(OutboxRow.handler == "search.index_supplier")
    return session.scalar(query) or 0


def last_act() -> AuditRow:
    session.flush()
    return session.scalars(select(AuditRow).order_by(AuditRow.id.desc()).limit(1)).one()


def test_a_supplier_is_entered_with_keys_address_and_mailboxes(app: Flask) -> None:
    new = NewSupplier("Hợp tác xã Hồng Luân", emails=("a@example.org", "b@example.org"), source="import")
    with transaction(write=True):
        supplier = register_supplier(STRANGER, new)
        assert (supplier.kind, supplier.short_name, supplier.match_key) == ("htx", "Hồng Luân", "hong luan")
        assert (supplier.slug, supplier.state) == ("hop-tac-xa-hong-luan", "unclaimed")
        assert session.get_one(SupplierSlug, supplier.slug).supplier_id == supplier.id
        assert mailboxes_of(supplier.id) == ("a@example.org", "b@example.org")
        assert indexings() == 1 and last_act().action == "register_supplier"


def test_names_that_say_no_kind_are_households(app: Flask) -> None:
    with transaction(write=True):
        assert register_supplier(STRANGER, NewSupplier("Nông Thị Lan")).kind == "hkd"
        assert register_supplier(STRANGER, NewSupplier("Nông Thị Lan", kind="dn")).slug == "nong-thi-lan-2"


def test_the_longest_name_fits_its_columns(app: Flask) -> None:
    with transaction(write=True):
        supplier = register_supplier(STRANGER, NewSupplier(("HTX " + "a b " * 60)[:200]))
        assert len(supplier.short_name) <= 120 and len(supplier.sort_key) <= 400 and len(supplier.slug) <= 120


def test_only_what_differs_is_an_update(app: Flask) -> None:
    with transaction(write=True):
        supplier = make_supplier(phone="+84900000012")
        assert not update_supplier(STRANGER, supplier, {"phone": "+84900000012"})
        assert indexings() == 0
        assert update_supplier(STRANGER, supplier, {"name": "HTX Bún Hồng Luân", "phone": "+84900000012"})
        assert (supplier.short_name, supplier.match_key) == ("Bún Hồng Luân", "bun hong luan")
        assert indexings() == 1 and last_act().details == {"fields": ["name"]}


def test_contact_is_set_as_a_whole(app: Flask) -> None:
    with transaction(write=True):
        supplier = make_supplier(mailbox="old@example.org")
        put_contact(STRANGER, supplier, ["new@example.org", "two@example.org"], "+84900000099")
        assert mailboxes_of(supplier.id) == ("new@example.org", "two@example.org")
        assert supplier.phone == "+84900000099"
        assert "example.org" not in str(last_act().details), "facts hold no addresses"


def test_the_first_member_claims_the_supplier(app: Flask) -> None:
    with transaction(write=True):
        supplier, account = make_supplier(state="unclaimed"), make_account()
        add_member(STRANGER, supplier, account)
        assert supplier.state == "claimed"
        assert memberships_of(account.id) == (Membership(supplier.id, "manager"),)
        with pytest.raises(Refused) as refusal:
            add_member(STRANGER, supplier, account)
        assert refusal.value.message == ALREADY


def test_rights_end_with_the_membership_and_can_begin_again(app: Flask) -> None:
    with transaction(write=True):
        supplier, account = make_supplier(), make_account()
        add_member(STRANGER, supplier, account)
        end_membership(STRANGER, session.scalars(select(MembershipRow)).one())
        assert memberships_of(account.id) == ()
        add_member(STRANGER, supplier, account, "member")
        assert memberships_of(account.id) == (Membership(supplier.id, "member"),)


@pytest.mark.parametrize(
    ("state", "speaks"), [("applied", True), ("unclaimed", True), ("suspended", True), ("closed", False)]
)
def test_whose_people_have_a_workbench(app: Flask, state: str, speaks: bool) -> None:
    with transaction(write=True):
        supplier, account = make_supplier(), make_account()
        add_member(STRANGER, supplier, account)
        supplier.state = state
        session.flush()
        own = Membership(supplier.id, "manager", is_public=state == "unclaimed")
        assert memberships_of(account.id) == ((own,) if speaks else ())


def test_verifying_notes_when(app: Flask) -> None:
    with transaction(write=True):
        supplier = make_supplier()
        verify_supplier(STRANGER, supplier)
        assert supplier.verified_at is not None and last_act().action == "verify_supplier"
