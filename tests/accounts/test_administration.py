"""The administrator's page: rights given and taken back, accounts closed, second factors reset; all of it audited."""

from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from marketplace.accounts.cli import reset_second_factor
from marketplace.accounts.models import Account, GrantRow
from marketplace.accounts.queries import account_by_login, grants_of
from marketplace.core.actor import Grant
from marketplace.core.audit import AuditRow
from marketplace.core.db import session, transaction
from tests import factories
from tests.accounts.people import PASSWORD
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH, Cast
from tests.mails import link_in

pytestmark = pytest.mark.usefixtures("clock")
PAGE = "/can-bo/nguoi-dung"
SignIn = Callable[[str], Browser]


@pytest.fixture
def admin(sign_in: SignIn) -> Browser:
    return sign_in("administrator")


def give(admin: Browser, login: str = "trader@example.org", **fields: Any) -> int:
    given = {"login": login, "role": "reviewer", "place": QUANG_BACH, "scope": "commune", **fields}
    return admin.submit(f"{PAGE}/giao-quyen", given).status_code


def rights(login: str) -> tuple[Grant, ...]:
    with transaction(write=False):
        account = account_by_login(login)
        return grants_of(account.id) if account else ()


def act(admin: Browser, account: Account, what: str, **fields: Any) -> int:
    return admin.submit(f"{PAGE}/{account.public_id}/{what}", fields).status_code


def grant_id(account: Account) -> int:
    with transaction(write=False):
        return session.scalars(select(GrantRow.id).where(GrantRow.account_id == account.id)).one()


@pytest.mark.parametrize(
    ("fields", "grant"),
    [
        ({}, Grant("officer", "reviewer", QUANG_BACH)),
        ({"role": "viewer", "scope": "province"}, Grant("officer", "viewer", "2025:19")),
        ({"place": f"{QUANG_BACH}|pre2025:02032", "scope": "district"}, Grant("officer", "reviewer", "pre2025:064")),
        ({"role": "administrator", "place": ""}, Grant("administrator", "reviewer", None)),
    ],
)
def test_a_right_is_given(admin: Browser, fields: dict[str, str], grant: Grant) -> None:
    assert give(admin, **fields) == 303
    assert rights("trader@example.org") == (grant,)
    with transaction(write=False):
        assert session.scalars(select(AuditRow).where(AuditRow.action == "grant")).one()
    assert give(admin, **fields) == 422, "once"


@pytest.mark.parametrize("fields", [{"place": ""}, {"place": "2025:19"}, {"role": "owner"}, {"scope": "country"}])
def test_a_right_without_an_area_is_refused(admin: Browser, fields: dict[str, str]) -> None:
    assert give(admin, **fields) == 422
    assert rights("trader@example.org") == ()


def test_who_has_no_account_is_invited_by_mail(
    admin: Browser, drain: Callable[[], int], mails: Callable[[], list[EmailMessage]]
) -> None:
    assert give(admin, "0900 000 058") == 422
    assert give(admin, "moi@example.org", name="Nông Thị Mới") == 303
    drain()
    assert mails()[0]["To"] == "moi@example.org"
    officer = browser(admin.application)
    officer.fill(link_in(mails()[0], "/dat-mat-khau/"), password=PASSWORD)
    assert officer.get("/vao-viec").location == "/tai-khoan/hai-lop"


def test_rights_end_at_once(admin: Browser, sign_in: SignIn, cast: Cast) -> None:
    officer, account = sign_in("commune_officer"), cast.accounts["commune_officer"]
    assert officer.get("/can-bo/chu-the").status_code == 200
    assert act(admin, account, "rut-quyen", quyen=grant_id(account)) == 303
    assert officer.get("/can-bo/chu-the").status_code == 403
    assert act(admin, account, "rut-quyen", quyen=grant_id(account)) == 404
    with transaction(write=False):
        assert session.scalars(select(AuditRow).where(AuditRow.action == "revoke")).one()


def test_a_right_is_taken_back_from_its_holder_only(admin: Browser, cast: Cast) -> None:
    other = grant_id(cast.accounts["other_officer"])
    assert act(admin, cast.accounts["commune_officer"], "rut-quyen", quyen=other) == 404
    assert rights("other_officer@example.org")


def test_the_last_administrator_stays(admin: Browser, cast: Cast) -> None:
    own = cast.accounts["administrator"]
    answer = admin.submit(f"{PAGE}/{own.public_id}/rut-quyen", {"quyen": grant_id(own)})
    assert answer.status_code == 422 and "ít nhất một quản trị" in answer.text
    with transaction(write=True):
        second = factories.make_account("second")
        factories.appoint(second, None)
    assert act(admin, second, "khoa") == 303
    assert act(admin, own, "rut-quyen", quyen=grant_id(own)) == 422, "a disabled one doesn't count"
    assert act(admin, second, "mo") == 303
    assert act(admin, own, "rut-quyen", quyen=grant_id(own)) == 303
    assert admin.get(PAGE).status_code == 403


def test_a_closed_account_is_out_at_once_and_comes_back(admin: Browser, sign_in: SignIn, cast: Cast) -> None:
    member, account = sign_in("member"), cast.accounts["member"]
    assert act(admin, account, "khoa") == 303
    assert member.get("/ban-hang/").location.startswith("/dang-nhap?")
    assert act(admin, account, "mo") == 303
    assert member.get("/ban-hang/").location.startswith("/dang-nhap?"), "the old session stays ended"
    with transaction(write=False):
        assert session.get_one(Account, account.id).disabled_at is None


def test_nobody_closes_the_own_account(admin: Browser, cast: Cast) -> None:
    with transaction(write=True):
        factories.appoint(factories.make_account("second"), None)
    assert act(admin, cast.accounts["administrator"], "khoa") == 422


def test_a_lost_second_factor_is_reset(admin: Browser, sign_in: SignIn, cast: Cast) -> None:
    officer, account = sign_in("commune_officer"), cast.accounts["commune_officer"]
    assert act(admin, account, "dat-lai-hai-lop") == 303
    assert officer.get("/can-bo/chu-the").location.startswith("/dang-nhap?")
    with transaction(write=False):
        assert session.get_one(Account, account.id).totp_secret is None
        assert session.scalars(select(AuditRow).where(AuditRow.action == "drop_second_factor")).one().account_id


def test_a_command_resets_it_too(cast: Cast) -> None:
    assert CliRunner().invoke(reset_second_factor, ["administrator@example.org"]).exit_code == 0
    with transaction(write=False):
        assert session.get_one(Account, cast.accounts["administrator"].id).totp_confirmed_at is None
    assert CliRunner().invoke(reset_second_factor, ["nobody@example.org"]).exit_code == 1


def test_searching(admin: Browser, cast: Cast) -> None:
    text = admin.get(PAGE).text
    assert "commune_officer@example.org" in text and "trader@example.org" not in text
    assert "Cán bộ xét duyệt, xã Quảng Bạch" in text.replace("Xã Quảng", "xã Quảng")
    assert "trader@example.org" in admin.get(PAGE, query_string={"q": "TRADER"}).text
    assert "Không có ai khớp" in admin.get(PAGE, query_string={"q": "không ai"}).text


@pytest.mark.parametrize("person", ["trader", "member", "commune_officer", "province_officer"])
def test_it_is_the_administrators_alone(sign_in: SignIn, cast: Cast, person: str) -> None:
    client, account = sign_in(person), cast.accounts["trader"]
    assert client.get(PAGE).status_code == 403
    assert give(client) == 403
    assert "Người dùng</a>" not in client.get("/mua-hang/").text
    for what in ("khoa", "mo", "rut-quyen", "dat-lai-hai-lop"):
        assert act(client, account, what) == 404
