"""Signing in: by address or phone, with the same answer for every kind of failure, and only to pages of this site."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from flask import Flask
from sqlalchemy import select

from marketplace.accounts.models import Account
from marketplace.accounts.services import hashed
from marketplace.core.attempts import Attempt
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from marketplace.core.settings import settings
from tests.accounts.people import PASSWORD, enter, is_signed_in, try_to_sign_in
from tests.browse import Browser, browser

WRONG = "Thư điện tử, số điện thoại hoặc mật khẩu chưa đúng."
LIMITED = "Sai quá nhiều lần."


@pytest.fixture
def member(app: Flask) -> None:
    enter()


@pytest.mark.usefixtures("member")
@pytest.mark.parametrize(
    "login", ["thu@example.org", " Thu@EXAMPLE.org ", "0900 000 045", "+84900000045", "0900.000.045"]
)
def test_by_address_or_phone_however_it_is_typed(client: Browser, login: str) -> None:
    answer = try_to_sign_in(client, login)
    assert (answer.status_code, answer.location) == (303, "/vao-viec")
    assert is_signed_in(client)


@pytest.mark.usefixtures("member")
@pytest.mark.parametrize(
    ("login", "password"),
    [
        ("thu@example.org", "another password"),
        ("nobody@example.org", PASSWORD),
        ("0900 000 046", PASSWORD),
        ("not a login", PASSWORD),
    ],
)
def test_every_failure_has_the_same_answer(client: Browser, login: str, password: str) -> None:
    answer = try_to_sign_in(client, login, password)
    assert answer.status_code == 422
    assert WRONG in answer.text
    assert login in answer.text, "what was typed stays"
    assert password not in answer.text
    assert not is_signed_in(client)


def test_an_account_without_a_password_has_the_same_answer(app: Flask, client: Browser) -> None:
    enter(password_hash=None)
    answer = try_to_sign_in(client, password="")
    assert (answer.status_code, "Hãy điền mật khẩu." in answer.text) == (422, True)
    assert WRONG in try_to_sign_in(client, password="x").text


def test_a_disabled_account_has_the_same_answer(app: Flask, client: Browser, clock: StoppedClock) -> None:
    enter(disabled_at=clock.moment)
    answer = try_to_sign_in(client)
    assert (answer.status_code, WRONG in answer.text) == (422, True)


def test_empty_fields_are_named(client: Browser) -> None:
    answer = try_to_sign_in(client, "", "")
    assert answer.status_code == 422
    assert "Hãy điền thư điện tử hoặc số điện thoại." in answer.text
    assert "Hãy điền mật khẩu." in answer.text


@pytest.mark.usefixtures("member", "clock")
def test_limited_after_so_many_failures_also_for_the_right_password(app: Flask) -> None:
    for _ in range(settings().sign_in_tries):
        assert try_to_sign_in(browser(app), password="wrong").status_code == 422
    answer = try_to_sign_in(browser(app))
    assert answer.status_code == 429
    assert LIMITED in answer.text


@pytest.mark.usefixtures("member", "clock")
def test_spelling_the_login_otherwise_gives_no_more_tries(client: Browser) -> None:
    for login in ("0900000045", "0900 000 045", "+84 900000045", "09 0000 0045", "0900.000.045"):
        try_to_sign_in(client, login, "wrong")
    assert try_to_sign_in(client, "84900000045").status_code == 429


@pytest.mark.usefixtures("member")
def test_the_limit_ends_after_a_quarter_of_an_hour(client: Browser, clock: StoppedClock) -> None:
    for _ in range(settings().sign_in_tries):
        try_to_sign_in(client, password="wrong")
    clock.advance(timedelta(minutes=15))
    assert try_to_sign_in(client).status_code == 303


@pytest.mark.usefixtures("member", "clock")
def test_another_login_is_not_limited_and_unknown_ones_are(client: Browser) -> None:
    for _ in range(settings().sign_in_tries):
        try_to_sign_in(client, "nobody@example.org", "wrong")
    assert try_to_sign_in(client, "nobody@example.org").status_code == 429
    assert try_to_sign_in(client).status_code == 303


@pytest.mark.usefixtures("member", "clock")
def test_a_network_that_guesses_many_logins_is_limited_and_others_are_not(app: Flask) -> None:
    """Half by half: a right password between them forgives the network nothing."""
    client, tries = browser(app), settings().sign_in_tries_per_network
    for number in range(tries):
        assert try_to_sign_in(client, f"guess{number}@example.org", "wrong").status_code == 422
        if number == tries // 2:
            assert try_to_sign_in(browser(app)).status_code == 303
    assert try_to_sign_in(browser(app)).status_code == 429
    elsewhere = browser(app)
    elsewhere.environ_base["REMOTE_ADDR"] = "192.0.2.7"
    assert try_to_sign_in(elsewhere).status_code == 303


def test_a_hash_of_other_parameters_is_made_anew_at_the_sign_in(app: Flask, client: Browser) -> None:
    before = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1).hash(PASSWORD)
    kept = enter(password_hash=before).id

    def hash_now() -> str:
        with transaction(write=False):
            return str(session.scalars(select(Account.password_hash).where(Account.id == kept)).one())

    assert try_to_sign_in(client, password="wrong").status_code == 422
    assert hash_now() == before, "a wrong password changes nothing"
    assert try_to_sign_in(client).status_code == 303
    renewed = hash_now()
    assert renewed.startswith(parameters_of(hashed(PASSWORD))) and renewed != before
    assert try_to_sign_in(browser(app)).status_code == 303
    assert hash_now() == renewed, "made anew once"


def parameters_of(password_hash: str) -> str:
    """``$argon2id$v=19$m=…,t=…,p=…$``, without salt and digest."""
    return password_hash.rsplit("$", 2)[0] + "$"


@pytest.mark.usefixtures("member", "clock")
def test_a_success_empties_the_count(client: Browser) -> None:
    for _ in range(settings().sign_in_tries - 1):
        try_to_sign_in(client, password="wrong")
    try_to_sign_in(client)
    assert try_to_sign_in(client, password="wrong").status_code == 422


@pytest.mark.usefixtures("member")
def test_the_count_stands_in_the_table_without_the_login(client: Browser) -> None:
    try_to_sign_in(client, password="wrong")
    with transaction(write=False):
        buckets = session.scalars(select(Attempt.bucket)).all()
    assert [bucket.partition(":")[0] for bucket in buckets] == ["sign-in", "sign-in-network"], "kept though refused"
    assert "thu" not in str(buckets) and "127.0.0.1" not in str(buckets)


@pytest.mark.usefixtures("member")
@pytest.mark.parametrize(
    "to",
    [
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/a\\..\\evil",
        "/\r\nSet-Cookie: a=b",
        "//[evil",
        "http://[evil",
        "evil.example",
    ],
)
def test_nobody_is_led_to_another_site(client: Browser, to: str) -> None:
    assert try_to_sign_in(client, to=to).location == "/vao-viec"
    assert client.get("/dang-nhap", query_string={"next": to}).location == "/mua-hang/"


@pytest.mark.usefixtures("member")
def test_one_goes_where_one_was_going(client: Browser) -> None:
    sent = client.get("/can-bo/bao-cao?ky=2026-Q4")
    assert (sent.status_code, sent.location) == (303, "/dang-nhap?next=/can-bo/bao-cao?ky%3D2026-Q4")
    assert 'value="/can-bo/bao-cao?ky=2026-Q4"' in client.get(sent.location).text
    assert try_to_sign_in(client, to="/can-bo/bao-cao?ky=2026-Q4").location == "/can-bo/bao-cao?ky=2026-Q4"


@pytest.mark.usefixtures("member")
def test_a_sign_in_is_in_the_audit_log_without_names(client: Browser) -> None:
    try_to_sign_in(client)
    with transaction(write=False):
        row = session.scalars(select(AuditRow).where(AuditRow.action == "sign_in")).one()
    assert (row.object_kind, row.details) == ("account", {})


def test_the_pages_are_kept_by_nobody(client: Browser) -> None:
    answer = client.get("/dang-nhap")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers


def test_a_post_from_another_site_signs_nobody_in(app: Flask, client: Browser) -> None:
    enter()
    client.environ_base["HTTP_SEC_FETCH_SITE"] = "cross-site"
    assert try_to_sign_in(client).status_code == 403


@pytest.mark.usefixtures("member")
def test_the_public_pages_offer_the_own_bench_after_the_sign_in(client: Browser) -> None:
    before = client.get("/").text
    assert ">Đăng nhập</a>" in before and ">Bàn làm việc</a>" not in before
    try_to_sign_in(client)
    after = client.get("/").text
    assert 'href="/vao-viec">Bàn làm việc</a>' in after and ">Đăng nhập</a>" not in after
