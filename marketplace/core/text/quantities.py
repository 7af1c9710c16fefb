"""Quantities: how much, of which unit, and how often."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from marketplace.core.text.numerals import format_number, round_half_up, without_zeros
from marketplace.core.text.refusals import TextRefused
from marketplace.core.text.units import GRAMS, find_unit, to_grams, unit_name
from marketplace.core.texts import N_, say

LARGEST_COUNT = 10**8
LARGEST_GRAMS = 10**11  # 100 000 tấn: more than a province makes of anything
NO_BREAK = "\u00a0"


class Every(StrEnum):
    """How often a quantity is wanted or can be made."""

    ONCE = "once"
    TRIP = "trip"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


EVERY_LABELS = {
    Every.ONCE: N_("một lần"),
    Every.TRIP: N_("mỗi chuyến"),
    Every.DAY: N_("mỗi ngày"),
    Every.WEEK: N_("mỗi tuần"),
    Every.MONTH: N_("mỗi tháng"),
    Every.QUARTER: N_("mỗi quý"),
    Every.YEAR: N_("mỗi năm"),
}


@dataclass(frozen=True)
class Quantity:
    """`amount` of a standard `unit` each time; `grams` is its mass where the unit is one of mass."""

    amount: Decimal
    unit: str
    grams: int | None
    every: Every = Every.ONCE

    def __str__(self) -> str:
        return format_quantity(self)


def make_quantity(amount: Decimal, unit: str, every: Every = Every.ONCE) -> Quantity:
    """Make a quantity of a number (kept to three decimals, half up) and a unit in any spelling.

    Raises TextRefused: `unit_missing`, `unit_unknown`, `quantity_not_positive`, `quantity_too_fine`,
    `quantity_too_large`.
    """
    if not unit.strip():
        raise TextRefused("unit_missing", N_("Thiếu đơn vị. Ví dụ: kg, tạ, tấn, gói, chai."))
    standard = find_unit(unit)
    if standard is None:
        raise TextRefused(
            "unit_unknown",
            N_("Không biết đơn vị “%(unit)s”. Ví dụ: kg, tạ, tấn, gói, chai."),
            unit=unit.strip()[:40],
        )
    if not amount.is_finite() or amount > LARGEST_GRAMS:
        raise _too_large()
    rounded = round_half_up(amount, 3)
    grams = to_grams(rounded, standard)
    if amount <= 0:
        raise TextRefused("quantity_not_positive", N_("Số lượng phải lớn hơn 0."))
    if grams == 0 or abs(rounded - amount) * 100 > amount:
        raise TextRefused("quantity_too_fine", N_("Số lẻ quá nhỏ. Xin dùng đơn vị nhỏ hơn, ví dụ kg thay cho tấn."))
    if rounded > LARGEST_COUNT or (grams or 0) > LARGEST_GRAMS:
        raise _too_large()
    return Quantity(without_zeros(rounded), standard, grams, every)


def format_quantity(quantity: Quantity) -> str:
    """Write "2 tấn" or "50 kg mỗi tháng"; a no-break space stands before the unit."""
    amount = f"{format_number(quantity.amount)}{NO_BREAK}{unit_name(quantity.unit)}"
    if quantity.every == Every.ONCE:
        return amount
    return f"{amount} {say(EVERY_LABELS[quantity.every])}"


def format_grams(grams: int) -> str:
    """Write a mass in the unit that reads best: 500 g, 20 kg, 1,5 tấn (three decimals, half up)."""
    unit = "g" if grams < GRAMS["kg"] else "kg" if grams < GRAMS["tấn"] else "tấn"
    return f"{format_number(Decimal(grams) / GRAMS[unit])}{NO_BREAK}{unit_name(unit)}"


def read_back(quantity: Quantity) -> str:
    """Say how a quantity was understood: "2 tấn = 2.000 kg, một lần"."""
    said = f"{format_number(quantity.amount)}{NO_BREAK}{unit_name(quantity.unit)}"
    if quantity.grams is not None:
        unit = "g" if quantity.grams < GRAMS["kg"] else "kg"
        if unit != quantity.unit:
            said += f" = {format_number(Decimal(quantity.grams) / GRAMS[unit])}{NO_BREAK}{unit}"
    return f"{said}, {say(EVERY_LABELS[quantity.every])}"


def price_per_kg(price: int, grams: int) -> int:
    """Give đồng per kg of a pack of `grams` that costs `price` đồng, half up; ValueError without mass."""
    if grams <= 0:
        raise ValueError("a price per kg needs a mass")
    return (2000 * price + grams) // (2 * grams)


def _too_large() -> TextRefused:
    return TextRefused("quantity_too_large", N_("Số lượng quá lớn. Xin xem lại số và đơn vị."))
