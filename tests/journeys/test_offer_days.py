"""An offer on the days that matter: in filter, order, index and on pages, whether or not a worker ran.

A price begins on its first day and is gone the day after its last one, without anybody writing anything.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.app.schedule import write_due_jobs
from marketplace.catalogue.models import Offer, Pack
from marketplace.core.clock import ZONE, StoppedClock, now
from marketplace.core.db import session, transaction
from tests import factories
from tests.browse import Browser
from tests.cast import Cast

FIRST, LAST = date(2026, 11, 28), date(2027, 2, 28)
ONE_DAY = timedelta(days=1)
JUST_BEGUN, JUST_BEFORE_IT_ENDS = time(0, 0, 1), time(23, 59, 59)
MOMENTS = [
    (FIRST - ONE_DAY, JUST_BEFORE_IT_ENDS, False),
    (FIRST, JUST_BEGUN, True),
    (LAST, JUST_BEFORE_IT_ENDS, True),
    (LAST + ONE_DAY, JUST_BEGUN, False),
]
Drain = Callable[[], int]


@pytest.fixture
def noodles(app: Flask, cast: Cast, drain: Drain) -> int:
    """Three products of one maker: one costs 40,000 đồng always, one 20,000 from FIRST to LAST, one has no price.

    The key of the one in the middle; another sells it too, for 30,000 as long.
    """
    days = {"valid_from": FIRST, "valid_until": LAST}
    with transaction(write=True):
        factories.make_product(cast.hong_luan, "Miến dong", price=40_000, pack="túi 1 kg", grams=1000)
        noodles = factories.make_product(cast.hong_luan, "Bún khô", price=20_000, pack="túi 1 kg", grams=1000)
        own = session.scalars(select(Offer).join(Pack).where(Pack.product_id == noodles.id)).one()
        own.valid_from, own.valid_until = FIRST, LAST
        factories.make_offer(cast.hong_ha, session.get_one(Pack, own.pack_id), 30_000, **days)
        factories.make_product(cast.hong_luan, "Măng nứa", price=None)
    drain()
    return noodles.id


def names_in_order(visitor: Browser, **query: str) -> list[str]:
    """Names that the catalogue lists."""
    found = visitor.get("/api/v1/products", query_string=query).json
    assert found is not None
    return [product["name"] for product in found["results"]]


def move(clock: StoppedClock, day: date, hour: time) -> None:
    clock.advance(datetime.combine(day, hour, ZONE) - now())


@pytest.mark.parametrize("worker_runs", [True, False], ids=["worker", "no-worker"])
def test_prices_follow_the_calendar(
    noodles: int, clock: StoppedClock, drain: Drain, client: Browser, worker_runs: bool
) -> None:
    for day, hour, holds in MOMENTS:
        move(clock, day, hour)
        if worker_runs:
            write_due_jobs()
            drain()
        cheap = names_in_order(client, price_max="25000")
        cheapest = names_in_order(client, sort="gia-tang")
        dearest = names_in_order(client, sort="gia-giam")
        told = "20.000" in client.get("/san-pham/bun-kho-hong-luan").text
        assert cheap == (["Bún khô"] if holds else []), f"{day} {hour}"
        assert cheapest[0] == ("Bún khô" if holds else "Miến dong"), f"{day} {hour}"
        assert dearest[0] == "Miến dong", f"{day} {hour}"
        assert told is holds, f"{day} {hour}"


def test_the_index_is_written_anew_on_the_day(noodles: int, clock: StoppedClock, drain: Drain, client: Browser) -> None:
    """Names of other sellers are words, not facts: those follow the worker, on both days and for days made up for."""
    assert names_in_order(client, q="hồng hà") == []
    for day, found in ((FIRST, ["Bún khô"]), (LAST, ["Bún khô"]), (LAST + 3 * ONE_DAY, [])):
        move(clock, day, time(9))
        write_due_jobs()
        drain()
        assert names_in_order(client, q="hồng hà") == found, day
