"""Words, prices and histories as the workbench prints them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.clock import StoppedClock
from marketplace.core.db import transaction
from marketplace.core.text import Every, Quantity
from marketplace.leads.presenters import lead_page, price_total, price_unit_of, subject, timeline, who
from marketplace.leads.presenters.numbers import zalo_href
from marketplace.leads.presenters.words import called, moment_words, short_name
from marketplace.leads.queries import Buyer, LeadFile, file_of
from tests.cast import Cast
from tests.leads.asking import ask, happened

TODAY = date(2026, 11, 23)
TWO_TONNES = Quantity(Decimal(2), "tấn", 2_000_000)
PACKS = Quantity(Decimal(300), "gói", None)
MONTHLY = Quantity(Decimal("50.000"), "kg", 50_000, Every.MONTH)


@pytest.mark.parametrize(
    ("quantity", "product", "title"),
    [
        (TWO_TONNES, "Bún khô", "2\xa0tấn bún khô"),
        (MONTHLY, "Bún khô Hồng Luân", "50\xa0kg bún khô Hồng Luân mỗi tháng"),
        (PACKS, "OCOP bún", "300\xa0gói OCOP bún"),
        (PACKS, None, "300\xa0gói"),
        (None, "Bún khô", "Bún khô"),
        (None, None, "Hỏi mua hàng"),
    ],
)
def test_subject(quantity: Quantity | None, product: str | None, title: str) -> None:
    assert subject(quantity, product) == title


def test_a_product_is_named_without_the_seller_beside_it() -> None:
    assert subject(TWO_TONNES, "Bún khô Hồng Luân", "HTX Hồng Luân") == "2\xa0tấn bún khô"


def test_who_asks() -> None:
    assert who(Buyer("Chị Thu", "nhà hàng Sen", None, None, "Hà Nội")) == "Chị Thu, nhà hàng Sen, Hà Nội"
    assert who(Buyer(phone="+84900000045")) is None
    assert short_name(Buyer()) == "Người mua chưa để lại tên"
    assert [called(name) for name in ("Chị Thu", "Siêu thị Vùng Cao")] == ["chị Thu", "Siêu thị Vùng Cao"]


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 23, 0, 15, tzinfo=UTC), "hôm nay, 7:15"),
        (datetime(2026, 11, 22, 16, 59, tzinfo=UTC), "hôm qua, 23:59"),
        (datetime(2026, 11, 21, 9, 40, tzinfo=UTC), "21/11, 16:40"),
        (datetime(2025, 12, 31, 17, 5, tzinfo=UTC), "1/1, 0:05"),
        (datetime(2025, 11, 21, 9, 40, tzinfo=UTC), "21/11/2025, 16:40"),
    ],
)
def test_when_in_the_days_of_viet_nam(moment: datetime, words: str) -> None:
    assert moment_words(moment, TODAY) == words


def test_a_day_without_hour_is_shown_without() -> None:
    assert moment_words(datetime(2026, 11, 21, 5, tzinfo=UTC), TODAY, day_only=True) == "21/11"


@pytest.mark.parametrize(
    ("price", "unit", "quantity", "total"),
    [
        (66_000, "kg", TWO_TONNES, 132_000_000),
        (1, "kg", Quantity(Decimal("0.5"), "kg", 500), 1),
        (38_000, "gói", PACKS, 11_400_000),
        (38_000, "gói", TWO_TONNES, None),
        (66_000, "kg", None, None),
    ],
)
def test_the_total_of_a_quote(price: int, unit: str, quantity: Quantity | None, total: int | None) -> None:
    assert price_total(price, unit, quantity) == total


@given(st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_total_is_never_half_a_dong_off(price: int, grams: int) -> None:
    total = price_total(price, "kg", Quantity(Decimal(grams), "g", grams))
    assert total is not None
    assert abs(total * 1000 - price * grams) <= 500


def test_what_a_price_is_for() -> None:
    assert [price_unit_of(quantity) for quantity in (TWO_TONNES, PACKS, None)] == ["kg", "gói", "kg"]


def test_a_landline_has_no_zalo() -> None:
    assert zalo_href("+842093870000") is None
    assert zalo_href("+84900000045") == "https://zalo.me/0900000045"


def filed(cast: Cast, public_id: str) -> LeadFile:
    """The lead as its supplier reads it."""
    with transaction(write=True):  # committed, so that what was read stays readable
        file = file_of(cast.actor("member"), public_id)
    assert file is not None
    return file


def test_a_timeline_tells_newest_first_and_names_a_day_once(cast: Cast, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    clock.advance(timedelta(minutes=53))
    happened(cast.actor("member"), lead, "quoted", price=66_000, price_unit="kg", deliverable="later")
    items = timeline(filed(cast, lead.public_id), date(2026, 11, 24), 48)
    assert [(item.when, item.bold, item.text, item.done) for item in items] == [
        ("Thứ Ba 24/11, 9:53", "HTX Hồng Luân", "báo giá 66.000\xa0₫/kg, cần thêm ngày", True),
        ("24/11, 9:00", "Chị Thu", "hỏi mua 2\xa0tấn", True),
        ("Bước tới", None, "Hỏi lại khách đã quyết định chưa.", False),
    ]


def test_an_ended_lead_has_no_next_step(cast: Cast, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "lost", reason="distance", words="Cước cao hơn hàng")
    [lost, _asked] = timeline(filed(cast, lead.public_id), date(2026, 11, 24), 48)
    assert lost.text == "ghi không thành: xa, cước cao: “Cước cao hơn hàng”"


def test_an_officers_note_says_so(cast: Cast, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("commune_officer"), lead, "contract", value=45_000_000, said_by="officer")
    item = timeline(filed(cast, lead.public_id), date(2026, 11, 24), 48)[0]
    assert (item.text, item.note) == ("ký hợp đồng 45.000.000\xa0₫", "cán bộ ghi giúp")


def test_what_a_buyer_confirms_is_told_from_his_side(cast: Cast, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("stranger"), lead, "delivered", value=1_000, said_by="buyer", evidence="document")
    item = timeline(filed(cast, lead.public_id), date(2026, 11, 24), 48)[0]
    assert (item.bold, item.text, item.note) == ("Chị Thu", "đã nhận 1.000\xa0₫", "đã xem giấy tờ")


def test_a_memorandums_value_is_shown_as_an_intent(cast: Cast, clock: StoppedClock) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, "memorandum", value=1_200_000_000)
    shown = lead_page(filed(cast, lead.public_id), clock.moment, 48, lambda endpoint, **_values: endpoint)
    assert [(fact.term, fact.text) for fact in shown.facts] == [
        ("Giao tới", "Hà Nội"),
        ("Ghi nhớ, dự kiến", "1.200.000.000\xa0₫"),
    ]
    assert shown.timeline[0].text == "ký biên bản ghi nhớ dự kiến 1.200.000.000\xa0₫"


@pytest.mark.parametrize(
    ("kind", "values", "main", "offered"),
    [
        ("contacted", {}, "leads.quote", 7),
        ("quoted", {"price": 1}, "leads.record", 7),
        ("contract", {"value": 1}, "leads.record", 2),
        ("delivered", {}, None, 2),
        ("lost", {"reason": "price"}, "leads.reopen", 0),
    ],
)
def test_what_is_offered_next(
    cast: Cast, clock: StoppedClock, kind: str, values: dict[str, int | str], main: str | None, offered: int
) -> None:
    lead = ask(cast.hong_luan)
    happened(cast.actor("member"), lead, kind, **values)
    shown = lead_page(filed(cast, lead.public_id), clock.moment, 48, lambda endpoint, **_values: endpoint)
    assert (shown.main.href or shown.main.action if shown.main else None) == main
    assert len(shown.next) == offered
