"""The officers' morning mail: who has one, what it counts, how seldom it comes and how it is stopped."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import select, update

from marketplace.accounts.models import Account, GrantRow
from marketplace.accounts.vocabulary import OfficerMorning
from marketplace.app.schedule import forget_written, write_due_jobs
from marketplace.core.clock import StoppedClock, freeze, now
from marketplace.core.db import session, transaction
from marketplace.core.outbox import OutboxRow, emit
from marketplace.suppliers.models import Supplier
from tests import factories
from tests.browse import Browser, browser
from tests.cast import Cast
from tests.mails import link_in

Mails = Callable[[], list[EmailMessage]]
Drain = Callable[[], int]


@pytest.fixture
def waiting(cast: Cast, clock: StoppedClock) -> None:
    """A product of HTX Hồng Luân in Quảng Bạch waits to be published; the officers have set their passwords."""
    with transaction(write=True):
        session.execute(update(Account).values(password_hash="set"))
        product = factories.make_product(session.get_one(Supplier, cast.hong_luan.id), "Miến dong")
        product.state, product.published_at = "pending", None


def morning(drain: Drain) -> None:
    write_due_jobs()
    drain()


def to(mails: Mails, person: str) -> list[EmailMessage]:
    return [mail for mail in mails() if mail["To"] == f"{person}@example.org"]


@pytest.mark.usefixtures("waiting")
def test_what_waits_in_the_own_area_is_counted_with_its_address(drain: Drain, mails: Mails) -> None:
    morning(drain)
    (mail,) = to(mails, "commune_officer")
    assert mail["Subject"] == "1 việc đang chờ bạn"
    assert "- Chờ đăng: 1\n  http://localhost/can-bo/cho-duyet\n" in mail.get_content()
    assert "Quảng Bạch" in mail.get_content()
    assert "Gọi giúp" not in mail.get_content(), "nothing waits there"
    assert to(mails, "province_officer"), "the commune lies in the province"
    assert not to(mails, "other_officer"), "nothing waits in the other area"
    assert not to(mails, "member")


def test_no_mail_where_nothing_waits(cast: Cast, clock: StoppedClock, drain: Drain, mails: Mails) -> None:
    morning(drain)
    assert mails() == []


@pytest.mark.usefixtures("waiting")
def test_one_mail_a_day_and_one_the_next(drain: Drain, mails: Mails, clock: StoppedClock) -> None:
    for _ in range(3):
        forget_written()
        morning(drain)
    assert len(to(mails, "commune_officer")) == 1
    clock.advance(timedelta(days=1))
    morning(drain)
    assert len(to(mails, "commune_officer")) == 2


@pytest.mark.usefixtures("waiting")
def test_a_morning_carried_out_twice_is_still_one_mail(drain: Drain, mails: Mails) -> None:
    morning(drain)
    with transaction(write=True):
        session.execute(update(OutboxRow).where(OutboxRow.handler == "app.write_mornings").values(done_at=None))
    drain()
    assert len(to(mails, "commune_officer")) == 1


@pytest.mark.usefixtures("waiting")
def test_who_stopped_it_while_the_row_waited_has_none(cast: Cast, drain: Drain, mails: Mails) -> None:
    officer = cast.accounts["commune_officer"].id
    with transaction(write=True):
        emit(OfficerMorning(officer, "2026-11-24"))
        session.get_one(Account, officer).morning_mail_stopped_at = now()
    drain()
    assert mails() == []


@pytest.mark.usefixtures("waiting")
def test_not_before_seven(drain: Drain, mails: Mails) -> None:
    with freeze(datetime(2026, 11, 24, 6, 59, tzinfo=UTC) - timedelta(hours=7)):
        morning(drain)
    assert mails() == []


@pytest.mark.usefixtures("waiting")
def test_a_row_that_lay_until_the_next_day_is_not_mailed(drain: Drain, mails: Mails, clock: StoppedClock) -> None:
    write_due_jobs()
    clock.advance(timedelta(days=1))
    drain()
    assert mails() == [], "a worker that stood still for a day says nothing of yesterday"


@pytest.mark.parametrize("change", ["viewer", "disabled", "no address", "no password", "revoked"])
@pytest.mark.usefixtures("waiting")
def test_only_who_may_act_on_it_has_a_mail(change: str, cast: Cast, drain: Drain, mails: Mails) -> None:
    with transaction(write=True):
        account = session.get_one(Account, cast.accounts["commune_officer"].id)
        grant = session.scalars(select(GrantRow).where(GrantRow.account_id == account.id)).one()
        match change:
            case "viewer":
                grant.level = "viewer"
            case "disabled":
                account.disabled_at = now()
            case "no address":
                account.email, account.phone = None, "+84900000071"
            case "no password":
                account.password_hash = None
            case _:
                grant.revoked_at = now()
    morning(drain)
    assert not to(mails, "commune_officer")
    assert to(mails, "province_officer")


@pytest.mark.usefixtures("waiting")
def test_stopped_from_the_mail_without_signing_in(app: Flask, drain: Drain, mails: Mails, clock: StoppedClock) -> None:
    morning(drain)
    (mail,) = to(mails, "commune_officer")
    link = link_in(mail, "/thu-sang/")
    assert mail["List-Unsubscribe"] == f"<http://localhost{link}>"
    stranger = browser(app)
    assert "Đừng gửi nữa" in stranger.get(link).text, "opening the link stops nothing yet"
    assert "Không gửi thư buổi sáng tới" in stranger.get(stranger.fill(link).location).text
    clock.advance(timedelta(days=1))
    morning(drain)
    assert len(to(mails, "commune_officer")) == 1
    assert len(to(mails, "province_officer")) == 2, "only the one who asked"
    assert stranger.get(f"{link}x").status_code == 404


@pytest.mark.usefixtures("waiting")
def test_switched_in_the_own_account(sign_in: Callable[[str], Browser], drain: Drain, mails: Mails) -> None:
    officer = sign_in("commune_officer")
    assert "bạn nhận một thư" in officer.get("/tai-khoan").text
    officer.fill("/tai-khoan", "/tai-khoan/thu-sang")
    assert "Đang tắt" in officer.get("/tai-khoan").text
    morning(drain)
    assert not to(mails, "commune_officer")
    officer.fill("/tai-khoan", "/tai-khoan/thu-sang")
    assert "bạn nhận một thư" in officer.get("/tai-khoan").text
    assert "Thư buổi sáng" not in sign_in("trader").get("/tai-khoan").text
