"""Suspended, closed, reinstated: nothing of it shows, its people still answer, all comes back as it was."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import Pack, Product
from marketplace.core.audit import AuditRow
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier, SupplierDecision
from marketplace.suppliers.services import merge_suppliers
from tests.browse import Browser
from tests.cast import Cast
from tests.factories import make_offer, make_product
from tests.leads.asking import ask
from tests.suppliers.applying import applied, supplier_of

SignIn = Callable[[str], Browser]
Drain = Callable[[], int]
SUPPLIER = "/can-bo/chu-the/htx-hong-luan"
NOODLES = "/san-pham/bun-kho-hong-luan"
WHY = {"reason": "safety", "words": "Chờ kết quả kiểm nghiệm."}
pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def goods(cast: Cast, drain: Drain) -> tuple[Product, Product]:
    """Noodles of HTX Hồng Luân, and honey of HTX Hồng Hà that HTX Hồng Luân sells too."""
    with transaction(write=True):
        luan, ha = session.merge(cast.hong_luan), session.merge(cast.hong_ha)
        noodles, honey = make_product(luan, "Bún khô"), make_product(ha, "Mật ong")
        make_offer(luan, _pack(honey), 120_000)
    drain()
    return noodles, honey


def _pack(product: Product) -> Pack:
    return session.scalars(select(Pack).where(Pack.product_id == product.id)).one()


def seen(client: Browser) -> dict[str, bool]:
    """Where HTX Hồng Luân or its noodles can be seen."""
    return {
        "supplier page": client.get("/chu-the/htx-hong-luan").status_code == 200,
        "suppliers": "htx-hong-luan" in client.get("/chu-the").text,
        "product page": client.get(NOODLES).status_code == 200,
        "catalogue": "Bún khô" in client.get("/san-pham").text,
        "api": "bun-kho" in client.get("/api/v1/products").text,
        "api of suppliers": "htx-hong-luan" in client.get("/api/v1/suppliers").text,
        "sitemap": "hong-luan" in client.get("/sitemap.xml").text,
        "form": client.get(f"{NOODLES}/hoi-hang").status_code == 200,
        "seller elsewhere": "HTX Hồng Luân" in client.get("/san-pham/mat-ong-hong-ha").text,
        "form elsewhere": "HTX Hồng Luân" in client.get("/san-pham/mat-ong-hong-ha/hoi-hang").text,
        "phone": client.get("/goi/htx-hong-luan").status_code != 404,
    }


def test_suspended_it_is_nowhere_and_reinstated_everywhere(
    goods: tuple[Product, Product], sign_in: SignIn, client: Browser, drain: Drain
) -> None:
    assert set(seen(client).values()) == {True}, seen(client)
    officer = sign_in("commune_officer")
    assert officer.submit(f"{SUPPLIER}/tam-an", WHY).status_code == 303
    drain()
    assert set(seen(client).values()) == {False}, seen(client)
    assert client.get("/san-pham/mat-ong-hong-ha").status_code == 200
    assert officer.submit(f"{SUPPLIER}/hien-lai", {"words": "Mẫu đạt."}).status_code == 303
    drain()
    assert set(seen(client).values()) == {True}, seen(client)


def test_its_people_read_why_and_answer_those_who_asked(
    goods: tuple[Product, Product], sign_in: SignIn, drain: Drain, mails: Callable[[], list[EmailMessage]], cast: Cast
) -> None:
    lead = ask(cast.hong_luan).public_id
    sign_in("commune_officer").submit(f"{SUPPLIER}/tam-an", WHY)
    drain()
    mail = next(mail for mail in mails() if mail["To"] == "member@example.org")
    assert "Vi phạm chất lượng, an toàn thực phẩm" in mail.get_content()
    member = sign_in("member")
    page = member.get("/ban-hang/ho-so").text
    assert "Đang tạm ẩn" in page and "Chờ kết quả kiểm nghiệm." in page
    assert member.get("/ban-hang/").status_code == 200
    assert member.submit(f"/ban-hang/dau-moi/{lead}/da-goi").status_code == 303
    assert member.submit("/ban-hang/ho-so/noi/htx-hong-luan/nhan", {"words": "Đã gửi mẫu."}).status_code == 303
    drain()
    officer = sign_in("commune_officer")
    assert "Đã gửi mẫu." in officer.get(SUPPLIER).text
    queue = officer.get("/can-bo/bao-sai").text
    assert "Đã gửi mẫu." in queue and f'href="{SUPPLIER}"' in queue, "else no officer knows of it"


def test_what_is_published_meanwhile_waits(
    goods: tuple[Product, Product], sign_in: SignIn, client: Browser, drain: Drain, cast: Cast
) -> None:
    officer = sign_in("commune_officer")
    officer.submit(f"{SUPPLIER}/tam-an", WHY)
    with transaction(write=True):
        new = make_product(session.get_one(Supplier, cast.hong_luan.id), "Bún gấc")
        new.state = "pending"
    assert officer.submit("/can-bo/cho-duyet/dang", {"san-pham": new.public_id}).status_code == 303
    drain()
    assert client.get(f"/san-pham/{new.slug}").status_code == 404
    officer.submit(f"{SUPPLIER}/hien-lai")
    assert client.get(f"/san-pham/{new.slug}").status_code == 200


def test_closed_ends_the_workbench_and_can_be_opened_again(
    goods: tuple[Product, Product], sign_in: SignIn, client: Browser, drain: Drain
) -> None:
    officer = sign_in("commune_officer")
    assert officer.submit(f"{SUPPLIER}/dong", {"reason": "stopped"}).status_code == 303
    drain()
    assert set(seen(client).values()) == {False}
    assert sign_in("member").get("/ban-hang/").status_code == 403
    assert officer.submit(f"{SUPPLIER}/hien-lai").status_code == 303
    drain()
    assert set(seen(client).values()) == {True}
    assert sign_in("member").get("/ban-hang/").status_code == 200


@pytest.mark.parametrize("step", ["tam-an", "dong"])
def test_a_reason_is_needed_and_nothing_happens_without(sign_in: SignIn, cast: Cast, step: str) -> None:
    refused = sign_in("commune_officer").submit(f"{SUPPLIER}/{step}", {"reason": "vi-thich", "words": "?"})
    assert refused.status_code == 422
    with transaction(write=False):
        assert session.get_one(Supplier, cast.hong_luan.id).state == "claimed"
        assert session.scalar(select(SupplierDecision.id)) is None


def test_twice_and_out_of_turn_are_refused(sign_in: SignIn) -> None:
    officer = sign_in("commune_officer")
    assert officer.submit(f"{SUPPLIER}/hien-lai").status_code == 422
    assert officer.submit(f"{SUPPLIER}/tam-an", WHY).status_code == 303
    assert officer.submit(f"{SUPPLIER}/tam-an", {**WHY, "words": "Lần nữa"}).status_code == 422


def test_each_step_is_written_down_without_words(sign_in: SignIn, cast: Cast) -> None:
    officer = sign_in("commune_officer")
    officer.submit(f"{SUPPLIER}/tam-an", WHY)
    officer.submit(f"{SUPPLIER}/hien-lai", {"words": "Mẫu đạt."})
    with transaction(write=False):
        rows = session.execute(
            select(AuditRow.action, AuditRow.details, AuditRow.account_id)
            .where(AuditRow.action.startswith("supplier_"))
            .order_by(AuditRow.id)
        ).all()
    own = cast.accounts["commune_officer"].id
    assert [tuple(row) for row in rows] == [
        ("supplier_suspended", {"reason": "safety"}, own),
        ("supplier_reinstated", {}, own),
    ]


def test_people_of_the_merged_one_are_told_and_who_left_is_not(
    sign_in: SignIn, drain: Drain, mails: Callable[[], list[EmailMessage]], cast: Cast
) -> None:
    row, officer = applied(sign_in("trader")), sign_in("commune_officer")
    officer.submit(f"/can-bo/ho-so/{row.public_id}/thong-qua", {"way": "visit"})
    there = supplier_of(row)
    assert officer.submit(f"/can-bo/chu-the/{there.slug}/ket-thuc").status_code == 303, "who applied has gone"
    with transaction(write=True):
        pair = (session.get_one(Supplier, cast.hong_luan.id), session.get_one(Supplier, there.id))
        merge_suppliers(cast.actor("administrator"), *pair)
    drain()
    before = len(mails())
    assert officer.submit(f"/can-bo/chu-the/{there.slug}/tam-an", WHY).status_code == 303
    drain()
    assert [mail["To"] for mail in mails()[before:]] == ["member@example.org"]
