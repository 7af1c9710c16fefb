"""New words of a product that is shown: an officer sees old beside new, and passes them or gives them back."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest

from marketplace.catalogue.models import Product
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Mailbox
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.edits import edit, now_as
from tests.catalogue.product_sheets import OWN

PENDING = "/can-bo/cho-duyet"
SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


def test_the_officer_sees_old_words_beside_new_and_passes_them(
    member: Browser, product: Product, sign_in: SignIn, client: Browser, drain: Callable[[], int]
) -> None:
    edit(member, product, name="Bún khô ngon nhất", description="Phơi ba nắng.", class_code="I.3.c")
    officer = sign_in("commune_officer")
    text = officer.get(PENDING).text
    assert "Lời mới của sản phẩm đang bày" in text and "<mark>ngon nhất</mark>" in text and "Phơi hai nắng." in text
    assert "Xem kỹ:" in text and "“nhất” cần có giấy tờ" in text
    assert "Bún khô ngon nhất" not in client.get(f"/san-pham/{product.slug}").text
    edit(member, product, capacity="3 tấn")  # meanwhile; the words still wait, with what applied at once
    officer.submit(f"{PENDING}/dang", {"san-pham": product.public_id})
    found, shown, waiting = now_as(product)
    assert (shown.name, shown.description, shown.monthly_grams) == ("Bún khô ngon nhất", "Phơi ba nắng.", 3_000_000)
    assert (found.class_code, found.pending_class, waiting) == ("I.3.c", None, None)
    drain()
    assert "Bún khô ngon nhất" in client.get(f"/san-pham/{product.slug}").text
    assert product.public_id not in officer.get(PENDING).text


def test_new_words_come_back_with_reason_and_words_and_are_written_on(
    member: Browser,
    product: Product,
    cast: Cast,
    sign_in: SignIn,
    drain: Callable[[], int],
    mails: Callable[[], list[EmailMessage]],
) -> None:
    with transaction(write=True):
        session.add(Mailbox(supplier_id=cast.hong_luan.id, address="htx@example.org", added_at=now()))
        session.flush()
    sheet = edit(member, product, description="Chữa khỏi đau lưng.")
    officer = sign_in("commune_officer")
    back = {"ly-do": "claim", "loi": "Bỏ câu chữa đau lưng nhé."}
    assert officer.submit(f"{PENDING}/{product.public_id}/tra-lai", back).status_code == 303
    found, shown, waiting = now_as(product)
    assert (found.state, shown.description, waiting) == ("published", "Phơi hai nắng.", None)
    for address in (OWN, sheet):
        text = member.get(address).text
        assert "Lời giới thiệu nói quá" in text and "Bỏ câu chữa đau lưng nhé." in text
    assert "Chữa khỏi đau lưng." in member.get(sheet).text  # nothing typed is lost
    drain()
    (mail,) = [mail for mail in mails() if "htx@example.org" in str(mail["To"])]
    assert "Cần sửa lại: Bún khô" in str(mail["Subject"]) and "Bỏ câu chữa đau lưng nhé." in mail.get_content()
    edit(member, product, description="Phơi ba nắng.")
    assert "Bỏ câu chữa đau lưng" not in member.get(OWN).text
    assert "Lời mới chờ xem" in member.get(OWN).text


def test_a_returned_product_is_written_on_and_handed_in_again(
    member: Browser,
    product: Product,
    sign_in: SignIn,
    drain: Callable[[], int],
    mails: Callable[[], list[EmailMessage]],
) -> None:
    with transaction(write=True):
        found = session.get_one(Product, product.id)
        found.state, found.published_at = "pending", None
        session.add(Mailbox(supplier_id=found.supplier_id, address="htx@example.org", added_at=now()))
        session.flush()
    officer = sign_in("commune_officer")
    officer.submit(f"{PENDING}/{product.public_id}/tra-lai", {"ly-do": "name"})
    assert now_as(product)[0].state == "returned"
    edit(member, product, name="Bún khô Quảng Bạch")
    found, shown, waiting = now_as(product)
    assert (found.state, shown.name, waiting) == ("pending", "Bún khô Quảng Bạch", None)
    officer.submit(f"{PENDING}/dang", {"san-pham": product.public_id})
    drain()
    assert [str(mail["Subject"]) for mail in mails()][-1] == "Cán bộ đã duyệt: Bún khô Quảng Bạch"


def test_words_that_are_as_they_were_wait_no_more(member: Browser, product: Product) -> None:
    edit(member, product, description="Phơi ba nắng.")
    edit(member, product, description="Phơi hai nắng.")
    assert now_as(product)[2] is None
