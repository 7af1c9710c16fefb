"""A supplier writes a product: the sheet saves by itself, loses nothing, and is handed in once."""

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO

import pytest
from sqlalchemy import select

from marketplace.catalogue.handlers import forget_drafts
from marketplace.catalogue.models import (
    Certificate,
    DraftPhoto,
    Offer,
    Pack,
    ProductDraft,
    ProductPhoto,
    ProductVersion,
)
from marketplace.catalogue.queries.product_forms import draft_pictures
from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import MembershipRow
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.product_sheets import NOODLES, OWN, begin, draft_at, hand_in, picture, products, save
from tests.factories import join, make_supplier

SignIn = Callable[[str], Browser]

pytestmark = pytest.mark.usefixtures("clock")


@pytest.fixture
def member(sign_in: SignIn) -> Browser:
    return sign_in("member")


@pytest.fixture
def sheet(member: Browser) -> str:
    return begin(member)


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


def test_pictures_that_came_with_a_refused_sheet_stay(member: Browser, sheet: str) -> None:
    assert hand_in(member, sheet, name="", photo=picture()).status_code == 422
    assert "Ảnh bìa" in member.get(sheet).text


def test_two_taps_make_one_product(member: Browser, sheet: str) -> None:
    fields = {**NOODLES, "number": 0, "form_key": "one-key-of-a-form"}
    first, second = member.submit(sheet, fields), member.submit(sheet, fields)
    later = member.submit(sheet, {**fields, "form_key": "key-of-another-tab"})
    assert first.location == second.location == later.location == OWN
    assert len(products()) == 1
    assert member.get(sheet).location == OWN


def test_two_taps_begin_one_sheet(member: Browser) -> None:
    locations = {member.submit("/ban-hang/san-pham/moi", {"form_key": "the-same-key"}).location for _ in range(2)}
    assert len(locations) == 1


def test_raw_words_are_kept_right_or_wrong(member: Browser, sheet: str) -> None:
    answer = save(member, sheet, 0, name="Bún", price_1="38 nghìn rưỡi gì đó", months=["3"], evil="x")
    assert answer.get_json()["saved"] == "Đã lưu lúc 9:00" and answer.get_json()["number"] == 1
    draft = draft_at(sheet)
    assert draft.fields == {"name": ["Bún"], "price_1": ["38 nghìn rưỡi gì đó"], "months": ["3"]}
    text = member.get(sheet).text
    assert 'value="38 nghìn rưỡi gì đó"' in text and "field--error" not in text


def test_saving_tells_the_class_what_is_missing_and_what_to_think_over(member: Browser, sheet: str) -> None:
    told = save(member, sheet, 0, name="Bún khô ngon nhất", description="Gọi 0900 000 012 nhé").get_json()
    assert told["proposal"]["code"] == "I.3.b" and "ảnh" in told["missing"]
    assert "nhất" in told["warnings"]["name"][0] and "0900 000 012" in told["warnings"]["description"][0]


def test_an_older_tab_is_told_and_loses_nothing(member: Browser, sheet: str) -> None:
    assert save(member, sheet, 0, name="Bún ở máy tính").status_code == 200
    late = save(member, sheet, 0, name="Bún ở điện thoại")
    assert late.status_code == 409 and late.get_json()["number"] == 1 and "nơi khác" in late.get_json()["message"]
    page = member.submit(f"{sheet}/luu", {"number": 0, "name": "Bún ở điện thoại"})
    assert page.status_code == 409 and 'value="Bún ở điện thoại"' in page.text
    assert hand_in(member, sheet, number=0).status_code == 409 and not products()
    assert draft_at(sheet).fields["name"] == ["Bún ở máy tính"]
    assert save(member, sheet, 1, name="Bún ở điện thoại").status_code == 200


def test_the_same_words_sent_again_are_no_conflict(member: Browser, sheet: str) -> None:
    save(member, sheet, 0, name="Bún")
    assert save(member, sheet, 0, name="Bún").status_code == 200


def test_an_unfinished_sheet_is_listed_and_dropped(member: Browser, sheet: str) -> None:
    save(member, sheet, 0, name="Măng khô")
    text = member.get(OWN).text
    assert "Măng khô" in text and "Viết tiếp" in text
    member.submit(f"{sheet}/bo")
    assert "Măng khô" not in member.get(OWN).text and member.get(sheet).status_code == 404


def test_sheets_that_nobody_touched_for_90_days_go(member: Browser, sheet: str, clock: StoppedClock) -> None:
    kept = begin(member)
    clock.advance(timedelta(days=89))
    save(member, kept, 0, name="Măng khô")
    member.submit(f"{sheet}/anh", {"photo": picture()})
    clock.advance(timedelta(days=88))
    with transaction(write=True):
        forget_drafts()
    assert member.get(sheet).status_code == 200
    clock.advance(timedelta(days=3))
    with transaction(write=True):
        forget_drafts()
        assert session.scalars(select(ProductDraft.id)).all() == []
        assert session.scalars(select(DraftPhoto.photo_id)).all() == []


def test_another_suppliers_sheet_is_hidden(member: Browser, sheet: str, sign_in: SignIn) -> None:
    hand_in(member, sheet)
    other, open_sheet = sign_in("other_member"), begin(member)
    (product,) = products()
    assert other.get(open_sheet).status_code == 404
    for address in (f"{open_sheet}/luu", open_sheet, f"{open_sheet}/anh", f"{open_sheet}/bo"):
        assert other.submit(address, {**NOODLES, "number": 0}).status_code == 404
    for act in ("sua", "thoi-ban", "bay-lai"):
        assert other.submit(f"{OWN}/{product.public_id}/{act}").status_code == 404
    assert len(products()) == 1


def test_who_left_reaches_the_sheet_no_more(member: Browser, sheet: str, cast: Cast) -> None:
    save(member, sheet, 0, name="Bún")
    with transaction(write=True):
        row = session.scalars(select(MembershipRow).where(MembershipRow.supplier_id == cast.hong_luan.id)).one()
        row.ended_at = now()
        session.flush()
    assert member.get(sheet).status_code in (403, 404)
    assert member.submit(f"{sheet}/luu", {"number": 1, "name": "Bún mốc"}).status_code in (403, 404)
    assert draft_at(sheet).fields["name"] == ["Bún"]


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


def test_pictures_keep_their_order_and_their_words(member: Browser, sheet: str) -> None:
    for width in (300, 310, 320):
        assert member.submit(f"{sheet}/anh", {"photo": picture(width)}).status_code == 303
    first, second, third = (row[1] for row in shown_pictures(sheet))
    member.submit(f"{sheet}/anh/{third}/len", {"number": 0, "name": "Bún", f"alt_{third}": "Bún trên phên"})
    member.submit(f"{sheet}/anh/{first}/xuong")
    member.submit(f"{sheet}/anh/{second}/bo")
    assert [row[1] for row in shown_pictures(sheet)] == [third, first]
    assert draft_at(sheet).fields == {"name": ["Bún"]}  # without a script a button sends what was typed too
    text = member.get(sheet).text
    assert 'alt="Bún trên phên"' in text and 'alt="Bún, ảnh 2"' in text
    hand_in(member, sheet)
    with transaction(write=False):
        rows = session.scalars(select(ProductPhoto).order_by(ProductPhoto.position)).all()
        assert [row.caption for row in rows] == ["Bún trên phên", ""]


def shown_pictures(sheet: str) -> list[tuple[int, str]]:
    with transaction(write=False):
        found = draft_pictures(draft_at(sheet))
        return [(row.photo.id, row.photo.public_id) for row in found]


def test_ten_pictures_are_the_most_and_the_same_one_is_there_once(member: Browser, sheet: str) -> None:
    for width in (300, 300, *range(301, 310)):
        assert member.submit(f"{sheet}/anh", {"photo": picture(width)}).status_code == 303
    answer = member.submit(f"{sheet}/anh", {"photo": picture(400)})
    assert answer.status_code == 422 and "Nhiều nhất 10 ảnh" in answer.text
    assert len(shown_pictures(sheet)) == 10


def test_no_picture_is_refused_in_words_and_nothing_typed_is_lost(member: Browser, sheet: str) -> None:
    answer = member.submit(f"{sheet}/anh", {"number": 0, "name": "Bún", "photo": (BytesIO(b"<svg onload=x>"), "a.jpg")})
    assert answer.status_code == 422 and "shot--error" in answer.text and 'value="Bún"' in answer.text


def test_a_body_too_large_is_answered_with_the_sheet(member: Browser, sheet: str) -> None:
    kind = "multipart/form-data; boundary=x"
    answer = member.post(f"{sheet}/anh", data=b"\0" * (22 * 1024 * 1024), content_type=kind)
    assert answer.status_code == 413 and "Ảnh nặng quá 20 MB" in answer.text


def test_a_scan_is_for_its_own_people(member: Browser, sheet: str, sign_in: SignIn, client: Browser) -> None:
    member.submit(f"{sheet}/giay", {"scan": picture()})
    assert member.get(f"{sheet}/giay").mimetype == "image/jpeg"
    assert sign_in("other_member").get(f"{sheet}/giay").status_code == 404
    member.submit(f"{sheet}/giay/bo", {"number": 0, "name": "Bún"})
    assert member.get(f"{sheet}/giay").status_code == 404
