"""What a supplier's own people ask officers to mend stands in the queue of reports until somebody has answered."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from sqlalchemy import select

from marketplace.accounts.models import Account
from marketplace.accounts.services import erase_account
from marketplace.app.schedule import write_due_jobs
from marketplace.catalogue.models import ListingReport
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.services import merge_suppliers
from tests.browse import Browser
from tests.cast import QUANG_BACH, Cast
from tests.factories import make_supplier

OWN, QUEUE = "/ban-hang/chu-the/htx-hong-luan", "/can-bo/bao-sai"
ASKED = "Tên đúng là Hồng Luân Bản Cưa."
SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def asked(cast: Cast, sign_in: SignIn, drain: Drain) -> None:
    """HTX Hồng Luân's member asks for another name."""
    assert sign_in("member").fill(OWN, "/xin-sua", words=ASKED).status_code == 303
    drain()


def report() -> ListingReport:
    with transaction(write=False):
        return session.scalars(select(ListingReport)).one()


@pytest.mark.usefixtures("asked")
def test_it_stands_in_the_queue_of_its_area_and_leads_to_where_it_is_mended(sign_in: SignIn) -> None:
    queue = sign_in("commune_officer").get(QUEUE).text
    assert ASKED in queue and "Chủ thể xin sửa" in queue
    assert 'href="/can-bo/chu-the/htx-hong-luan"' in queue
    assert ASKED not in sign_in("other_officer").get(QUEUE).text


@pytest.mark.usefixtures("asked")
def test_the_answer_is_read_where_it_was_asked_and_mailed(
    sign_in: SignIn, drain: Drain, mails: Callable[[], list[EmailMessage]]
) -> None:
    answer = {"outcome": "left", "words": "Xin gửi giấy đăng ký mới trước."}
    assert sign_in("commune_officer").submit(f"{QUEUE}/{report().public_id}", answer).status_code == 303
    assert "Xin gửi giấy đăng ký mới trước." in sign_in("member").get(OWN).text
    drain()
    (mail,) = [mail for mail in mails() if mail["To"] == "member@example.org"]
    assert "Xin gửi giấy đăng ký mới trước." in mail.get_content()


def test_strangers_can_not_ask_in_the_supplier_s_name(cast: Cast, client: Browser) -> None:
    sent = client.submit("/chu-the/htx-hong-luan/bao-sai", {"kind": "own", "words": ASKED})
    assert sent.status_code == 422


def left(client: Browser) -> None:
    fields = {"kind": "closed", "contact": "nguoi-bao@example.org"}
    assert client.submit("/chu-the/htx-hong-luan/bao-sai", fields).status_code == 303


def night(clock: StoppedClock, drain: Drain, days: int) -> None:
    clock.advance(timedelta(days=days))
    write_due_jobs()
    drain()


def test_how_a_reporter_is_reached_is_dropped_a_month_after(
    cast: Cast, client: Browser, sign_in: SignIn, clock: StoppedClock, drain: Drain
) -> None:
    left(client)
    night(clock, drain, 60)
    assert report().contact, "nobody has looked at it yet"
    sign_in("commune_officer").submit(f"{QUEUE}/{report().public_id}", {"outcome": "left"})
    night(clock, drain, 29)
    assert report().contact
    night(clock, drain, 2)
    assert report().contact is None


def test_an_erased_account_leaves_no_contact(cast: Cast, sign_in: SignIn, drain: Drain) -> None:
    left(sign_in("trader"))
    with transaction(write=True):
        erase_account(cast.actor("trader"), session.get_one(Account, cast.accounts["trader"].id))
    drain()
    assert report().contact is None


@pytest.mark.usefixtures("asked")
def test_what_was_asked_before_a_merge_is_still_read_with_its_answer(cast: Cast, sign_in: SignIn) -> None:
    with transaction(write=True):
        stays = make_supplier("HTX Hồng Luân Hai", slug="hai", place_id=QUANG_BACH)
        merge_suppliers(cast.actor("administrator"), session.get_one(Supplier, cast.hong_luan.id), stays)
    answer = {"outcome": "left", "words": "Xin gửi giấy đăng ký mới trước."}
    officer = sign_in("commune_officer")
    assert officer.submit(f"{QUEUE}/{report().public_id}", answer).status_code == 303
    for page in (sign_in("member").get("/ban-hang/chu-the/hai"), officer.get("/can-bo/chu-the/hai")):
        assert ASKED in page.text and "Xin gửi giấy đăng ký mới trước." in page.text
