"""Quantities: number, unit and how often, read and read back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.text import (
    UNITS,
    Every,
    Quantity,
    TextRefused,
    find_unit,
    format_grams,
    format_quantity,
    from_english,
    make_quantity,
    parse_quantity,
    price_per_kg,
    read_back,
)
from marketplace.core.text.quantities import LARGEST_COUNT, LARGEST_GRAMS
from tests.core.text_samples import quick


@pytest.mark.parametrize(
    ("text", "amount", "unit", "grams"),
    [
        ("2 tấn", "2", "tấn", 2_000_000),
        ("2tan", "2", "tấn", 2_000_000),
        ("2 tấn rưỡi", "2.5", "tấn", 2_500_000),
        ("tạ rưỡi", "1.5", "tạ", 150_000),
        ("nửa tấn", "0.5", "tấn", 500_000),
        ("hai tạ", "2", "tạ", 200_000),
        ("1,5 tạ", "1.5", "tạ", 150_000),
        ("5 yến", "5", "yến", 50_000),
        ("2 cân", "2", "kg", 2_000),
        ("3 kí", "3", "kg", 3_000),
        ("3 ký", "3", "kg", 3_000),
        ("500gr", "500", "g", 500),
        ("3 lạng", "3", "lạng", 300),
        ("1/2 kg", "0.5", "kg", 500),
        ("2.000 kg", "2000", "kg", 2_000_000),
        ("2 000kg", "2000", "kg", 2_000_000),
        ("0,125 kg", "0.125", "kg", 125),
        ("khoảng 50 KG.", "50", "kg", 50_000),
        ("10 lít", "10", "lít", None),
        ("300 goi", "300", "gói", None),
        ("2 bó", "2", "bó", None),
        ("2 bộ", "2", "bộ", None),
    ],
)
def test_number_and_unit(text: str, amount: str, unit: str, grams: int | None) -> None:
    assert parse_quantity(text) == Quantity(Decimal(amount), unit, grams, Every.ONCE)


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("50 kg mỗi tháng", Every.MONTH),
        ("50kg/tháng", Every.MONTH),
        ("50 kg / 1 thang", Every.MONTH),
        ("mỗi tháng 50 kg", Every.MONTH),
        ("50 kg hằng tuần", Every.WEEK),
        ("50 kg/quý", Every.QUARTER),
        ("50 kg một năm", Every.YEAR),
        ("50kg/ngày", Every.DAY),
        ("50 kg mỗi chuyến", Every.TRIP),
        ("50 kg mỗi lần", Every.TRIP),
        ("50 kg một lần", Every.ONCE),
    ],
)
def test_how_often(text: str, every: Every) -> None:
    assert parse_quantity(text) == Quantity(Decimal(50), "kg", 50_000, every)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "quantity_missing"),
        ("50", "unit_missing"),
        ("50 mỗi tháng", "unit_missing"),
        ("50 vại", "unit_unknown"),
        ("kg", "number_missing"),
        ("vài tấn", "number_missing"),
        ("1/0 kg", "number_missing"),
        ("1,500 kg", "number_ambiguous"),
        ("1,125 gói", "number_ambiguous"),
        ("0 kg", "quantity_not_positive"),
        ("-5 kg", "quantity_not_positive"),
        ("0,0005 tấn", "quantity_too_fine"),
        ("0,2 g", "quantity_too_fine"),
        ("100001 tấn", "quantity_too_large"),
        ("100000001 gói", "quantity_too_large"),
        ("5-10 kg", "quantity_unknown"),
        ("300 gói 500g", "quantity_unknown"),
    ],
)
def test_what_is_no_quantity_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(TextRefused) as refused:
        parse_quantity(text)
    assert refused.value.code == code
    assert str(refused.value)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+40"])
def test_a_number_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(TextRefused, match="quá lớn"):
        make_quantity(Decimal(value), "kg")


def test_units_are_known_by_their_spellings() -> None:
    assert [find_unit(word) for word in ("GR", "Kí", "ký", "L", "hop", "ta", "tá", "can")] == [
        *("g", "kg", "kg", "lít", "hộp", "tạ", "tá", "kg"),
    ]
    assert find_unit("") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2 tấn", "2 tấn = 2.000 kg, một lần"),
        ("3 lạng mỗi tuần", "3 lạng = 300 g, mỗi tuần"),
        ("50kg/tháng", "50 kg, mỗi tháng"),
        ("300 gói", "300 gói, một lần"),
    ],
)
def test_a_quantity_is_read_back(text: str, said: str) -> None:
    assert read_back(parse_quantity(text)).replace("\u00a0", " ") == said


def test_a_quantity_does_not_break_before_its_unit() -> None:
    assert format_quantity(parse_quantity("1,5 tạ")) == "1,5\u00a0tạ"
    assert format_quantity(parse_quantity("50kg/tháng")) == "50\u00a0kg mỗi tháng"


@pytest.mark.parametrize(
    ("grams", "shown"),
    [(0, "0 g"), (500, "500 g"), (1000, "1 kg"), (20_000, "20 kg"), (999_999, "999,999 kg"), (1_500_000, "1,5 tấn")],
)
def test_masses_are_shown_in_the_unit_that_reads_best(grams: int, shown: str) -> None:
    assert format_grams(grams).replace("\u00a0", " ") == shown


def test_a_price_per_kg_rounds_half_up() -> None:
    assert price_per_kg(45_000, 500) == 90_000
    assert price_per_kg(1, 2_000) == 1
    assert price_per_kg(1, 2_001) == 0
    with pytest.raises(ValueError, match="mass"):
        price_per_kg(45_000, 0)


@quick
@given(
    st.decimals("0.01", 10_000, places=2),
    st.sampled_from([unit for unit in UNITS if unit not in {"g", "ml", "can"}]),
    st.sampled_from(Every),
)
def test_what_is_shown_can_be_typed_again(amount: Decimal, unit: str, every: Every) -> None:
    quantity = make_quantity(amount, unit, every)
    assert quantity.amount == amount
    assert "E" not in str(quantity.amount)
    assert parse_quantity(format_quantity(quantity)) == parse_quantity(str(quantity)) == quantity


@quick
@given(st.decimals("0.001", 10_000, places=3), st.sampled_from(["kg", "tấn", "lít"]))
def test_masses_and_volumes_can_be_typed_again_to_the_third_decimal(amount: Decimal, unit: str) -> None:
    quantity = make_quantity(amount, unit)
    assert parse_quantity(format_quantity(quantity)) == quantity


@quick
@given(st.text(max_size=20) | st.text("0123456789., kgấnt/máỗiưỡ-", max_size=15))
def test_nonsense_is_refused_and_nothing_else(text: str) -> None:
    try:
        quantity = parse_quantity(text)
    except TextRefused as refused:
        assert refused.code.startswith(("quantity_", "number_", "unit_"))
    else:
        assert 0 < quantity.amount <= LARGEST_COUNT
        assert quantity.grams is None or 0 < quantity.grams <= LARGEST_GRAMS


@pytest.mark.parametrize(
    ("text", "vietnamese"),
    [
        ("2 tonnes each month", "2 tấn mỗi tháng"),
        ("300 packs", "300 gói"),
        ("12 boxes a week", "12 hộp mỗi tuần"),
        ("1.5 t", "1.5 tấn"),
        ("50 kg", "50 kg"),
        ("2 tấn mỗi tháng", "2 tấn mỗi tháng"),
        ("three things", "three things"),
    ],
)
def test_english_words_of_quantity(text: str, vietnamese: str) -> None:
    assert from_english(text) == vietnamese
