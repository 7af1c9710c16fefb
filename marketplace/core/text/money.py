"""Money: whole đồng, typed in every way that people type it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from marketplace.core.text.characters import normalise
from marketplace.core.text.keys import fold
from marketplace.core.text.numerals import format_number, may_be_thousands, read_decimal
from marketplace.core.text.refusals import TextRefused
from marketplace.core.texts import N_, in_english

LARGEST_AMOUNT = 10**15
_NO_BREAK = "\u00a0"
_LONGEST = 80
_SCALES = {"ti": 10**9, "trieu": 10**6, "tr": 10**6, "nghin": 1000, "ngan": 1000, "ng": 1000, "k": 1000}
_PRICE = re.compile(r"(?P<sum>.+?)\s*(?:/|\bmột\b|\bmỗi\b)\s*(?P<per>(?:[0-9][0-9.,]*\s*)?(?P<unit>[^\W\d_]+).*)")
_SIGN_BEFORE = re.compile(r"^(?:vnđ|vnd|₫|đ)\s*")
_SIGN_AFTER = re.compile(r"\s*(?:₫|đồng|dong|vnđ|vnd|đ|d)\.?$")
_PART = re.compile(r"(?P<number>[0-9](?:[0-9., ]*[0-9])?)\s*(?:(?P<scale>[^\W\d_]+)(?P<space>\s*)(?P<rest>.*))?")
_MIXED = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")  # "2.350,000": thousands by two signs, or decimals that đồng lack
_MINUS = ("-", "−", "–", "(")


@dataclass(frozen=True)
class Price:
    """`amount` đồng, for one `per` where the text says so ("kg", "gói 500 g")."""

    amount: int
    per: str | None


def parse_money(text: str) -> int:
    """Read đồng: 45.000.000 ₫, 45 000 000đ, 1tr2, 1,2 triệu, 450k, 45 ngàn/kg, 1 tỷ 200.

    What stands after a slash is allowed and left out. Dots part thousands and a comma begins decimals;
    without a scale word 45,000 is 45 000, for đồng have no fraction. Raises TextRefused: `money_missing`,
    `money_negative`, `money_fraction`, `money_too_large`, `money_ambiguous` or `money_unknown`.
    """
    return parse_price(text).amount


def parse_price(text: str) -> Price:
    """Read an amount as `parse_money` does, and what it is for: 45k/kg → 45 000 per "kg"."""
    typed = normalise(text)
    found = _PRICE.fullmatch(typed)
    # The unit of "1/2 triệu" is a scale, so that slash is no "per".
    if found and fold(found["unit"]) not in _SCALES:
        return Price(_amount(found["sum"]), found["per"])
    return Price(_amount(typed), None)


def format_money(amount: int, sign: str = "₫") -> str:
    """Write 45.000.000 ₫ (in English 45,000,000 ₫), with a no-break space before the sign."""
    grouped = f"{amount:,}"
    return (grouped if in_english() else grouped.replace(",", ".")) + (_NO_BREAK + sign if sign else "")


def format_millions(amount: int) -> str:
    """Write đồng in triệu đồng for tables: 1.250,5; at most one decimal, half up."""
    return format_number(Decimal(amount) / 10**6, 1)


def _amount(typed: str) -> int:
    bare = _SIGN_AFTER.sub("", _SIGN_BEFORE.sub("", typed.casefold()))
    if not bare:
        raise TextRefused("money_missing", N_("Xin ghi số tiền."))
    if bare.startswith(_MINUS):
        raise TextRefused("money_negative", N_("Số tiền không thể âm."))
    if len(bare) > _LONGEST:
        raise _unknown(typed)
    amount = _sum(bare, typed)
    if amount != amount.to_integral_value():
        raise TextRefused("money_fraction", N_("Tiền đồng không có số lẻ: “%(text)s”."), text=typed[:40])
    if amount > LARGEST_AMOUNT:
        raise TextRefused("money_too_large", N_("Số tiền “%(text)s” quá lớn."), text=typed[:40])
    return int(amount)


def _sum(part: str, typed: str) -> Decimal:
    """Add up "1 tỷ 200 triệu": a number with its scale, then what is smaller than one of that scale."""
    found = _PART.fullmatch(part)
    number = read_decimal(found["number"]) if found else None
    if not found or number is None:
        raise _unknown(typed)
    if not found["scale"]:
        if _MIXED.fullmatch(found["number"]) and {".", ","} <= set(found["number"]):
            raise _ambiguous(typed)
        return number * 1000 if may_be_thousands(found["number"]) and number < 1000 else number
    scale = _SCALES.get(fold(found["scale"]))
    if not scale:
        raise _unknown(typed)
    amount, rest = number * scale, found["rest"]
    if not rest:
        return amount
    if number != number.to_integral_value():
        raise _unknown(typed)
    return amount + _below(rest, scale, bool(found["space"]), typed)


def _below(rest: str, scale: int, spaced: bool, typed: str) -> Decimal:
    """Read what follows a scale: "rưỡi" a half, the 2 of 1tr2 tenths, "200 triệu" itself."""
    if fold(rest) == "ruoi":
        return Decimal(scale) / 2
    if re.fullmatch(r"[0-9]{1,3}", rest):
        if len(rest) == 2 and spaced:
            raise _ambiguous(typed)
        return Decimal(rest) * scale / Decimal(10) ** len(rest)
    smaller = _sum(rest, typed)
    if smaller >= scale or rest.isdigit():
        raise _unknown(typed)
    return smaller


def _ambiguous(typed: str) -> TextRefused:
    return TextRefused(
        "money_ambiguous",
        N_("“%(text)s” có thể hiểu hai cách. Xin ghi đủ số, ví dụ 1.050.000.000."),
        text=typed[:40],
    )


def _unknown(typed: str) -> TextRefused:
    return TextRefused(
        "money_unknown",
        N_("Không hiểu số tiền “%(text)s”. Ví dụ: 45.000, 450k, 1,2 triệu."),
        text=typed[:40],
    )
