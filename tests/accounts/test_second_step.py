"""The second step of signing in: a stranger until the code is given, and no officer's rights without one."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account, SessionRow
from marketplace.accounts.services import code_of
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.settings import settings
from tests import factories
from tests.accounts.people import enter, is_signed_in, try_to_sign_in
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH, SECRET

pytestmark = pytest.mark.usefixtures("clock")
WRONG = "Mã chưa đúng"


@pytest.fixture
def account(app: Flask, clock: StoppedClock) -> Account:
    return enter(totp_secret=SECRET, totp_confirmed_at=clock.moment)


@pytest.fixture
def half(account: Account, client: Browser) -> Browser:
    assert try_to_sign_in(client, to="/mua-hang/").location == "/dang-nhap/ma"
    return client


def give(client: Browser, code: str) -> int:
    return client.post("/dang-nhap/ma", data={"code": code}).status_code


def test_who_only_showed_a_password_is_a_stranger(half: Browser) -> None:
    assert not is_signed_in(half)
    assert half.get("/mua-hang/").location.startswith("/dang-nhap?")
    assert half.get("/dang-nhap").status_code == 200
    with transaction(write=False):
        assert session.scalars(select(SessionRow)).all() == []


def test_the_code_signs_in_and_leads_on(half: Browser) -> None:
    answer = half.fill("/dang-nhap/ma", code=code_of(SECRET))
    assert (answer.status_code, answer.location) == (303, "/mua-hang/")
    assert is_signed_in(half)
    with transaction(write=False):
        assert session.scalars(select(SessionRow)).one().second_factor_at


@pytest.mark.parametrize("shift", [-30, 0, 30])
def test_a_clock_may_be_a_step_off(half: Browser, clock: StoppedClock, shift: int) -> None:
    assert give(half, code_of(SECRET, clock.moment + timedelta(seconds=shift))) == 303


@pytest.mark.parametrize("code", ["000000", "", "12345", "1234567", "abcdef", "０１２３４５", "{early}", "{late}"])
def test_other_codes_are_refused(half: Browser, clock: StoppedClock, code: str) -> None:
    early, late = (code_of(SECRET, clock.moment + timedelta(seconds=seconds)) for seconds in (-60, 60))
    assert give(half, code.format(early=early, late=late)) == 422
    assert not is_signed_in(half)


def test_blanks_in_a_code_are_passed_over(half: Browser) -> None:
    code = code_of(SECRET)
    assert give(half, f" {code[:3]} {code[3:]} ") == 303


def test_no_code_is_taken_twice(half: Browser, app: Flask, clock: StoppedClock) -> None:
    code = code_of(SECRET)
    assert give(half, code) == 303
    other = browser(app)
    try_to_sign_in(other)
    assert give(other, code) == 422
    assert give(other, code_of(SECRET, clock.moment - timedelta(seconds=30))) == 422, "nor one from before"
    clock.advance(timedelta(seconds=30))
    assert give(other, code_of(SECRET)) == 303


def test_tries_are_limited_for_the_account_on_all_devices(account: Account, app: Flask) -> None:
    for _ in range(settings().sign_in_tries):
        client = browser(app)
        try_to_sign_in(client)
        assert give(client, "000000") == 422
    client = browser(app)
    try_to_sign_in(client)
    assert give(client, code_of(SECRET)) == 429
    assert not is_signed_in(client)


def test_the_limit_ends(half: Browser, clock: StoppedClock) -> None:
    for _ in range(settings().sign_in_tries):
        give(half, "000000")
    clock.advance(timedelta(minutes=15))
    try_to_sign_in(half)
    assert give(half, code_of(SECRET)) == 303


def test_ten_minutes_after_the_password_it_is_asked_for_again(half: Browser, clock: StoppedClock) -> None:
    clock.advance(timedelta(minutes=10, seconds=1))
    assert half.get("/dang-nhap/ma").location == "/dang-nhap"
    assert give(half, code_of(SECRET)) == 422
    assert not is_signed_in(half)


def test_nobody_comes_to_the_second_step_without_the_first(account: Account, client: Browser) -> None:
    assert client.get("/dang-nhap/ma").location == "/dang-nhap"
    assert give(client, code_of(SECRET)) == 422
    assert not is_signed_in(client)


def test_the_code_of_another_account_is_refused(half: Browser, clock: StoppedClock) -> None:
    other = "P5O4N3M2L7K6J5I4H3G2F7E6D5C4B3A2"
    enter("other", phone=None, totp_secret=other, totp_confirmed_at=clock.moment)
    assert give(half, code_of(other)) == 422


def test_a_new_password_voids_the_first_step(half: Browser, account: Account) -> None:
    with transaction(write=True):
        session.get_one(Account, account.id).session_epoch += 1
    assert give(half, code_of(SECRET)) == 422
    assert not is_signed_in(half)


def test_the_way_on_is_checked_after_the_second_step_too(account: Account, client: Browser) -> None:
    try_to_sign_in(client, to="//evil.example")
    assert client.post("/dang-nhap/ma", data={"code": code_of(SECRET)}).location == "/vao-viec"


def test_a_secret_that_was_never_confirmed_asks_nobody(client: Browser, app: Flask) -> None:
    enter(totp_secret=SECRET)
    assert try_to_sign_in(client).location == "/vao-viec"


def test_an_officer_without_a_second_factor_has_no_rights_and_is_led_to_it(client: Browser, app: Flask) -> None:
    account = enter()
    with transaction(write=True):
        factories.appoint(account, QUANG_BACH)
    try_to_sign_in(client)
    assert client.get("/vao-viec").location == "/tai-khoan/hai-lop"
    for address in ("/can-bo/chu-the", "/can-bo/chu-the/khong-co", "/can-bo/bao-cao"):
        assert client.get(address).location == "/tai-khoan/hai-lop"
    assert client.submit("/can-bo/chung-nhan/xac-minh").status_code == 403
    assert "Cán bộ xem được" in client.get("/tai-khoan/hai-lop").text


def test_setting_it_up_gives_the_rights_and_ends_the_other_sessions(client: Browser, app: Flask) -> None:
    account, other = enter(), browser(app)
    with transaction(write=True):
        factories.appoint(account, QUANG_BACH)
    for phone in (client, other):
        try_to_sign_in(phone)
    client.submit("/tai-khoan/hai-lop/bat-dau")
    with transaction(write=False):
        secret = session.get_one(Account, account.id).totp_secret or ""
    assert " ".join(secret[start : start + 4] for start in range(0, 32, 4)) in client.get("/tai-khoan/hai-lop").text
    assert client.submit("/tai-khoan/hai-lop", {"code": "000000"}).status_code == 422
    shown = client.submit("/tai-khoan/hai-lop", {"code": code_of(secret)})
    assert shown.text.count("<li>") >= 8 and "Mã dự phòng" in shown.text
    assert client.get("/vao-viec").location == "/can-bo/bao-cao"
    assert not is_signed_in(other)


def test_starting_again_keeps_a_confirmed_secret(half: Browser, account: Account) -> None:
    give(half, code_of(SECRET))
    half.submit("/tai-khoan/hai-lop/bat-dau")
    with transaction(write=False):
        assert session.get_one(Account, account.id).totp_secret == SECRET
