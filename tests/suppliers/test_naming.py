"""An officer mends how a supplier is called and what it is; its address stays."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from marketplace.core.audit import AuditRow
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from tests.browse import Browser
from tests.cast import Cast

PAGE = "/can-bo/chu-the/htx-hong-luan"
SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


def test_another_name_and_kind_at_the_same_address(cast: Cast, sign_in: SignIn, client: Browser) -> None:
    officer = sign_in("commune_officer")
    assert officer.fill(PAGE, "/ten", name="Tổ hợp tác Hồng Luân Bản Cưa", kind="tht").status_code == 303
    public = client.get("/chu-the/htx-hong-luan").text
    assert "Tổ hợp tác Hồng Luân Bản Cưa" in public
    with transaction(write=False):
        there = session.get_one(Supplier, cast.hong_luan.id)
        assert (there.kind, there.short_name, there.slug) == ("tht", "Hồng Luân Bản Cưa", "htx-hong-luan")
        assert "update_supplier" in list(session.scalars(select(AuditRow.action)))


@pytest.mark.parametrize(("kind", "kept"), [("hkd", "001177000012"), ("htx", None)])
def test_a_household_s_number_goes_when_it_is_a_household_no_more(
    cast: Cast, sign_in: SignIn, kind: str, kept: str | None
) -> None:
    with transaction(write=True):
        there = session.get_one(Supplier, cast.hong_luan.id)
        there.kind, there.tax_code = "hkd", "001177000012"
    assert sign_in("commune_officer").fill(PAGE, "/ten", name="Hộ bà Luân", kind=kind).status_code == 303
    with transaction(write=False):
        assert session.get_one(Supplier, cast.hong_luan.id).tax_code == kept, "it was its owner's own number"


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("htx", "0300 588 569", "0300588569"),
        ("htx", "", None),
        ("hkd", "", "001177000012"),
        ("hkd", "001177000013", "001177000013"),
    ],
)
def test_a_tax_code_is_put_right(cast: Cast, sign_in: SignIn, kind: str, typed: str, kept: str | None) -> None:
    with transaction(write=True):
        there = session.get_one(Supplier, cast.hong_luan.id)
        there.kind, there.tax_code = kind, "001177000012" if kind == "hkd" else "0300588560"
    officer = sign_in("commune_officer")
    shown = officer.get(PAGE).text
    assert ("0300588560" in shown) is ("Xem lại mã số thuế" in shown) is (kind == "htx")
    assert "001177000012" not in shown, "a person's number"
    assert officer.fill(PAGE, "/ten", name="Hồng Luân", kind=kind, tax_code=typed).status_code == 303
    with transaction(write=False):
        assert session.get_one(Supplier, cast.hong_luan.id).tax_code == kept
    assert "Xem lại mã số thuế" not in officer.get(PAGE).text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": "", "kind": "htx"}, "Hãy ghi tên như trên giấy đăng ký."),
        ({"name": "HTX Mới Đổi", "kind": "gi-do"}, "HTX Mới Đổi"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(
    cast: Cast, sign_in: SignIn, fields: dict[str, str], said: str
) -> None:
    answer = sign_in("commune_officer").fill(PAGE, "/ten", **fields)
    assert answer.status_code == 422 and said in answer.text
    with transaction(write=False):
        assert session.get_one(Supplier, cast.hong_luan.id).name == "HTX Hồng Luân"
