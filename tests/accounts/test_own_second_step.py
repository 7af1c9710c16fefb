"""The second step in the own account: recovery codes, and turning it off."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account, RecoveryCode
from marketplace.accounts.services import code_of
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from tests import factories
from tests.accounts.people import PASSWORD, enter, kept, try_to_sign_in
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH, SECRET

pytestmark = pytest.mark.usefixtures("clock")
PAGE = "/tai-khoan"


def set_up(own: Browser, account: Account) -> list[str]:
    """Set up the second step; the recovery codes that are shown then."""
    own.submit(f"{PAGE}/hai-lop/bat-dau")
    secret = kept(account).totp_secret or ""
    text = own.submit(f"{PAGE}/hai-lop", {"code": code_of(secret)}).text
    codes = [line.split("</li>")[0] for line in text.split("<li>")[1:]]
    return [code for code in codes if len(code) == 11]


def test_a_recovery_code_stands_in_once(own: Browser, account: Account, app: Flask) -> None:
    codes = set_up(own, account)
    assert len(set(codes)) == 8
    for code, taken in ((codes[0], True), (codes[0], False), (codes[1].upper().replace("-", " "), True)):
        client = browser(app)
        try_to_sign_in(client)
        assert (client.post("/dang-nhap/ma", data={"code": code}).status_code == 303) is taken
    with transaction(write=False):
        assert codes[0] not in str(session.scalars(select(RecoveryCode.digest)).all())


def test_fresh_codes_void_the_old_ones(own: Browser, account: Account, app: Flask) -> None:
    codes = set_up(own, account)
    assert own.submit(f"{PAGE}/hai-lop/ma-du-phong", {"renew-present": "wrong"}).status_code == 422
    assert own.submit(f"{PAGE}/hai-lop/ma-du-phong", {"renew-present": PASSWORD}).status_code == 200
    client = browser(app)
    try_to_sign_in(client)
    assert client.post("/dang-nhap/ma", data={"code": codes[0]}).status_code == 422


def test_turning_it_off_asks_for_both(own: Browser, account: Account, app: Flask, clock: StoppedClock) -> None:
    set_up(own, account)
    clock.advance(timedelta(seconds=30))
    code = code_of(kept(account).totp_secret or "")
    off = f"{PAGE}/hai-lop/tat"
    assert own.submit(off, {"present": "wrong", "code": code}).status_code == 422
    assert own.submit(off, {"present": PASSWORD, "code": "000000"}).status_code == 422
    assert kept(account).totp_confirmed_at
    assert own.submit(off, {"present": PASSWORD, "code": code}).status_code == 303
    assert kept(account).totp_secret is None
    assert try_to_sign_in(browser(app)).location == "/vao-viec"


def test_officers_cannot_turn_it_off(app: Flask, clock: StoppedClock) -> None:
    account = enter(totp_secret=SECRET, totp_confirmed_at=clock.moment)
    with transaction(write=True):
        factories.appoint(account, QUANG_BACH)
        client = browser(app, factories.begin_session_of(account))
    answer = client.submit(f"{PAGE}/hai-lop/tat", {"present": PASSWORD, "code": code_of(SECRET)})
    assert answer.status_code == 403
    assert "Tắt hai lớp" not in client.get(f"{PAGE}/hai-lop").text
