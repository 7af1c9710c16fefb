"""What a list may do, by who hands it in: officers in their areas, members for their own supplier."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.catalogue.imports import read_list
from marketplace.catalogue.models import ImportRow, ImportRun, Product
from marketplace.catalogue.services import confirm_list, hand_in
from marketplace.core.db import session, transaction
from marketplace.core.texts import say
from marketplace.suppliers.models import Supplier
from tests.cast import Cast
from tests.catalogue.lists import all_of, count, take, words
from tests.factories import make_product

HEADER = "Tên sản phẩm;Chủ thể;Xã;Tỉnh;Mô tả"
Hand = Callable[..., list[ImportRow]]


@pytest.fixture
def hand(app: Flask, cast: Cast, drain: Callable[[], int]) -> Hand:
    """Hand in a list as one of the cast, look at the preview, and take it; the rows as they are then."""

    def do(person: str, *lines: str, supplier: Supplier | None = None, taken: bool = True) -> list[ImportRow]:
        actor, new = cast.actor(person), read_list("products", "list.csv", "\n".join(lines).encode())
        with transaction(write=True):
            run_id = hand_in(actor, new, supplier_id=supplier.id if supplier else None).id
        drain()
        if taken:
            with transaction(write=True):
                confirm_list(actor, session.get_one(ImportRun, run_id))
            drain()
        with transaction(write=False):
            rows = session.scalars(select(ImportRow).where(ImportRow.run_id == run_id).order_by(ImportRow.number))
            return list(rows)

    return do


def outcomes(rows: list[ImportRow]) -> list[str | None]:
    return [row.outcome for row in rows]


def said(rows: list[ImportRow]) -> list[str]:
    return [say(found["message"], **found["params"]) for row in rows for found in (*row.problems, *row.remarks)]


def test_a_preview_writes_nothing_and_says_what_comes(hand: Hand) -> None:
    lines = (HEADER, "Gạo nếp;HTX Mới;Tân Lập;Bắc Kạn;", "Gạo tẻ;HTX Mới;;Bắc Kạn;")
    rows = hand("province_officer", *lines, taken=False)
    assert outcomes(rows) == ["created", "created"] and not any(row.is_done for row in rows)
    assert count(Product) == 0 and count(Supplier) == 2, "the cast's two"


def test_an_officer_takes_rows_of_the_own_area_only(hand: Hand) -> None:
    rows = hand(
        "province_officer", HEADER, "Gạo;HTX Một;Tân Lập;Bắc Kạn;", "Chè;HTX Hai;;Lào Cai;", "Quýt;HTX Ba;Hà Giang;;"
    )
    assert outcomes(rows) == ["created", "refused", "refused"]
    assert said(rows)[0] == "“HTX Hai” nằm ngoài địa bàn của bạn."


def test_a_supplier_of_another_area_is_not_changed_by_calling_it_near(hand: Hand, cast: Cast) -> None:
    with transaction(write=True):
        far = session.get_one(Supplier, cast.hong_ha.id)
        far.place_id, far.legacy_place_id, far.province_id, far.tax_code = None, None, "2025:15", "4700123456"
    header = HEADER.replace("Mô tả", "Mã số thuế")
    rows = hand("province_officer", header, "Chè;HTX Hồng Hà;Bằng Phúc;Bắc Kạn;4700123456")
    assert outcomes(rows) == ["refused"]


def test_rows_without_a_place_are_at_home_with_the_officer(hand: Hand) -> None:
    rows = hand("commune_officer", "Tên sản phẩm;Chủ thể", "Bún khô;HTX Một", "Chè;")
    assert outcomes(rows) == ["created", "created"]
    made = next(supplier for supplier in all_of(Supplier) if supplier.name == "HTX Một")
    assert (made.place_id, made.province_id) == ("2025:02038", "2025:19")
    orphan = next(product for product in all_of(Product) if product.supplier_id is None)
    assert orphan.place_id == "2025:02038"


def test_of_many_communes_of_a_name_the_one_in_the_area_is_meant(hand: Hand) -> None:
    rows = hand("commune_officer", "Tên sản phẩm;Chủ thể;Xã", "Bún khô;HTX Một;Tân Lập")
    assert outcomes(rows) == ["created"] and said(rows) == []
    made = next(supplier for supplier in all_of(Supplier) if supplier.name == "HTX Một")
    assert (made.place_id, made.legacy_place_id) == ("2025:02038", "pre2025:02032")


def test_of_several_in_the_area_one_is_asked_for(hand: Hand) -> None:
    rows = hand("province_officer", "Tên sản phẩm;Chủ thể;Xã", "Bún khô;HTX Một;Tân Lập")
    assert outcomes(rows) == ["created"]
    assert said(rows)[0].startswith("“Tân Lập” có thể là ") and "25" not in said(rows)[0]
    made = next(supplier for supplier in all_of(Supplier) if supplier.name == "HTX Một")
    assert (made.place_id, made.province_id, made.place_text) == (None, "2025:19", "Tân Lập")


def test_elsewhere_a_name_of_many_communes_asks_which(app: Flask) -> None:
    (row,) = take("Tên sản phẩm;Chủ thể;Xã", "Bún khô;HTX Một;Tân Lập").remarked
    assert say(row.remarks[0].message, **row.remarks[0].params).startswith("“Tân Lập” có thể là 2")
    assert all_of(Supplier)[0].place_id is None and all_of(Supplier)[0].place_text == "Tân Lập"


def test_a_members_list_is_about_the_own_products_and_waits(hand: Hand, cast: Cast) -> None:
    rows = hand("member", HEADER, "Phở khô;;;;", "Miến;HTX Hồng Luân;;;", "Chè;HTX Hồng Hà;;;", supplier=cast.hong_luan)
    assert outcomes(rows) == ["created", "created", "refused"]
    assert said(rows) == ["Dòng này ghi “HTX Hồng Hà”; ở đây chỉ nhận hàng của HTX Hồng Luân."]
    assert {(p.supplier_id, p.state, p.published_at) for p in all_of(Product)} == {(cast.hong_luan.id, "pending", None)}


def test_a_member_who_changes_words_waits_again(hand: Hand, cast: Cast) -> None:
    with transaction(write=True):
        product_id = make_product(cast.hong_luan).id
    rows = hand("member", HEADER, "Bún khô;;;;Phơi nắng", supplier=cast.hong_luan)
    assert outcomes(rows) == ["changed"] and len(said(rows)) == 1
    assert words().description == "Phơi nắng"
    with transaction(write=False):
        assert session.get_one(Product, product_id).state == "pending"


def test_what_was_returned_waits_again_when_its_maker_hands_it_in(hand: Hand, cast: Cast) -> None:
    with transaction(write=True):
        product = make_product(cast.hong_luan)
        product.state, product_id = "returned", product.id
    rows = hand("member", HEADER, "Bún khô;;;;", supplier=cast.hong_luan)
    assert outcomes(rows) == ["changed"] and said(rows) == ["Sản phẩm từng bị trả lại, nay chờ cán bộ xem lần nữa."]
    with transaction(write=False):
        assert session.get_one(Product, product_id).state == "pending"


def test_a_member_changes_the_own_price_without_waiting(hand: Hand, cast: Cast) -> None:
    with transaction(write=True):
        product_id = make_product(cast.hong_luan).id
    header = "Tên sản phẩm;Quy cách;Giá"
    rows = hand("member", header, "Bún khô;gói 500 g;40k", supplier=cast.hong_luan)
    assert outcomes(rows) == ["changed"] and said(rows) == []
    with transaction(write=False):
        assert session.get_one(Product, product_id).state == "published"


def test_an_outlet_offers_what_others_make_and_does_not_speak_of_it(hand: Hand, cast: Cast) -> None:
    with transaction(write=True):
        make_product(cast.hong_ha, "Chè Shan")
        session.get_one(Supplier, cast.hong_luan.id).is_outlet = True
    header = "Tên sản phẩm;Chủ thể;Quy cách;Giá;Mô tả"
    rows = hand(
        "member", header, "Chè Shan;HTX Hồng Hà;gói 100 g;90k;Lời của người bán", "Chè khác;HTX Hồng Hà;;50k;",
        supplier=cast.hong_luan,
    )  # fmt: skip
    assert outcomes(rows) == ["changed", "refused"] and words().description is None
    assert said(rows) == ["Chưa có “Chè khác” của HTX Hồng Hà ở đây; nơi làm cần đăng trước."]


def test_who_no_longer_speaks_for_the_supplier_takes_nothing(hand: Hand, cast: Cast) -> None:
    rows = hand("trader", HEADER, "Phở khô;;;;", supplier=cast.hong_luan)
    assert outcomes(rows) == ["refused"] and count(Product) == 0
