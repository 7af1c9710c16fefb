"""A supplier writes a product and hands it in once: what is enough, what is kept, what is wrong."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import Certificate, Offer, Pack, ProductVersion
from marketplace.core.db import session, transaction
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.product_sheets import NOODLES, OWN, hand_in, picture, products
from tests.factories import join, make_supplier

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_name_and_one_pack_are_enough(member: Browser, sheet: str, cast: Cast) -> None:
    assert hand_in(member, sheet).location == OWN
    (product,) = products()
    assert (product.state, product.supplier_id, product.source) == ("pending", cast.hong_luan.id, "form")
    assert product.class_code is None and product.proposed_class == "I.3.b"  # proposed, and not tapped
    with transaction(write=False):
        pack, offer = session.execute(select(Pack, Offer).join(Offer, Offer.pack_id == Pack.id)).one()
        assert (plain(pack.label), pack.grams, offer.price, offer.price_kind) == ("gói 500 g", 500, 38_000, "le")
        assert offer.supplier_id == cast.hong_luan.id
    assert "Chờ cán bộ xem" in member.get(OWN).text


def test_all_that_can_be_said_is_kept(member: Browser, sheet: str) -> None:
    hand_in(
        member,
        sheet,
        class_code="I.3.b",
        pack_2="thùng 10 kg",
        price_2="liên hệ",
        pack_3="1 kg",
        price_3="70-75k",
        least="20 kg",
        capacity="500 kg mỗi tuần",
        season="some",
        months=["9", "10"],
        description="Phơi hai nắng.\nKhông phẩm màu.",
        ingredients="Gạo Bao thai",
        storage="Nơi khô mát",
        name_en="Dried noodles",
        has_vietgap="y",
        no_vietgap="VG-12",
        until_vietgap="1/2/2027",
    )
    (product,) = products()
    assert product.class_code == "I.3.b"
    with transaction(write=False):
        version = session.get_one(ProductVersion, product.version_id)
        assert version.months == 0b11_0000_0000 and version.monthly_grams == 2_166_666
        assert version.description == "Phơi hai nắng.\nKhông phẩm màu." and version.name_en == "Dried noodles"
        rows = session.execute(select(Pack.label, Offer.price, Offer.price_to, Offer.price_kind, Offer.least_grams)
                               .join(Offer, Offer.pack_id == Pack.id).order_by(Pack.position)).all()  # fmt: skip
        assert [(plain(row[0]), *row[1:]) for row in rows] == [
            ("gói 500 g", 38_000, None, "le", 20_000),
            ("thùng 10 kg", None, None, "lien_he", 20_000),
            ("1 kg", 70_000, 75_000, "le", 20_000),
        ]
        paper = session.scalars(select(Certificate)).one()
        assert (paper.kind, paper.decision_no, paper.expires_on) == ("vietgap", "VG-12", date(2027, 2, 1))


def test_an_ocop_paper_is_claimed_with_its_scan_and_shows_no_stars(member: Browser, sheet: str) -> None:
    member.submit(f"{sheet}/giay", {"scan": picture()})
    hand_in(member, sheet, stars="4", decision_no="2616/QĐ-UBND", issued_on="29/2/2024", issuer="UBND huyện Chợ Đồn")
    with transaction(write=False):
        paper = session.scalars(select(Certificate)).one()
        assert (paper.stars, paper.expires_on, paper.verified_at) == (4, date(2027, 2, 28), None)
        assert paper.scan_id is not None and paper.source == "form"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "Hãy ghi tên sản phẩm."),
        ("price_1", "", "Hãy ghi giá, hoặc viết “liên hệ”."),
        ("price_1", "rẻ lắm", "rẻ lắm"),
        ("price_1", "66k/kg", "Giá này ghi cho kg, còn quy cách là gói 500 g"),
        ("pack_1", "", "Giá này cho gói, hộp hay kg?"),
        ("price_2", "70k", "Giá này cho gói, hộp hay kg?"),
        ("decision_no", "15/QĐ-UBND", "Giấy ghi mấy sao?"),
        ("issued_on", "24/12/2026", "Ngày này chưa tới."),
        ("season", "some", "Hãy chạm các tháng có hàng."),
        ("least", "300", "Thiếu đơn vị"),
        ("capacity", "50 gói", "Hãy ghi bằng kg, tạ hoặc tấn"),
    ],
)
def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(
    member: Browser, sheet: str, field: str, typed: str, said: str
) -> None:
    answer = hand_in(member, sheet, description="Phơi hai nắng.", **{field: typed})
    assert answer.status_code == 422 and said in plain(answer.text)
    assert "Phơi hai nắng." in answer.text and not products()
    # Whoever closes the page then finds it again as it was typed, and may hand it in once it is right.
    assert "Phơi hai nắng." in member.get(sheet).text
    right = {"stars": "3", "season": "all", "issued_on": "", "pack_2": "", "price_2": "", "least": "", "capacity": ""}
    assert hand_in(member, sheet, description="Phơi hai nắng.", **right).status_code == 303


def test_two_taps_make_one_product(member: Browser, sheet: str) -> None:
    fields = {**NOODLES, "number": 0, "form_key": "one-key-of-a-form"}
    first, second = member.submit(sheet, fields), member.submit(sheet, fields)
    later = member.submit(sheet, {**fields, "form_key": "key-of-another-tab"})
    assert first.location == second.location == later.location == OWN
    assert len(products()) == 1
    assert member.get(sheet).location == OWN


def test_who_speaks_for_several_says_for_whom(cast: Cast, sign_in: SignIn) -> None:
    with transaction(write=True):
        second = make_supplier("HTX Rượu Bằng Phúc")
        join(cast.accounts["member"], second)
        public_id = second.public_id
    member = sign_in("member")
    assert "Hàng của ai?" in member.get(OWN).text
    sheet = member.submit("/ban-hang/san-pham/moi", {"chu-the": public_id}).location or ""
    hand_in(member, sheet)
    assert products()[0].supplier_id == second.id
    other = cast.hong_ha.public_id
    assert member.submit("/ban-hang/san-pham/moi", {"chu-the": other}).status_code == 404
