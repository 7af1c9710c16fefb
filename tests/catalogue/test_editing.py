"""What becomes of an edit: what applies at once, what waits for an officer, what comes back with a reason."""

from collections.abc import Callable
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import Certificate, Offer, Pack, Product, ProductVersion
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Mailbox, Supplier
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.product_sheets import OWN, draft_at, hand_in, picture
from tests.factories import make_certificate, make_offer, make_product, make_supplier

PENDING = "/can-bo/cho-duyet"
SignIn = Callable[[str], Browser]

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def product(cast: Cast) -> Product:
    with transaction(write=True):
        return make_product(
            session.get_one(Supplier, cast.hong_luan.id),
            "Bún khô",
            description="Phơi hai nắng.",
            ingredients="Gạo Bao thai",
            name_en="Noodles",
        )


@pytest.fixture
def member(sign_in: SignIn) -> Browser:
    return sign_in("member")


def edit(member: Browser, product: Product, **changes: Any) -> str:
    """Open the sheet of a product, change this and that, hand it in; the sheet's address."""
    sheet = str(member.submit(f"{OWN}/{product.public_id}/sua").location)
    draft = draft_at(sheet)
    answer = member.submit(sheet, {**draft.fields, "number": draft.number, **changes})
    assert answer.status_code == 303, answer.text
    return sheet


def now_as(product: Product) -> tuple[Product, ProductVersion, ProductVersion | None]:
    """The product, the words that are shown, the words that wait."""
    with transaction(write=False):
        found = session.get_one(Product, product.id)
        shown = session.get_one(ProductVersion, found.version_id)
        waiting = session.get(ProductVersion, found.pending_version_id) if found.pending_version_id else None
        session.expunge_all()
        return found, shown, waiting


def verify(cast: Cast) -> None:
    with transaction(write=True):
        session.get_one(Supplier, cast.hong_luan.id).verified_at = now()
        session.flush()


def test_the_sheet_says_what_the_product_says(member: Browser, product: Product) -> None:
    sheet = str(member.submit(f"{OWN}/{product.public_id}/sua").location)
    fields = draft_at(sheet).fields
    assert fields["name"] == ["Bún khô"] and fields["description"] == ["Phơi hai nắng."]
    assert [text.replace("\u00a0", " ") for text in (*fields["pack_1"], *fields["price_1"])] == [
        "gói 500 g",
        "38.000 ₫",
    ]
    assert member.submit(f"{OWN}/{product.public_id}/sua").location == sheet  # begun once
    text = member.get(sheet).text
    assert "Sửa Bún khô" in text and "Phơi hai nắng." in text


def test_nothing_changed_changes_nothing(member: Browser, product: Product) -> None:
    edit(member, product)
    found, shown, waiting = now_as(product)
    assert (found.state, shown.number, waiting) == ("published", 1, None)


@pytest.mark.parametrize(
    ("changes", "is_waiting"),
    [
        ({"capacity": "2 tấn"}, False),
        ({"season": "some", "months": ["9", "10"]}, False),
        ({"storage": "Nơi khô mát"}, False),
        ({"price_1": "40k"}, False),
        ({"name": "Bún khô sợi nhỏ"}, True),
        ({"class_code": "I.3.c"}, True),
        ({"description": "Phơi ba nắng."}, True),
        ({"ingredients": "Gạo nếp"}, True),
        ({"name_en": "Rice noodles"}, True),
    ],
)
def test_what_applies_at_once_and_what_waits(
    member: Browser, product: Product, changes: dict[str, Any], is_waiting: bool
) -> None:
    edit(member, product, **changes)
    found, shown, waiting = now_as(product)
    assert found.state == "published" and (waiting is not None) == is_waiting
    assert (shown.name, shown.description, found.class_code) == ("Bún khô", "Phơi hai nắng.", "I.3.b")
    assert ("Lời mới chờ xem" in member.get(OWN).text) == is_waiting


def test_months_apply_at_once_also_where_words_wait(member: Browser, product: Product) -> None:
    edit(member, product, capacity="2 tấn", description="Phơi ba nắng.")
    _, shown, waiting = now_as(product)
    assert (shown.monthly_grams, shown.description) == (2_000_000, "Phơi hai nắng.")
    assert waiting is not None and (waiting.monthly_grams, waiting.description) == (2_000_000, "Phơi ba nắng.")


@pytest.mark.parametrize(
    ("changes", "is_waiting"),
    [({"description": "Phơi ba nắng."}, False), ({"name": "Bún ngon"}, True), ({"class_code": "I.3.c"}, True)],
)
def test_a_verified_supplier_waits_for_name_and_class_alone(
    member: Browser, product: Product, cast: Cast, changes: dict[str, Any], is_waiting: bool
) -> None:
    verify(cast)
    edit(member, product, **changes)
    _, shown, waiting = now_as(product)
    assert (waiting is not None) == is_waiting
    assert is_waiting or shown.description == "Phơi ba nắng."


def test_old_packs_are_closed_and_never_deleted(member: Browser, product: Product, cast: Cast) -> None:
    with transaction(write=True):
        shop = make_supplier("Cửa hàng Ba Bể")
        pack = session.scalars(select(Pack)).one()
        make_offer(shop, pack, 42_000)
    edit(member, product, pack_1="gói 400 g", price_1="35k")
    with transaction(write=False):
        packs = session.scalars(select(Pack).order_by(Pack.id)).all()
        open_ones = session.scalars(select(Offer).where(Offer.closed_at.is_(None))).all()
        assert len(packs) == 2
        assert {(offer.supplier_id, offer.pack_id) for offer in open_ones} == {
            (cast.hong_luan.id, packs[1].id),
            (shop.id, packs[0].id),
        }


def test_pictures_apply_at_once(member: Browser, product: Product, client: Browser) -> None:
    sheet = str(member.submit(f"{OWN}/{product.public_id}/sua").location)
    member.submit(f"{sheet}/anh", {"photo": picture()})
    draft = draft_at(sheet)
    member.submit(sheet, {**draft.fields, "number": draft.number})
    assert "gallery-frame" in client.get(f"/san-pham/{product.slug}").text
    assert 'src="/anh/' in client.get(f"/san-pham/{product.slug}").text


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


def test_a_supplier_stops_selling_and_takes_it_back(member: Browser, product: Product, client: Browser) -> None:
    member.submit(f"{OWN}/{product.public_id}/thoi-ban")
    assert client.get(f"/san-pham/{product.slug}").status_code == 404
    assert "Đã thôi bán (1)" in member.get(OWN).text and now_as(product)[0].state == "removed"
    member.submit(f"{OWN}/{product.public_id}/bay-lai")
    assert client.get(f"/san-pham/{product.slug}").status_code == 200


def test_what_others_took_down_no_supplier_puts_back(member: Browser, product: Product) -> None:
    member.submit(f"{OWN}/{product.public_id}/thoi-ban")
    member.submit(f"{OWN}/{product.public_id}/bay-lai")
    with transaction(write=True):
        session.get_one(Product, product.id).state = "removed"
        session.flush()
    assert member.submit(f"{OWN}/{product.public_id}/bay-lai").status_code == 422
    assert now_as(product)[0].state == "removed"


def test_a_verified_paper_is_claimed_anew_and_an_unverified_one_put_right(member: Browser, product: Product) -> None:
    with transaction(write=True):
        paper = make_certificate(session.get_one(Product, product.id))
        paper.verified_at = now()
        session.flush()
    edit(member, product)
    assert len(papers()) == 1
    edit(member, product, stars="4", issued_on="1/9/2026", expires_on="")
    old, new = papers()
    assert (old.stars, old.verified_at is not None) == (3, True)
    assert (new.stars, new.verified_at, str(new.expires_on)) == (4, None, "2029-09-01")
    edit(member, product, decision_no="99/QĐ-UBND")
    assert [paper.decision_no for paper in papers()] == ["15/QĐ-UBND", "99/QĐ-UBND"]


def papers() -> list[Certificate]:
    with transaction(write=False):
        found = list(session.scalars(select(Certificate).order_by(Certificate.id)))
        session.expunge_all()
        return found


def test_a_declined_paper_never_shows_and_is_claimed_anew(
    member: Browser, product: Product, sign_in: SignIn, client: Browser
) -> None:
    edit(member, product, stars="4", decision_no="15/QĐ-UBND", issued_on="25/8/2025")
    (paper,) = papers()
    officer, address = sign_in("commune_officer"), "/can-bo/chung-nhan"
    assert officer.submit(f"{address}/{paper.public_id}/tu-choi", {"ly-do": "nope"}).status_code == 422
    words = {"ly-do": "stars", "loi": "Giấy ghi 3 sao."}
    assert officer.submit(f"{address}/{paper.public_id}/tu-choi", words).status_code == 303
    assert f"{paper.public_id}/tu-choi" not in officer.get(address).text
    assert "chứng nhận OCOP chờ xác minh" not in client.get(f"/san-pham/{product.slug}").text
    assert "Hạng sao không khớp với giấy. Giấy ghi 3 sao." in member.get(OWN).text
    officer.submit(f"{address}/xac-minh", {"giay": paper.public_id})
    assert papers()[0].verified_at is None  # settled is settled
    edit(member, product, stars="3", decision_no="15/QĐ-UBND", issued_on="25/8/2025")
    old, new = papers()
    assert (old.declined_at is not None, new.declined_at, new.stars) == (True, None, 3)
    assert "Giấy ghi 3 sao." not in member.get(OWN).text
    assert "chứng nhận OCOP chờ xác minh" in client.get(f"/san-pham/{product.slug}").text


def test_a_paper_that_is_no_longer_named_is_taken_back(
    member: Browser, product: Product, sign_in: SignIn, client: Browser
) -> None:
    edit(
        member, product, stars="4", decision_no="15/QĐ-UBND", issued_on="25/8/2025", has_vietgap="y", no_vietgap="VG-12"
    )
    assert "VietGAP" in client.get(f"/san-pham/{product.slug}").text
    edit(member, product, stars="", decision_no="", issued_on="", expires_on="", has_vietgap="", no_vietgap="")
    assert [(paper.kind, paper.withdrawn_at is not None) for paper in papers()] == [("ocop", True), ("vietgap", True)]
    shown = client.get(f"/san-pham/{product.slug}").text
    assert "VietGAP" not in shown and "chứng nhận OCOP chờ xác minh" not in shown
    officer, (ocop, _) = sign_in("commune_officer"), papers()
    assert "15/QĐ-UBND" not in officer.get("/can-bo/chung-nhan").text
    officer.submit("/can-bo/chung-nhan/xac-minh", {"giay": ocop.public_id})
    assert papers()[0].verified_at is None
    edit(member, product, stars="3", decision_no="15/QĐ-UBND", issued_on="25/8/2025")
    assert [(paper.kind, paper.stars, paper.withdrawn_at is None) for paper in papers()][2:] == [("ocop", 3, True)]


def test_what_an_officer_verified_or_a_list_claimed_meanwhile_is_not_taken_back(
    member: Browser, product: Product
) -> None:
    with transaction(write=True):
        make_certificate(session.get_one(Product, product.id), verified_at=now())
    edit(member, product, stars="", decision_no="", issued_on="", expires_on="")
    assert papers()[0].withdrawn_at is None
    sheet = member.submit(f"{OWN}/{product.public_id}/sua").location
    with transaction(write=True):
        make_certificate(session.get_one(Product, product.id), kind="haccp", created_at=now() + timedelta(minutes=1))
        make_certificate(session.get_one(Product, product.id), kind="khac")
    assert sheet and hand_in(member, sheet).status_code == 303
    assert [paper.withdrawn_at for paper in papers()] == [None, None, None]
