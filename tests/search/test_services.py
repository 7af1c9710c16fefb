"""The index follows the database: after events, by the calendar, by rebuild and by verify."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask

from marketplace.app.schedule import write_due_jobs
from marketplace.catalogue.models import Certificate, Product
from marketplace.catalogue.services import product_changed
from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.core.outbox import emit, waiting_count
from marketplace.core.settings import settings
from marketplace.search import services
from marketplace.search.engine import IndexUnusable, Question
from marketplace.search.queries import engine, search
from marketplace.search.services import Repairs
from marketplace.search.vocabulary import SearchRequest
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.vocabulary import SupplierChanged
from tests import factories

Drain = Callable[[], int]


@pytest.fixture
def noodles(app: Flask, drain: Drain) -> int:
    """An indexed product of HTX Hồng Luân: its key."""
    with transaction(write=True):
        maker = factories.make_supplier(place_id="2025:02038", legacy_place_id="pre2025:02032")
        product = factories.make_product(maker, "Bún khô")
    drain()
    return product.id


def indexed(text: str = "", **wanted: Any) -> tuple[int, ...]:
    """What the index itself answers, never the database in its stead."""
    with transaction(write=False):
        request = SearchRequest(text=text, **wanted)
        engine().search(Question(request))  # raises IndexUnusable
        return search(request).hits


def edit(product_id: int, **values: Any) -> None:
    """Change a product and tell nobody."""
    with transaction(write=True):
        product = session.get_one(Product, product_id)
        for name, value in values.items():
            setattr(product, name, value)


def certify(product_id: int, **days: Any) -> None:
    with transaction(write=True):
        paper = Certificate(
            product_id=product_id, kind="ocop", stars=3, source="test", verified_at=now(), created_at=now(), **days
        )
        session.add(paper)
        session.flush()
        product_changed(session.get_one(Product, product_id))


def test_what_is_published_can_be_found_when_the_worker_is_through(noodles: int) -> None:
    assert indexed("bun kho") == (noodles,)


@pytest.mark.parametrize(
    "text", ["bún khô", "Hồng Luân", "tan lap cho don", "quang bach", "bac kan", "hợp tác xã hồng luân", "500 g"]
)
def test_it_is_found_by_name_maker_and_both_names_of_its_place(noodles: int, text: str) -> None:
    assert indexed(text) == (noodles,)


def test_what_is_taken_off_is_gone_after_the_event(noodles: int, drain: Drain) -> None:
    with transaction(write=True):
        product = session.get_one(Product, noodles)
        product.state = "removed"
        product_changed(product)
    drain()
    assert indexed() == ()


def test_a_supplier_that_changed_is_found_by_its_new_name(noodles: int, drain: Drain) -> None:
    with transaction(write=True):
        supplier = session.get_one(Supplier, session.get_one(Product, noodles).supplier_id)
        supplier.name = "HTX Tân Phong"
        emit(SupplierChanged(supplier.id))
    drain()
    assert indexed("tan phong") == (noodles,)
    assert indexed("hong luan") == ()


def test_many_events_of_one_product_are_one_batch(noodles: int, drain: Drain) -> None:
    with transaction(write=True):
        for _ in range(5):
            product_changed(session.get_one(Product, noodles))
    before = engine().generation
    assert drain() == 1
    assert engine().generation == before[:-1] + str(int(before[-1]) + 1)


def test_events_without_an_index_build_it(noodles: int, drain: Drain) -> None:
    (settings().index_folder / "current").unlink()
    with transaction(write=True):
        other = factories.make_product(None, "Mật ong rừng")
    with pytest.raises(IndexUnusable):
        indexed()
    drain()
    assert indexed() == (other.id, noodles)


def test_a_rebuild_takes_what_is_published_and_nothing_else(noodles: int) -> None:
    edit(noodles, state="removed")
    with transaction(write=True):
        honey = factories.make_product(None, "Mật ong rừng")
    with transaction(write=False):
        assert services.rebuild() == 1
    assert indexed() == (honey.id,)


def test_an_index_is_built_only_where_there_is_none(noodles: int) -> None:
    before = engine().generation
    services.ensure_index()
    assert engine().generation == before
    (settings().index_folder / "current").unlink()
    with transaction(write=False):
        services.ensure_index()
    assert indexed() == (noodles,)


def test_verify_finds_nothing_to_do(noodles: int) -> None:
    with transaction(write=False):
        assert services.verify() == Repairs(checked=1)
        assert services.verify().is_clean


def test_verify_puts_back_what_is_missing(noodles: int) -> None:
    with engine().writing() as writer:
        writer.delete([noodles])
    with transaction(write=False):
        assert services.verify() == Repairs(checked=1, missing=1)
    assert indexed() == (noodles,)


def test_verify_renews_what_is_stale(noodles: int) -> None:
    edit(noodles, class_code="I.5.a")
    with transaction(write=False):
        assert services.verify() == Repairs(checked=1, stale=1)
        assert services.verify().is_clean
    assert indexed(classes=("I.5.a",)) == (noodles,)


def test_verify_takes_out_what_is_not_published(noodles: int) -> None:
    edit(noodles, state="removed")
    with transaction(write=False):
        assert services.verify() == Repairs(checked=0, surplus=1)
    assert indexed() == ()


def test_verify_builds_what_is_broken(noodles: int) -> None:
    (settings().index_folder / "current").write_text("{}")
    with transaction(write=False):
        assert services.verify() == Repairs(checked=1, rebuilt=True)
    assert indexed() == (noodles,)


def begin_day(clock: StoppedClock, drain: Drain, days: int = 1) -> None:
    clock.advance(timedelta(days=days))
    write_due_jobs()
    drain()


def test_stars_leave_the_index_the_day_after_the_last(noodles: int, drain: Drain, clock: StoppedClock) -> None:
    certify(noodles, issued_on=date(2023, 11, 26), expires_on=date(2026, 11, 25))
    begin_day(clock, drain, 0)  # 24 November
    assert indexed(stars=(3,)) == (noodles,)
    begin_day(clock, drain)  # the 25th, its last day
    assert indexed(stars=(3,)) == (noodles,)
    begin_day(clock, drain)
    assert indexed(stars=(3,)) == ()
    assert indexed() == (noodles,)


def test_stars_come_into_the_index_on_their_first_day(noodles: int, drain: Drain, clock: StoppedClock) -> None:
    certify(noodles, issued_on=date(2026, 11, 26), expires_on=date(2029, 11, 26))
    begin_day(clock, drain)
    assert indexed(stars=(3,)) == ()
    begin_day(clock, drain)
    assert indexed(stars=(3,)) == (noodles,)


@pytest.mark.parametrize("days", ["extended_until", "revoked_on"])
def test_extensions_and_revocations_end_stars_too(noodles: int, drain: Drain, clock: StoppedClock, days: str) -> None:
    expiry = date(2026, 11, 20) if days == "extended_until" else date(2029, 1, 1)
    certify(noodles, **{"issued_on": date(2023, 11, 20), "expires_on": expiry, days: date(2026, 11, 26)})
    begin_day(clock, drain)
    assert indexed(stars=(3,)) == (noodles,)
    begin_day(clock, drain, 2)
    assert indexed(stars=(3,)) == ()


def test_days_without_a_worker_are_made_up_for(noodles: int, drain: Drain, clock: StoppedClock) -> None:
    certify(noodles, issued_on=date(2023, 11, 28), expires_on=date(2026, 11, 27))
    begin_day(clock, drain)
    begin_day(clock, drain, 10)
    assert indexed(stars=(3,)) == ()


def test_a_day_done_twice_or_late_does_no_harm(noodles: int, clock: StoppedClock) -> None:
    for day in (date(2026, 11, 25), date(2026, 11, 25), date(2026, 11, 20)):
        with transaction(write=True):
            services.index_day(day)
    assert indexed() == (noodles,)
    assert waiting_count() == 0
