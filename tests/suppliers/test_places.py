"""Saying where a supplier is: the service, the officer's page and the officer's list."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from marketplace.core.audit import AuditRow
from marketplace.core.db import session, transaction
from marketplace.core.errors import Refused
from marketplace.core.outbox import OutboxRow
from marketplace.places.vocabulary import PlaceRef
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.services import put_place
from tests.browse import Browser
from tests.cast import LAO_CAI, QUANG_BACH, TAN_LAP, THAI_NGUYEN, Cast
from tests.factories import make_supplier

TAN_LAP_TO_QUANG_BACH = f"{QUANG_BACH}|{TAN_LAP}"
LIST, OPEN = "/can-bo/chu-the", "/can-bo/chu-the/htx-bo-ngo"


@pytest.fixture
def unsettled(cast: Cast) -> Supplier:
    """A supplier of a list that only said "Tân Lập"."""
    with transaction(write=True):
        return make_supplier("HTX Bỏ Ngỏ", place_text="Tân Lập, Thái Nguyên", province_id=THAI_NGUYEN)


def put(cast: Cast, person: str, supplier: Supplier, ref: PlaceRef, words: str = "") -> bool:
    with transaction(write=True):
        return put_place(cast.actor(person), session.get_one(Supplier, supplier.id), ref, words)


def place_of(supplier: Supplier) -> tuple[str | None, str | None, str | None, str | None]:
    with transaction(write=False):
        now = session.get_one(Supplier, supplier.id)
        return now.place_id, now.legacy_place_id, now.province_id, now.place_text


def audited(supplier: Supplier) -> list[dict[str, object]]:
    with transaction(write=False):
        wanted = AuditRow.action == "put_place", AuditRow.object_id == supplier.public_id
        return [row.details for row in session.scalars(select(AuditRow).where(*wanted))]


def test_commune_with_its_former_one_and_province(cast: Cast, unsettled: Supplier) -> None:
    assert put(cast, "province_officer", unsettled, PlaceRef(QUANG_BACH, TAN_LAP), "tan lap cho don")
    assert place_of(unsettled) == (QUANG_BACH, TAN_LAP, THAI_NGUYEN, "Tân Lập, Thái Nguyên")
    assert audited(unsettled) == [
        {"before": "", "after": TAN_LAP_TO_QUANG_BACH, "province": THAI_NGUYEN, "left_area": False}
    ]
    with transaction(write=False):
        assert "SupplierChanged" in {row.event for row in session.scalars(select(OutboxRow))}


def test_the_same_again_leaves_no_trace(cast: Cast, unsettled: Supplier) -> None:
    for _ in range(2):
        put(cast, "province_officer", unsettled, PlaceRef(QUANG_BACH, TAN_LAP))
    assert len(audited(unsettled)) == 1


def test_words_that_are_kept_say_as_much_as_is_understood(cast: Cast, unsettled: Supplier) -> None:
    nowhere = PlaceRef(None, None)
    assert put(cast, "administrator", unsettled, nowhere, "xã Tân Lập, huyện Chợ Mới, Bắc Kạn")
    assert place_of(unsettled) == (None, "pre2025:065", THAI_NGUYEN, "xã Tân Lập, huyện Chợ Mới, Bắc Kạn")
    assert put(cast, "administrator", unsettled, nowhere, "Xóm Núi")
    assert place_of(unsettled) == (None, None, THAI_NGUYEN, "Xóm Núi")


def test_moving_it_out_of_the_own_area_is_allowed_and_audited(cast: Cast, unsettled: Supplier) -> None:
    assert not put(cast, "province_officer", unsettled, PlaceRef("2025:02701", None))
    assert place_of(unsettled)[2] == LAO_CAI
    assert [row["left_area"] for row in audited(unsettled)] == [True]


@pytest.mark.parametrize("ref", [PlaceRef("2025:19", None), PlaceRef("2025:02020", TAN_LAP), PlaceRef(TAN_LAP, None)])
def test_no_commune_is_refused(cast: Cast, unsettled: Supplier, ref: PlaceRef) -> None:
    with pytest.raises(Refused) as refusal:
        put(cast, "administrator", unsettled, ref)
    assert refusal.value.field == "place"


def test_list_shows_whose_commune_is_not_known(sign_in: Callable[[str], Browser], unsettled: Supplier) -> None:
    officer = sign_in("province_officer")
    everything, lacking = officer.get(LIST).text, officer.get(f"{LIST}?thieu=xa").text
    assert 'href="/can-bo/chu-the?thieu=xa">Chưa rõ xã <span class="number">1</span>' in everything
    assert "HTX Hồng Luân" in everything and "HTX Hồng Luân" not in lacking
    assert f'href="{OPEN}#noi-lam"' in lacking and "Tân Lập, Thái Nguyên" in lacking


def test_list_has_no_such_filter_where_every_commune_is_known(sign_in: Callable[[str], Browser]) -> None:
    assert "thieu=xa" not in sign_in("province_officer").get(LIST).text


def test_page_offers_at_once_what_the_words_may_mean(
    sign_in: Callable[[str], Browser], unsettled: Supplier, cast: Cast
) -> None:
    text = sign_in("province_officer").get(OPEN).text
    assert 'name="place-words" value="Tân Lập, Thái Nguyên"' in text
    assert f'value="{TAN_LAP_TO_QUANG_BACH}"' in text and "trước 1/7/2025: xã Tân Lập, Chợ Đồn, Bắc Kạn" in text


def test_search_without_scripts_loses_nothing_and_writes_nothing(
    sign_in: Callable[[str], Browser], unsettled: Supplier
) -> None:
    officer = sign_in("province_officer")
    before = place_of(unsettled)
    found = officer.submit(
        f"{OPEN}/noi-lam", {"place-words": "quang bach cho don", "place-find": "1", "form_key": "k" * 24}
    )
    assert found.status_code == 422
    assert 'value="quang bach cho don"' in found.text and "Xã Quảng Bạch" in found.text
    assert "error-summary" not in found.text
    assert place_of(unsettled) == before
    saved = officer.submit(
        f"{OPEN}/noi-lam", {"place": TAN_LAP_TO_QUANG_BACH, "place-words": "x", "form_key": "k" * 24}
    )
    assert saved.status_code == 303
    assert place_of(unsettled)[:2] == (QUANG_BACH, TAN_LAP)


def test_page_asks_again_where_nothing_was_chosen(sign_in: Callable[[str], Browser], unsettled: Supplier) -> None:
    asked = sign_in("province_officer").submit(f"{OPEN}/noi-lam", {"place-words": "tân lập"})
    assert asked.status_code == 422
    assert "Hãy chọn một nơi trong danh sách" in asked.text and 'value="tân lập"' in asked.text


def test_who_moves_it_out_of_the_area_is_led_to_the_list(
    app: Flask, sign_in: Callable[[str], Browser], unsettled: Supplier
) -> None:
    officer = sign_in("province_officer")
    moved = officer.submit(f"{OPEN}/noi-lam", {"place": "2025:02701", "place-words": "x"}, follow_redirects=True)
    assert moved.request.path == LIST
    assert "HTX Bỏ Ngỏ nay nằm ngoài địa bàn của bạn" in moved.text
    assert officer.get(OPEN).status_code == 404


def test_officer_of_another_area_finds_nothing(sign_in: Callable[[str], Browser], unsettled: Supplier) -> None:
    answer = sign_in("other_officer").submit(f"{OPEN}/noi-lam", {"place": QUANG_BACH, "place-words": "x"})
    assert answer.status_code == 404
    assert place_of(unsettled)[0] is None
