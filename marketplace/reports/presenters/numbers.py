"""Figures as offices write them: a dot parts thousands, zero is "0", what nobody said is "-"."""

from collections.abc import Sequence
from decimal import Decimal

from marketplace.core.text import format_millions, format_money, format_number
from marketplace.core.texts import say
from marketplace.reports.vocabulary import Indicator, Line
from marketplace.reports.vocabulary.lines import Column

MISSING = "-"
_NO_BREAK = "\u00a0"
GRAMS_PER_KILOGRAM = 1000


def value_text(value: int | None, column: Column) -> str:
    """A value of a line or a sum: "45.000.000 ₫", "2.000 kg"."""
    if value is None:
        return MISSING
    if column == "mass":
        return f"{format_number(Decimal(value) / GRAMS_PER_KILOGRAM)}{_NO_BREAK}kg"
    return format_money(value) if column == "money" else format_number(value)


def number_text(indicator: Indicator, lines: Sequence[Line]) -> str:
    """The figure itself: "48", "312.500.000 ₫"."""
    return value_text(indicator.number(lines), indicator.column if indicator.adds else "none")


def total_of(lines: Sequence[Line]) -> int | None:
    """The sum of the values of lines; None where there are lines and none says its value."""
    said = [line.value for line in lines if line.value is not None]
    return sum(said) if said or not lines else None


def millions_text(lines: Sequence[Line]) -> str | None:
    """What papers are worth together, and how many of them don't say: "312,5 triệu đồng"; None without papers."""
    if not lines:
        return None
    total, silent = total_of(lines), sum(line.value is None for line in lines)
    if total is None:
        return say("chưa ghi giá trị")
    worth = say("%(number)s triệu đồng", number=format_millions(total))
    return say("%(worth)s, %(count)s chưa ghi giá trị", worth=worth, count=silent) if silent else worth


def share_text(part: int, whole: int) -> str | None:
    """The share of a whole with one decimal: "83,3 % của 48"; None of nothing."""
    if not whole:
        return None
    share = f"{format_number(Decimal(100 * part) / whole, 1)}{_NO_BREAK}%"
    return say("%(share)s của %(whole)s", share=share, whole=format_number(whole))
