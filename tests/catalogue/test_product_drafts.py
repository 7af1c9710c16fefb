"""A sheet that isn't handed in: it saves by itself, loses nothing, is its supplier's alone, and goes after 90 days."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from marketplace.catalogue.handlers import forget_drafts
from marketplace.catalogue.models import DraftPhoto, ProductDraft
from marketplace.core.clock import StoppedClock, now
from marketplace.core.db import session, transaction
from marketplace.suppliers.models import MembershipRow
from tests.browse import Browser
from tests.cast import Cast
from tests.catalogue.product_sheets import NOODLES, OWN, begin, draft_at, hand_in, picture, products, save

SignIn = Callable[[str], Browser]
pytestmark = pytest.mark.usefixtures("clock")


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
