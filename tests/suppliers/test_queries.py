"""Who is found by whom: names without accents, areas of officers, addresses that moved."""

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.core.actor import STRANGER, Actor, Grant
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.places.queries import area_of
from marketplace.suppliers.models import Mailbox, Supplier
from marketplace.suppliers.queries import (
    SupplierMoved,
    in_area,
    mailboxes_of,
    own_suppliers,
    public_supplier,
    supplier_by_tax_code,
    supplier_labels,
    supplier_of_area,
    suppliers_by_match_key,
    suppliers_named,
    suppliers_of_area,
)
from tests.cast import BANG_PHUC, DONG_PHUC, LAO_CAI, QUANG_BACH, TAN_LAP, THAI_NGUYEN
from tests.catalogue.statements import selects
from tests.factories import make_supplier

CHO_DON = "pre2025:064"


def officer(place_id: str) -> Actor:
    return Actor(account_id=1, grants=(Grant("officer", "reviewer", place_id),))


@pytest.fixture
def two(app: Flask) -> None:
    with transaction(write=True):
        make_supplier("HTX Hồng Luân", place_id=QUANG_BACH, legacy_place_id=TAN_LAP, tax_code="4700123456")
        make_supplier("Công ty TNHH Đồng Phúc", kind="dn", place_id=DONG_PHUC, legacy_place_id=BANG_PHUC)


def names(suppliers: list[Supplier]) -> list[str]:
    return [supplier.short_name for supplier in suppliers]


@pytest.mark.parametrize(
    ("place_id", "inside"),
    [
        (CHO_DON, ["Đồng Phúc", "Hồng Luân"]),
        (QUANG_BACH, ["Hồng Luân"]),
        (BANG_PHUC, ["Đồng Phúc"]),
        (THAI_NGUYEN, ["Đồng Phúc", "Hồng Luân"]),
        (LAO_CAI, []),
    ],
)
def test_areas_of_both_eras_hold_their_suppliers(two: None, place_id: str, inside: list[str]) -> None:
    with transaction(write=False):
        assert names(suppliers_of_area(officer(place_id))) == inside
        condition = in_area(area_of(place_id))
        assert sorted(names(list(session.scalars(select(Supplier).where(condition))))) == sorted(inside)


def test_an_officer_reaches_no_supplier_of_another_area(two: None) -> None:
    with transaction(write=False):
        assert supplier_of_area(officer(QUANG_BACH), "htx-hong-luan") is not None
        assert supplier_of_area(officer(LAO_CAI), "htx-hong-luan") is None
        assert supplier_of_area(STRANGER, "htx-hong-luan") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hong luan", ["Hồng Luân"]),
        ("HTX Hồng", ["Hồng Luân"]),
        ("dong", ["Đồng Phúc"]),
        ("ong", []),
        ("%", ["Đồng Phúc", "Hồng Luân"]),
        ("", ["Đồng Phúc", "Hồng Luân"]),
    ],
)
def test_names_are_found_by_the_beginnings_of_their_words(two: None, text: str, found: list[str]) -> None:
    with transaction(write=False):
        suppliers, total = suppliers_named(text, offset=0, limit=10)
        assert sorted(names(suppliers)) == sorted(found) and total == len(found)


def test_an_old_address_leads_to_the_new_one(two: None) -> None:
    with transaction(write=True):
        session.scalars(select(Supplier).where(Supplier.slug == "htx-hong-luan")).one().slug = "hong-luan"
    with transaction(write=False):
        assert public_supplier(STRANGER, "htx-hong-luan") == SupplierMoved("hong-luan")
        assert public_supplier(STRANGER, "khong-co") is None


def test_a_closed_supplier_has_no_public_page(two: None) -> None:
    with transaction(write=True):
        session.scalars(select(Supplier).where(Supplier.slug == "htx-hong-luan")).one().state = "closed"
    with transaction(write=False):
        assert public_supplier(STRANGER, "htx-hong-luan") is None


def test_matches_stay_within_the_province(two: None) -> None:
    with transaction(write=False):
        assert names(suppliers_by_match_key("hong luan", THAI_NGUYEN)) == ["Hồng Luân"]
        assert suppliers_by_match_key("hong luan", LAO_CAI) == []
        assert names(suppliers_by_match_key("hong luan", None)) == ["Hồng Luân"]
        found = supplier_by_tax_code("4700123456")
        assert found is not None and found.short_name == "Hồng Luân"
        assert supplier_by_tax_code("4700000000") is None


def test_undeliverable_mailboxes_get_no_mail(app: Flask) -> None:
    with transaction(write=True):
        supplier = make_supplier(mailbox="good@example.org")
        bad = Mailbox(supplier_id=supplier.id, address="bad@example.org", added_at=now(), undeliverable_at=now())
        session.add(bad)
        session.flush()
        assert mailboxes_of(supplier.id) == ("good@example.org",)


def test_labels_name_and_reach(two: None) -> None:
    with transaction(write=False):
        (label,) = supplier_labels([1]).values()
        assert (label.id, label.name, label.kind, label.place_id) == (1, "HTX Hồng Luân", "htx", QUANG_BACH)
        assert supplier_labels([99]) == {}


@pytest.mark.usefixtures("app")
def test_of_a_stranger_it_is_not_asked_for_whom_he_speaks() -> None:
    """Every visitor's product page would pay for it."""
    with transaction(write=False), selects() as asked:
        assert own_suppliers(STRANGER) == []
    assert asked == []
