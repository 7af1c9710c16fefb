"""Where somebody is signed in: devices in words, ended one by one or all others at once."""

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import SessionRow
from marketplace.accounts.presenters.own import device_words
from marketplace.accounts.vocabulary import device_of
from marketplace.core.db import session, transaction
from tests.accounts.people import enter, is_signed_in, try_to_sign_in
from tests.browse import Browser, browser

pytestmark = pytest.mark.usefixtures("clock")
PAGE = "/tai-khoan"
ANDROID = "Mozilla/5.0 (Linux; Android 14; SM-A145F) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1"
ZALO = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36 Zalo android/12100"


@pytest.mark.parametrize(
    ("agent", "words"),
    [
        (ANDROID, "Chrome trên Android"),
        (IPHONE, "Safari trên iPhone"),
        (ZALO, "Zalo trên Android"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0", "Firefox trên Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0.0.0 Safari/537.36 Edg/126.0", "Edge trên Windows"),
        ("curl/8.5.0", "Máy không rõ loại"),
        ("", "Máy không rõ loại"),
    ],
)
def test_devices_in_words(agent: str, words: str) -> None:
    assert device_words(device_of(agent)) == words


def test_sign_ins_are_listed_and_ended_one_by_one(own: Browser, app: Flask) -> None:
    other = browser(app)
    other.environ_base["HTTP_USER_AGENT"] = ANDROID
    try_to_sign_in(other)
    text = own.get(PAGE).text
    assert "Chrome trên Android" in text and text.count("Đang dùng") == 1
    with transaction(write=False):
        public_id = session.scalars(select(SessionRow.public_id).order_by(SessionRow.id.desc())).first()
    assert own.submit(f"{PAGE}/phien/{public_id}/dung").status_code == 303
    assert not is_signed_in(other)
    assert is_signed_in(own)


def test_all_others_at_once(own: Browser, app: Flask) -> None:
    others = [browser(app), browser(app)]
    for other in others:
        try_to_sign_in(other)
    own.submit(f"{PAGE}/phien/dung-het")
    assert [is_signed_in(client) for client in (own, *others)] == [True, False, False]


def test_nobody_ends_another_persons_sign_in(own: Browser, app: Flask) -> None:
    enter("other", phone=None)
    other = browser(app)
    try_to_sign_in(other, "other@example.org")
    with transaction(write=False):
        public_id = session.scalars(select(SessionRow.public_id).order_by(SessionRow.id.desc())).first()
    assert own.submit(f"{PAGE}/phien/{public_id}/dung").status_code == 404
    assert is_signed_in(other)
