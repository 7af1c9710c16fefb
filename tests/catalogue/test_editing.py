"""What becomes of an edit: what applies at once, and what waits; and of a product that is no longer sold."""

from typing import Any

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import Offer, Pack, Product
from marketplace.core.clock import now
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.edits import edit, now_as
from tests.catalogue.product_sheets import OWN, draft_at, picture
from tests.factories import make_offer, make_supplier

pytestmark = pytest.mark.usefixtures("clock")


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
