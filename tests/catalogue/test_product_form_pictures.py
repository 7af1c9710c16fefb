"""Pictures and scans on a product's sheet: their order and words, how many, how large, and for whom."""

from collections.abc import Callable
from io import BytesIO

import pytest
from sqlalchemy import select

from marketplace.catalogue.models import ProductPhoto
from marketplace.catalogue.queries.product_forms import draft_pictures
from marketplace.core.db import session, transaction
from tests.browse import Browser
from tests.catalogue.product_sheets import draft_at, hand_in, picture

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


def shown_pictures(sheet: str) -> list[tuple[int, str]]:
    """(id, public id) of the sheet's pictures in their order."""
    with transaction(write=False):
        found = draft_pictures(draft_at(sheet))
        return [(row.photo.id, row.photo.public_id) for row in found]


def test_pictures_that_came_with_a_refused_sheet_stay(member: Browser, sheet: str) -> None:
    assert hand_in(member, sheet, name="", photo=picture()).status_code == 422
    assert "Ảnh bìa" in member.get(sheet).text


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
