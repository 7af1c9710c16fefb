"""An OCOP certificate on the days that matter: on every page, in filter, index and report, whether or not a worker ran.

Stars begin on the day of issue and end the day after the last one, without anybody writing anything.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.app.schedule import write_due_jobs
from marketplace.catalogue.vocabulary import expiry_of
from marketplace.core.clock import ZONE, StoppedClock, freeze, now
from marketplace.core.db import session, transaction
from marketplace.core.settings import settings
from marketplace.leads.models import Lead
from tests import factories
from tests.browse import Browser
from tests.cast import QUANG_BACH, Cast

ISSUED = [
    date(2023, 11, 30),  # to the last day of a month, 30/11/2026
    date(2024, 2, 29),  # to 28/2/2027: 36 months later there is no 29 February
    date(2025, 2, 28),  # to 28/2/2028, the last but one of a leap year's February
    date(2023, 8, 31),
    date(2024, 1, 1),
]
ONE_DAY = timedelta(days=1)
MORNING, JUST_BEGUN, JUST_BEFORE_IT_ENDS = time(9), time(0, 0, 1), time(23, 59, 59)
PRODUCT = "/san-pham/bun-kho-hong-luan"
Drain = Callable[[], int]


class Shop:
    """HTX Hồng Luân's noodles, with a paper that was entered and verified long before it began."""

    def __init__(self, app: Flask, cast: Cast, issued: date, drain: Drain, visitor: Browser) -> None:
        self.visitor, self.cast = visitor, cast
        with freeze(at(issued - 10 * ONE_DAY, MORNING)), transaction(write=True):
            self.product = factories.make_product(cast.hong_luan, "Bún khô")
            factories.make_certificate(self.product, issued_on=issued, verified_at=now())
        with freeze(at(issued - 10 * ONE_DAY, MORNING)):
            drain()
        assert settings().index_folder.is_dir()

    def says_stars(self) -> dict[str, bool]:
        """Which places say at this moment that the product has three stars."""
        listed = self.visitor.get("/api/v1/products", query_string={"facets": "1", "stars": "3"}).json
        every = self.visitor.get("/api/v1/products", query_string={"facets": "1"}).json
        one = self.visitor.get("/api/v1/products/bun-kho-hong-luan").json
        assert listed and every and one and every["total"] == 1
        return {
            "product page": "3 sao OCOP" in self.visitor.get(PRODUCT).text,
            "card": "3 sao OCOP" in self.visitor.get("/san-pham?q=bun+kho").text,
            "maker's page": "3 sao OCOP" in self.visitor.get("/chu-the/htx-hong-luan").text,
            "filter": listed["total"] == 1,
            "filtered page": "Bún khô" in self.visitor.get("/san-pham?sao=3").text,
            "count": every["facets"]["stars"] == [{"value": "3", "label": "3 sao", "count": 1}],
            "api": every["results"][0]["stars"] == 3,
            "api of one": (self.visitor.get(f"/api/v1{PRODUCT.replace('san-pham', 'products')}").json or {})["stars"]
            == 3,
        }

    def ask(self, digit: int) -> int | None:
        """The stars that a question of this moment keeps for the report; each buyer has an own number."""
        fields = {"quantity": "20 kg", "phone": f"0900 000 04{digit}", "suppliers": "htx-hong-luan", "consent": "y"}
        asked = self.visitor.submit(f"{PRODUCT}/hoi-hang", fields)
        assert asked.status_code == 303, asked.text
        with transaction(write=False):
            return session.scalars(select(Lead.stars).order_by(Lead.id.desc())).first()


def at(day: date, hour: time) -> datetime:
    """A moment there."""
    return datetime.combine(day, hour, ZONE)


def move(clock: StoppedClock, day: date, hour: time) -> None:
    clock.advance(at(day, hour) - now())


def moments(issued: date) -> list[tuple[date, time, bool]]:
    """(day, hour, whether stars show)."""
    last = expiry_of(issued)
    return [
        (issued - ONE_DAY, JUST_BEFORE_IT_ENDS, False),
        (issued, JUST_BEGUN, True),
        (issued, MORNING, True),
        (last, MORNING, True),
        (last, JUST_BEFORE_IT_ENDS, True),
        (last + ONE_DAY, JUST_BEGUN, False),
        (last + ONE_DAY, MORNING, False),
    ]


@pytest.mark.parametrize("issued", ISSUED, ids=str)
@pytest.mark.parametrize("worker_runs", [True, False], ids=["worker", "no-worker"])
def test_stars_follow_the_calendar(
    app: Flask, cast: Cast, clock: StoppedClock, drain: Drain, client: Browser, issued: date, worker_runs: bool
) -> None:
    shop = Shop(app, cast, issued, drain, client)
    for day, hour, shows in moments(issued):
        move(clock, day, hour)
        if worker_runs:
            from_the_schedule(drain)
        assert set(shop.says_stars().values()) == {shows}, f"{day} {hour}: {shop.says_stars()}"


def from_the_schedule(drain: Drain) -> None:
    """As the worker does at any moment: the jobs that are due, then all that waits."""
    write_due_jobs()
    drain()


def test_the_report_keeps_the_stars_of_the_day_of_the_question(
    app: Flask, cast: Cast, clock: StoppedClock, drain: Drain, client: Browser, sign_in: Callable[[str], Browser]
) -> None:
    issued = date(2024, 2, 29)
    last = expiry_of(issued)
    shop = Shop(app, cast, issued, drain, client)
    asked = []
    for digit, day in enumerate((issued, last - 40 * ONE_DAY, last, last + ONE_DAY)):
        move(clock, day, MORNING)
        asked.append(shop.ask(digit))
    assert asked == [3, 3, 3, None]
    officer = sign_in("commune_officer")

    def counted(as_of: date) -> dict[str, int]:
        address = {"ky": "2024-01-01..2027-12-31", "vung": QUANG_BACH, "den": as_of.isoformat()}
        tables = (officer.get("/can-bo/bao-cao/xuat.json", query_string=address).json or {})["tables"]
        stars = next(table for table in tables if table["code"] == "stars")
        return {row["key"]: row["values"]["leads_received"] for row in stars["rows"]}

    assert counted(last) == {"3": 3}
    assert counted(last + ONE_DAY) == {"3": 3, "-": 1}
    move(clock, last + 400 * ONE_DAY, MORNING)
    assert (counted(last), counted(last + ONE_DAY)) == ({"3": 3}, {"3": 3, "-": 1})


def test_a_page_is_not_kept_over_midnight(
    app: Flask, cast: Cast, clock: StoppedClock, drain: Drain, client: Browser
) -> None:
    """Whatever a browser or a cache between kept on the last day must ask again on the next."""
    issued = date(2023, 11, 30)
    Shop(app, cast, issued, drain, client)
    move(clock, expiry_of(issued), JUST_BEFORE_IT_ENDS)
    for address in (PRODUCT, "/san-pham", "/chu-the/htx-hong-luan", "/"):
        kept = client.get(address)
        assert "max-age" not in kept.headers["Cache-Control"], address
        validators = {
            "If-None-Match": kept.headers.get("ETag", '"none"'),
            "If-Modified-Since": kept.headers.get("Last-Modified", "Mon, 30 Nov 2026 16:59:59 GMT"),
        }
        move(clock, expiry_of(issued) + ONE_DAY, JUST_BEGUN)
        again = client.get(address, headers=validators)
        assert (again.status_code, "3 sao OCOP" in again.text) == (200, False), address
        move(clock, expiry_of(issued), JUST_BEFORE_IT_ENDS)
