"""Money: typed in every way, always whole đồng."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.text import (
    LARGEST_AMOUNT,
    Price,
    TextRefused,
    format_millions,
    format_money,
    format_number,
    parse_money,
    parse_price,
)
from tests.core.text_samples import quick

amounts = st.integers(0, LARGEST_AMOUNT)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("45000000", 45_000_000),
        ("45.000.000 ₫", 45_000_000),
        ("45 000 000đ", 45_000_000),
        ("VNĐ 45.000", 45_000),
        ("1tr2", 1_200_000),
        ("1tr25", 1_250_000),
        ("1,2 triệu", 1_200_000),
        ("1.2tr", 1_200_000),
        ("2 triệu rưỡi", 2_500_000),
        ("450k", 450_000),
        ("66K", 66_000),
        ("45k5", 45_500),
        ("45 nghìn đồng", 45_000),
        ("45 ngàn/kg", 45_000),
        ("1 tỷ 200", 1_200_000_000),
        ("1 tỉ 200 triệu 5 nghìn", 1_200_005_000),
        ("1,5 tỷ", 1_500_000_000),
        ("1.250 triệu", 1_250_000_000),
        ("1,250,000", 1_250_000),
        ("45,000", 45_000),
        ("45000.0", 45_000),
        ("0", 0),
    ],
)
def test_every_way_of_writing_an_amount(text: str, amount: int) -> None:
    assert parse_money(text) == amount


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("  ", "money_missing"),
        ("đ", "money_missing"),
        ("-5", "money_negative"),
        ("−45.000", "money_negative"),
        ("45,5", "money_fraction"),
        ("1.5", "money_fraction"),
        ("1000000000000001", "money_too_large"),
        ("1 tỷ 50", "money_ambiguous"),
        ("2.350,000", "money_ambiguous"),
        ("1,250.000 đ", "money_ambiguous"),
        ("rẻ thôi", "money_unknown"),
        ("1.00.000", "money_unknown"),
        ("100-200k", "money_unknown"),
        ("1/2 triệu", "money_unknown"),
        ("1tr2000", "money_unknown"),
        ("1 nghìn 2 triệu", "money_unknown"),
        ("1,5tr2", "money_unknown"),
        ("5 xu", "money_unknown"),
        ("9" * 100, "money_unknown"),
    ],
)
def test_what_is_no_amount_is_refused_with_its_reason(text: str, code: str) -> None:
    with pytest.raises(TextRefused) as refused:
        parse_money(text)
    assert refused.value.code == code
    assert str(refused.value)


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("45 ngàn/kg", Price(45_000, "kg")),
        ("45k/500g", Price(45_000, "500g")),
        ("60.000 ₫/gói 500 g", Price(60_000, "gói 500 g")),
        ("45 nghìn một cân", Price(45_000, "cân")),
        ("66k", Price(66_000, None)),
    ],
)
def test_a_price_says_what_it_is_for(text: str, price: Price) -> None:
    assert parse_price(text) == price


def test_money_is_shown_with_dots_and_a_space_that_does_not_break() -> None:
    assert format_money(45_000_000) == "45.000.000\u00a0₫"
    assert format_money(1_000, sign="đồng") == "1.000\u00a0đồng"
    assert format_money(999, sign="") == "999"


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (1_250_500_000, "1.250,5"),
        (1_250_000_000, "1.250"),
        (150_000, "0,2"),
        (250_000, "0,3"),
        (149_999, "0,1"),
        (0, "0"),
    ],
)
def test_tables_are_in_millions_half_up(amount: int, shown: str) -> None:
    assert format_millions(amount) == shown


def test_numbers_have_dots_and_a_decimal_comma() -> None:
    assert format_number(2000) == "2.000"
    assert format_number(-1_234_567) == "-1.234.567"


@quick
@given(amounts, st.sampled_from(["₫", "đ", "đồng", "VNĐ", ""]))
def test_what_is_shown_can_be_typed_again(amount: int, sign: str) -> None:
    assert parse_money(format_money(amount, sign)) == amount


@quick
@given(st.text(max_size=20) | st.text("0123456789., tỷriệuk/đ-", max_size=15))
def test_nonsense_is_refused_and_nothing_else(text: str) -> None:
    try:
        amount = parse_money(text)
    except TextRefused as refused:
        assert refused.code.startswith("money_")
    else:
        assert 0 <= amount <= LARGEST_AMOUNT
