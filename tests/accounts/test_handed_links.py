"""An officer hands out a link for a new password: only in the own area, and only where no mail can bring one."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from marketplace.accounts.models import Account
from marketplace.core.audit import AuditRow
from marketplace.core.clock import StoppedClock
from marketplace.core.db import session, transaction
from tests import factories
from tests.accounts.people import PASSWORD, enter, is_signed_in
from tests.browse import Browser, browser
from tests.cast import QUANG_BACH, SECRET, Cast

SUPPLIER = "/can-bo/chu-the/htx-hong-luan"
SignIn = Callable[[str], Browser]


@pytest.fixture
def account(cast: Cast, clock: StoppedClock) -> Account:
    made = enter("by_number", email=None)
    with transaction(write=True):
        factories.join(made, cast.hong_luan, "member")
    return made


def hand_out(sign_in: SignIn, account: Account, person: str = "commune_officer") -> tuple[int, str]:
    answer = sign_in(person).submit(f"{SUPPLIER}/nguoi-dung/{account.public_id}/mat-khau")
    _, _, rest = answer.text.partition('value="http://localhost/dat-mat-khau/')
    return answer.status_code, rest.partition('"')[0]


def test_the_link_sets_a_new_password_once(sign_in: SignIn, account: Account) -> None:
    assert f"{account.public_id}/mat-khau" in sign_in("commune_officer").get(SUPPLIER).text
    status, token = hand_out(sign_in, account)
    assert status == 200
    client = browser(sign_in("trader").application)
    client.fill(f"/dat-mat-khau/{token}", password=PASSWORD)
    assert is_signed_in(client)
    assert client.get(f"/dat-mat-khau/{token}").status_code == 404
    with transaction(write=False):
        assert session.scalars(select(AuditRow).where(AuditRow.action == "hand_out_password_link")).one().account_id


@pytest.mark.parametrize("values", [{"email": "a@example.org"}, {"totp_confirmed_at": True}, {"grant": True}])
def test_not_where_more_is_at_stake(
    sign_in: SignIn, account: Account, clock: StoppedClock, values: dict[str, str]
) -> None:
    with transaction(write=True):
        kept = session.get_one(Account, account.id)
        if "grant" in values:
            factories.appoint(kept, QUANG_BACH)
        elif "email" in values:
            kept.email = values["email"]
        else:
            kept.totp_secret, kept.totp_confirmed_at = SECRET, clock.moment
    assert f"{account.public_id}/mat-khau" not in sign_in("commune_officer").get(SUPPLIER).text
    assert hand_out(sign_in, account) == (403, "")


@pytest.mark.parametrize("person", ["other_officer", "member", "trader"])
def test_not_by_others(sign_in: SignIn, account: Account, person: str) -> None:
    assert hand_out(sign_in, account, person)[0] == 404


def test_not_for_people_of_other_suppliers(sign_in: SignIn, account: Account, cast: Cast) -> None:
    assert hand_out(sign_in, cast.accounts["other_member"])[0] == 404
