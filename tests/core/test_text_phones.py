"""Phones: whatever is typed becomes E.164, or says what is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.core.text import (
    TextRefused,
    format_phone,
    is_mobile,
    mask_phone,
    parse_phone,
    parse_phones,
    zalo_link,
)
from tests.core.text_samples import quick

numbers = st.integers(0, 999).map(lambda last: f"+84900000{last:03}")


@pytest.mark.parametrize(
    ("text", "e164"),
    [
        ("0900.000.045", "+84900000045"),
        ("+84 900 000 045", "+84900000045"),
        ("84900000045", "+84900000045"),
        ("0084 900-000-045", "+84900000045"),
        ("+84 (0)900 000 045", "+84900000045"),
        ("900000045", "+84900000045"),
        ("0168 000 0045", "+84380000045"),
        ("0120 000 0045", "+84700000045"),
        ("0209 3871 234", "+842093871234"),
        ("0281 3871 234", "+842093871234"),
        ("(024) 3825 1234", "+842438251234"),
        ("1800 1234", "+8418001234"),
        ("1900.545415", "+841900545415"),
        ("+86 138 0013 8000", "+8613800138000"),
    ],
)
def test_every_way_of_writing_a_number(text: str, e164: str) -> None:
    assert parse_phone(text) == e164
    assert parse_phone(format_phone(e164)) == e164


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("090000004", "phone_too_short", "Số di động có 10 chữ số; ở đây mới có 9."),
        ("+84 90000004", "phone_too_short", "Số di động có 10 chữ số; ở đây mới có 9."),
        ("09000000456", "phone_too_long", "Số di động có 10 chữ số; ở đây có tới 11."),
        ("0209 387 123", "phone_too_short", "Số máy bàn có 11 chữ số; ở đây mới có 10."),
        ("gọi tôi", "phone_unknown", "“gọi tôi” không phải số điện thoại. Ví dụ: 0900 000 045."),
        ("0612345678", "phone_unknown", "“0612345678” không phải số điện thoại. Ví dụ: 0900 000 045."),
        (" ", "phone_missing", "Xin ghi số điện thoại."),
    ],
)
def test_a_wrong_number_says_what_is_wrong(text: str, code: str, message: str) -> None:
    with pytest.raises(TextRefused) as refused:
        parse_phone(text)
    assert (refused.value.code, str(refused.value)) == (code, message)


@pytest.mark.parametrize(
    "text",
    [
        "0900.000.045 / 0209 3871 234",
        "0900 000 045; 0209.3871.234",
        "0900000045 - 02093871234",
        "0900000045 hoặc 0209 387 1234",
        "0900000045, 0900 000 045, 02093871234",
    ],
)
def test_two_numbers_in_one_cell(text: str) -> None:
    assert parse_phones(text) == ["+84900000045", "+842093871234"]


def test_hyphens_inside_one_number_do_not_part_it() -> None:
    assert parse_phones("0900 - 000 - 045") == ["+84900000045"]
    with pytest.raises(TextRefused, match="Xin ghi"):
        parse_phones(" / ")


@pytest.mark.parametrize(
    ("e164", "shown", "masked"),
    [
        ("+84900000045", "0900 000 045", "09•• ••• 045"),
        ("+842093871234", "0209 3871 234", "02•• •••• 234"),
        ("+8418001234", "1800 1234", "18•• •234"),
        ("+8613800138000", "+86 138 0013 8000", "+86 ••• •••• •000"),
    ],
)
def test_numbers_are_shown_as_they_are_dialled_and_masked(e164: str, shown: str, masked: str) -> None:
    assert format_phone(e164) == shown
    assert mask_phone(e164) == masked


def test_zalo_and_mobile() -> None:
    assert zalo_link("+84900000045") == "https://zalo.me/0900000045"
    assert zalo_link("+8613800138000") == "https://zalo.me/8613800138000"
    assert is_mobile("+84900000045")
    assert not is_mobile("+842093871234")


@quick
@given(numbers)
def test_the_demonstrations_numbers_can_be_shown_and_typed_again(e164: str) -> None:
    assert parse_phone(format_phone(e164)) == e164
    assert parse_phone(e164) == e164


@quick
@given(st.text(max_size=20) | st.text("0123456789+. -/", max_size=24))
def test_nonsense_is_refused_and_nothing_else(text: str) -> None:
    try:
        found = parse_phones(text)
    except TextRefused as refused:
        assert refused.code.startswith("phone_")
    else:
        assert all(parse_phone(e164) == e164 for e164 in found)
