"""Two entries of one cooperative: an officer merges them, takes it back, and merges them again, on four days."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.core.clock import StoppedClock, today
from marketplace.core.db import session, transaction
from marketplace.leads.models import Lead
from marketplace.suppliers.models import Supplier, SupplierMerge
from tests import factories
from tests.browse import Browser
from tests.cast import QUANG_BACH, Cast

ONE_DAY = timedelta(days=1)
NEW, OLD = "htx-hong-luan", "hong-luan-hai"
QUESTION = {"quantity": "2 tấn", "phone": "0900 000 045", "name": "Chị Thu", "consent": "y"}
Drain = Callable[[], int]
Mails = Callable[[], list[EmailMessage]]


def pairs_in(page: str) -> set[str]:
    """The addresses of the pairs of suppliers that a page lists."""
    return {part.split('"')[0] for part in page.split('href="') if part.startswith("/can-bo/trung/chu-the/")}


class Story:
    """The two, and what everybody sees of them."""

    def __init__(self, app: Flask, cast: Cast, visitor: Browser, sign_in: Callable[[str], Browser]) -> None:
        self.cast, self.visitor, self.sign_in = cast, visitor, sign_in
        with transaction(write=True):
            self.twin = factories.make_supplier(
                "Hợp tác xã Hồng Luân", slug=OLD, place_id=QUANG_BACH, phone="+84900000019", mailbox="hai@example.org"
            )
            factories.make_product(cast.hong_luan, "Bún khô")
            factories.make_product(self.twin, "Miến dong")

    def ask(self, product: str, supplier: str) -> None:
        """A trader asks for it."""
        asked = self.visitor.fill(f"/san-pham/{product}/hoi-hang", "/hoi-hang", suppliers=supplier, **QUESTION)
        assert asked.status_code == 303, asked.text

    def merge(self, stays: str) -> None:
        """The commune's officer finds the pair in the list and merges it."""
        officer = self.sign_in("commune_officer")
        listed = officer.get("/can-bo/trung").text
        (address,) = {
            part.split('"')[0] for part in listed.split('href="') if part.startswith("/can-bo/trung/chu-the/")
        }
        shown = officer.get(address).text
        assert "09•• ••• 019" in shown.replace("\xa0", " ")
        with transaction(write=False):
            kept = session.scalars(select(Supplier.public_id).where(Supplier.slug == stays)).one()
        assert officer.submit(f"{address}/gop", {}).status_code == 422, "one must be chosen"
        assert officer.submit(f"{address}/gop", {"giu": kept}).status_code == 303
        assert "/can-bo/trung/chu-the/" not in officer.get("/can-bo/trung").text

    def undo(self) -> None:
        """The officer takes the newest merge back."""
        officer = self.sign_in("commune_officer")
        with transaction(write=False):
            newest = session.scalars(select(SupplierMerge.id).order_by(SupplierMerge.id.desc()).limit(1)).one()
        action = f"/can-bo/trung/da-gop/chu-the/{newest}/go"
        assert action in officer.get("/can-bo/trung/da-gop").text
        assert officer.submit(action).status_code == 303
        assert action not in officer.get("/can-bo/trung/da-gop").text

    def sellers(self, day: str) -> set[str]:
        """The sellers in the province's report of leads received, as known on that day."""
        opened = self.sign_in("province_officer").get(f"/can-bo/bao-cao/mo/nhan-duoc?ky=2026-Q4&den={day}").text
        return {slug for slug in (NEW, OLD) if f'href="/chu-the/{slug}"' in opened}

    def goods_asked_for(self) -> set[str]:
        """What the leads of the cooperative's member are about."""
        listed = self.sign_in("member").get("/ban-hang/dau-moi").text.lower()
        return {name for name in ("bún khô", "miến dong") if name in listed}

    def makes(self, slug: str) -> set[str]:
        """What stands on a supplier's page."""
        page = self.visitor.get(f"/chu-the/{slug}").text
        return {name for name in ("Bún khô", "Miến dong") if name in page}


@pytest.fixture
def story(app: Flask, clock: StoppedClock, cast: Cast, client: Browser, sign_in: Callable[[str], Browser]) -> Story:
    """The morning of the first day."""
    return Story(app, cast, client, sign_in)


def test_merged_undone_and_merged_again(story: Story, clock: StoppedClock, drain: Drain, mails: Mails) -> None:
    drain()
    story.ask("bun-kho-hong-luan", NEW)
    story.ask("mien-dong-hong-luan", OLD)
    days = [today().isoformat()]

    clock.advance(ONE_DAY)
    story.merge(NEW)
    drain()
    days.append(today().isoformat())
    assert story.visitor.get(f"/chu-the/{OLD}").location == f"/chu-the/{NEW}"
    assert story.makes(NEW) == {"Bún khô", "Miến dong"}
    assert story.visitor.get("/api/v1/products?producer=htx-hong-luan").get_json()["total"] == 2
    before = len(mails())
    story.ask("mien-dong-hong-luan", NEW)  # within 30 days: the earlier lead goes on
    drain()
    assert {mail["To"] for mail in mails()[before:]} >= {"hai@example.org"}
    with transaction(write=False):
        assert [lead.supplier_id for lead in session.scalars(select(Lead).order_by(Lead.id))] == [
            story.cast.hong_luan.id,
            story.twin.id,
        ], "nothing is rewritten, and the repeat joined"
    assert story.goods_asked_for() == {"bún khô", "miến dong"}

    clock.advance(ONE_DAY)
    story.undo()
    drain()
    days.append(today().isoformat())
    assert story.visitor.get(f"/chu-the/{OLD}").status_code == 200
    assert story.makes(NEW) == {"Bún khô"}
    assert story.goods_asked_for() == {"bún khô"}

    clock.advance(ONE_DAY)
    story.merge(OLD)
    drain()
    days.append(today().isoformat())
    assert story.visitor.get(f"/chu-the/{NEW}").location == f"/chu-the/{OLD}"
    assert story.makes(OLD) == {"Bún khô", "Miến dong"}
    assert [story.sellers(day) for day in days] == [{NEW, OLD}, {NEW}, {NEW, OLD}, {OLD}]
    with transaction(write=False):
        assert len(session.scalars(select(SupplierMerge)).all()) == 3


def test_two_that_are_two(story: Story) -> None:
    officer = story.sign_in("commune_officer")
    listed = officer.get("/can-bo/trung").text
    (address,) = pairs_in(listed)
    assert officer.submit(f"{address}/la-hai").status_code == 303
    assert address not in officer.get("/can-bo/trung").text
    assert f"{address}/xem-lai" in officer.get("/can-bo/trung/da-gop").text
    officer.submit(f"{address}/xem-lai")
    assert address in officer.get("/can-bo/trung").text
    assert story.sign_in("other_officer").get(address).status_code == 404
