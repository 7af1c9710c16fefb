"""A report groups by the seller that was known as one then: as of an earlier day there are two."""

from datetime import timedelta

import pytest

from marketplace.core.clock import StoppedClock, today
from marketplace.core.db import session, transaction
from marketplace.reports.vocabulary import RECEIVED
from marketplace.suppliers.models import Supplier, SupplierMerge
from marketplace.suppliers.services import merge_suppliers, undo_supplier_merge
from tests.cast import Cast
from tests.factories import make_supplier
from tests.leads.asking import ask
from tests.reports.asking import reported

ONE_DAY = timedelta(days=1)


def sellers(as_of: str | None = None) -> list[str]:
    """The sellers of the leads received, as known on that day."""
    lines = reported("2026-Q4", as_of=as_of).lines[RECEIVED.code]
    return sorted(line.history.supplier_slug for line in lines)


@pytest.mark.usefixtures("app")
def test_sellers_as_known_on_each_day(cast: Cast, clock: StoppedClock) -> None:
    with transaction(write=True):
        twin = make_supplier("HTX Hồng Luân Hai", slug="hai")
    for supplier in (cast.hong_luan, twin):
        ask(supplier)
    days = [today().isoformat()]
    two, one = ["hai", "htx-hong-luan"], ["htx-hong-luan"] * 2
    clock.advance(ONE_DAY)
    merge = _merge(cast, twin, cast.hong_luan)
    days.append(today().isoformat())
    assert sellers() == one, "on the day itself too"
    clock.advance(ONE_DAY)
    with transaction(write=True):
        undo_supplier_merge(cast.actor("administrator"), session.get_one(SupplierMerge, merge.id))
    days.append(today().isoformat())
    clock.advance(ONE_DAY)
    _merge(cast, cast.hong_luan, twin)
    days.append(today().isoformat())
    assert [sellers(day) for day in days] == [two, one, two, ["hai", "hai"]]


def _merge(cast: Cast, supplier: Supplier, into: Supplier) -> SupplierMerge:
    with transaction(write=True):
        pair = (session.get_one(Supplier, supplier.id), session.get_one(Supplier, into.id))
        return merge_suppliers(cast.actor("administrator"), *pair)
