"""One product is taken off the market at once by an officer, with a reason; only an officer puts it back as it was."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import Product
from marketplace.core.audit import AuditRow
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Mailbox, Supplier
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.product_sheets import hand_in
from tests.factories import make_product

MAILBOX = "htx-hong-luan@example.org"
PAGE, OWN = "/san-pham/bun-kho-hong-luan", "/ban-hang/san-pham"
SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def noodles(cast: Cast) -> Product:
    with transaction(write=True):
        session.add(Mailbox(supplier_id=cast.hong_luan.id, address=MAILBOX, added_at=now()))
        return make_product(session.get_one(Supplier, cast.hong_luan.id), "Bún khô")


def down(product: Product) -> str:
    return f"/can-bo/san-pham/{product.public_id}/go"


def state(product: Product) -> str:
    with transaction(write=False):
        return session.get_one(Product, product.id).state


def test_gone_at_once_and_its_supplier_reads_why(
    noodles: Product, sign_in: SignIn, client: Browser, drain: Drain, mails: Callable[[], list[EmailMessage]]
) -> None:
    officer = sign_in("commune_officer")
    assert f'href="{down(noodles)}"' in officer.get(PAGE).text
    drain()
    fields = {"reason": "unsafe", "words": "Khách báo có mốc."}
    assert officer.fill(down(noodles), "/go", **fields).status_code == 303
    assert client.get(PAGE).status_code in (404, 410)
    drain()
    assert "Bún khô" not in client.get("/san-pham?q=bun+kho").text
    (mail,) = mails()
    assert (mail["To"], mail["Subject"]) == (MAILBOX, "Đã gỡ khỏi trang: Bún khô")
    assert "Có dấu hiệu không an toàn" in mail.get_content()
    own = sign_in("member").get(OWN).text
    assert "Có dấu hiệu không an toàn" in own and "Khách báo có mốc." in own
    with transaction(write=False):
        assert "take_down_product" in list(session.scalars(select(AuditRow.action)))


def test_put_back_as_it_was_by_an_officer(noodles: Product, sign_in: SignIn, client: Browser, drain: Drain) -> None:
    officer = sign_in("commune_officer")
    officer.fill(down(noodles), "/go", reason="untrue")
    shown = officer.get(down(noodles)).text
    assert "Thông tin hoặc dấu OCOP sai sự thật" in shown and "Bày lại như trước" in shown
    assert officer.fill(down(noodles), "/bay-lai").status_code == 303
    assert client.get(PAGE).status_code == 200
    drain()
    assert "Bún khô" in client.get("/san-pham?q=bun+kho").text
    again = officer.submit(down(noodles).replace("/go", "/bay-lai"))
    assert again.status_code == 422, "it isn't down any more"


def test_its_supplier_brings_it_back_only_by_handing_it_in(noodles: Product, sign_in: SignIn, client: Browser) -> None:
    sign_in("commune_officer").fill(down(noodles), "/go", reason="unsafe")
    member = sign_in("member")
    for way in ("thoi-ban", "bay-lai"):
        assert member.submit(f"{OWN}/{noodles.public_id}/{way}").status_code == 303
        assert state(noodles) != "published"
    sheet = member.submit(f"{OWN}/{noodles.public_id}/sua").location
    assert sheet
    assert hand_in(member, sheet).status_code == 303
    assert state(noodles) == "pending", "an officer looks first"
    assert client.get(PAGE).status_code in (404, 410)


def test_what_was_handed_in_since_is_not_shown_unseen(noodles: Product, sign_in: SignIn) -> None:
    officer, member = sign_in("commune_officer"), sign_in("member")
    officer.fill(down(noodles), "/go", reason="unsafe")
    sheet = member.submit(f"{OWN}/{noodles.public_id}/sua").location
    assert sheet and hand_in(member, sheet, name="Bún khác hẳn").status_code == 303
    returned = officer.submit(f"/can-bo/cho-duyet/{noodles.public_id}/tra-lai", {"ly-do": "name"})
    assert returned.status_code == 303 and state(noodles) == "returned"
    assert "Bày lại như trước" not in officer.get(down(noodles)).text, "it isn't as it was"
    assert officer.submit(down(noodles).replace("/go", "/bay-lai")).status_code == 422


def test_words_that_waited_go_back_to_its_supplier_too(noodles: Product, sign_in: SignIn) -> None:
    member = sign_in("member")
    sheet = member.submit(f"{OWN}/{noodles.public_id}/sua").location
    assert sheet and hand_in(member, sheet, name="Bún khô sợi nhỏ").status_code == 303
    officer = sign_in("commune_officer")
    officer.fill(down(noodles), "/go", reason="unsafe")
    with transaction(write=False):
        assert session.get_one(Product, noodles.id).pending_version_id is None
    assert "Bún khô sợi nhỏ" not in officer.get("/can-bo/cho-duyet").text


def test_a_reason_is_needed_and_what_was_typed_stays(noodles: Product, sign_in: SignIn) -> None:
    answer = sign_in("commune_officer").fill(down(noodles), "/go", words="Xem lại giúp.")
    assert answer.status_code == 422
    assert "Hãy chọn vì sao gỡ." in answer.text and "Xem lại giúp." in answer.text
    assert state(noodles) == "published"


def test_nobody_else_sees_the_way(noodles: Product, sign_in: SignIn, client: Browser) -> None:
    for person in ("stranger", "trader", "member", "other_officer"):
        assert "gỡ sản phẩm này" not in sign_in(person).get(PAGE).text
