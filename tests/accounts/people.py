"""People of the tests about accounts."""

from functools import cache
from typing import Any

from werkzeug.test import TestResponse

from marketplace.accounts.models import Account
from marketplace.accounts.services import hashed
from marketplace.core.db import session, transaction
from tests import factories
from tests.browse import Browser

PASSWORD = "mot-mat-khau-dai"


@cache
def password_hash() -> str:
    """Hashed once for all tests: it is slow on purpose."""
    return hashed(PASSWORD)


def enter(name: str = "thu", **values: Any) -> Account:
    """An account with a password, reached by address and by phone."""
    given = {"phone": "+84900000045", "password_hash": password_hash(), **values}
    with transaction(write=True):
        return factories.make_account(name, **given)


def kept(account: Account) -> Account:
    """The account, read anew."""
    with transaction(write=False):
        found = session.get_one(Account, account.id)
        session.expunge(found)
    return found


def try_to_sign_in(
    client: Browser, login: str = "thu@example.org", password: str = PASSWORD, to: str = ""
) -> TestResponse:
    """Send the sign-in form."""
    return client.post("/dang-nhap", data={"login": login, "password": password, "next": to})


def is_signed_in(client: Browser) -> bool:
    """Whether pages behind the sign-in open."""
    return client.get("/vao-viec").location != "/dang-nhap?next=/vao-viec"


def sign_up(client: Browser, *, headers: Any = None, **given: str) -> TestResponse:
    """Send the sign-up form."""
    fields = {"name": "Nông Thị Mới", "login": "moi@example.org", "password": PASSWORD, "rules": "y", **given}
    return client.post("/dang-ky", data=fields, headers=headers)
