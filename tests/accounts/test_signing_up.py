"""Signing up: by mail nothing is made before the link is opened, a free number has its account at once."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage

import pytest
from flask import Flask
from sqlalchemy import func, select

from marketplace.accounts.models import Account, PendingLogin
from marketplace.accounts.services import forget_pending
from marketplace.accounts.vocabulary import RULES_VERSION, SIGN_UPS_PER_NETWORK, is_guessed
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from tests.accounts.people import PASSWORD, enter, is_signed_in, sign_up, try_to_sign_in
from tests.browse import Browser, browser
from tests.mails import link_in

pytestmark = pytest.mark.usefixtures("app", "clock")
Mails = Callable[[], list[EmailMessage]]
Drain = Callable[[], int]


def accounts() -> int:
    with transaction(write=False):
        return session.scalar(select(func.count()).select_from(Account)) or 0


@pytest.fixture
def link(client: Browser, drain: Drain, mails: Mails) -> str:
    assert sign_up(client).location == "/dang-ky?xong=thu"
    drain()
    return link_in(mails()[0], "/xac-nhan/")


def test_by_mail(client: Browser, link: str, app: Flask) -> None:
    assert accounts() == 0
    assert try_to_sign_in(client, "moi@example.org").status_code == 422
    page = client.get(link).text
    assert "moi@example.org" in page and "Nông Thị Mới" in page
    assert client.fill(link, "/xac-nhan/" + link.split("/")[-1]).location == "/vao-viec"
    assert is_signed_in(client)
    assert try_to_sign_in(browser(app), "moi@example.org").location == "/vao-viec"
    with transaction(write=False):
        row = session.scalars(select(AuditRow).where(AuditRow.action == "sign_up")).one()
        assert session.scalars(select(PendingLogin)).one().password_hash is None
    assert row.details == {"rules": RULES_VERSION}


def test_opening_the_link_confirms_nothing(client: Browser, link: str) -> None:
    for _ in range(2):
        assert client.get(link).status_code == 200
    assert accounts() == 0


def test_the_link_works_once_and_for_three_days(client: Browser, link: str, clock: StoppedClock) -> None:
    clock.advance(timedelta(days=3))
    assert client.get(link).status_code == client.post(link).status_code == 404
    clock.advance(-timedelta(seconds=1))
    assert client.post(link).location == "/vao-viec"
    assert client.get(link).location == client.post(link).location == "/tai-khoan"
    assert accounts() == 1


def test_another_sign_up_with_the_address_is_void(client: Browser, link: str, drain: Drain, mails: Mails) -> None:
    sign_up(client, name="Kẻ khác", password="mat khau cua ke khac")
    drain()
    other = link_in(mails()[1], "/xac-nhan/")
    client.post(link)
    assert client.get(other).status_code == 404
    with transaction(write=False):
        assert session.scalars(select(Account.name)).all() == ["Nông Thị Mới"]


def test_an_address_that_got_an_account_in_between(client: Browser, link: str) -> None:
    enter("moi")
    answer = client.post(link)
    assert answer.status_code == 422 and "nay đã có tài khoản" in answer.text
    assert not is_signed_in(client)


def test_by_number(client: Browser) -> None:
    assert sign_up(client, login="0900 000 051").location == "/dang-ky?xong=so"
    assert "mật khẩu cũ vẫn như trước" in client.get("/dang-ky?xong=so").text
    assert not is_signed_in(client)
    assert try_to_sign_in(client, "0900000051").status_code == 303


def test_a_known_number_keeps_its_password(client: Browser) -> None:
    enter(phone="+84900000051")
    sign_up(client, login="0900 000 051", password="mat khau cua ke khac")
    assert accounts() == 1
    assert try_to_sign_in(client, "0900000051", "mat khau cua ke khac").status_code == 422
    assert try_to_sign_in(client, "0900000051").status_code == 303


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"name": " "}, "Hãy điền họ và tên."),
        ({"login": "khong phai"}, "Chưa đọc được"),
        ({"login": ""}, "Hãy điền thư điện tử hoặc số điện thoại."),
        ({"password": "1234567"}, "ít nhất 8 ký tự"),
        ({"password": "x" * 201}, "200 ký tự"),
        ({"password": "12345678"}, "bị đoán đầu tiên"),
        ({"password": "MatKhau123"}, "bị đoán đầu tiên"),
        ({"password": "moi@example.org"}, "dễ đoán"),
        ({"rules": ""}, "đồng ý với quy chế"),
    ],
)
def test_what_is_refused_stands_beside_its_field(client: Browser, given: dict[str, str], said: str) -> None:
    answer = sign_up(client, **given)
    assert answer.status_code == 422
    assert said in answer.text
    assert given.get("login", "moi@example.org") in answer.text
    with transaction(write=False):
        assert not session.scalars(select(PendingLogin)).all()


@pytest.mark.parametrize("password", ["aaaaaaaa", "Password1", "88888888"])
def test_what_is_guessed_first(password: str) -> None:
    assert is_guessed(password)
    assert not is_guessed(PASSWORD)


def test_a_double_tap_makes_one(client: Browser) -> None:
    fields = {"name": "Hà", "login": "0900 000 051", "password": PASSWORD, "rules": "y", "form_key": "twice-twice"}
    assert {client.post("/dang-ky", data=fields).location for _ in range(2)} == {"/dang-ky?xong=so"}
    assert accounts() == 1


def test_sign_ups_of_a_network_are_limited(client: Browser) -> None:
    for _ in range(SIGN_UPS_PER_NETWORK):
        assert sign_up(client).status_code == 303
    assert sign_up(client).status_code == 429


def test_an_address_gets_three_mails_a_day(client: Browser, drain: Drain, mails: Mails, clock: StoppedClock) -> None:
    for _ in range(5):
        assert sign_up(client).status_code == 303
    drain()
    assert len(mails()) == 3
    clock.advance(timedelta(days=1))
    sign_up(client)
    drain()
    assert len(mails()) == 4


def test_what_nobody_confirms_is_dropped(client: Browser, link: str, clock: StoppedClock) -> None:
    clock.advance(timedelta(days=7, seconds=1))
    with transaction(write=True):
        forget_pending()
    with transaction(write=False):
        assert not session.scalars(select(PendingLogin)).all()


def test_one_goes_on_where_one_was_going(client: Browser, drain: Drain, mails: Mails) -> None:
    sign_up(client, next="/san-pham?q=bun")
    drain()
    link = link_in(mails()[0], "/xac-nhan/")
    assert 'value="/san-pham?q=bun"' in client.get(link).text
    assert client.fill(link, link.split("?")[0]).location == "/san-pham?q=bun"


def test_who_is_signed_in_is_led_on(client: Browser) -> None:
    enter()
    try_to_sign_in(client)
    assert client.get("/dang-ky").location == "/mua-hang/"


def test_mails_speak_the_language_of_the_page(client: Browser, drain: Drain, mails: Mails) -> None:
    client.post("/en/dang-ky", data={"name": "Hà", "login": "ha@example.org", "password": PASSWORD, "rules": "y"})
    drain()
    assert "/en/xac-nhan/" in mails()[0].get_content()
