"""Numbers as Vietnamese people write them: a dot parts thousands, a comma begins the decimals; English the reverse."""

import re
from decimal import ROUND_HALF_UP, Decimal

from marketplace.core.texts import in_english

_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?|[1-9][0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]+)?")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.[0-9]+|(?:,[0-9]{3}){2,})")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_EITHER = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")


def read_decimal(text: str) -> Decimal | None:
    """Read one number: 45.000, 1.250,5, 45 000, 1,5, 1.5, 1,250,000 (English); None if it is none.

    A dot before exactly three digits parts thousands, any other single dot begins decimals; one comma
    always begins decimals (see `may_be_thousands`), but for readers of English before exactly three digits.
    """
    if in_english() and _EITHER.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _THOUSANDS.fullmatch(text):
        return Decimal(text.replace(".", "").replace(" ", "").replace(",", "."))
    if _ENGLISH.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _PLAIN.fullmatch(text):
        return Decimal(text.replace(",", "."))
    return None


def may_be_thousands(text: str) -> bool:
    """Say whether one comma could part thousands, as English spreadsheets write: 45,000."""
    return bool(_EITHER.fullmatch(text))


def round_half_up(number: Decimal, places: int = 0) -> Decimal:
    """Round as offices do: a half goes away from zero."""
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def without_zeros(number: Decimal) -> Decimal:
    """Drop the zeros after the last decimal, without an exponent: 50.0 → 50, never 5E+1."""
    return Decimal(f"{number.normalize():f}")


def format_number(number: int | Decimal, places: int = 3) -> str:
    """Write 1.250,5 (in English 1,250.5): at most `places` decimals, half up, no zeros at the end."""
    whole, _, decimals = f"{round_half_up(Decimal(number), places):,f}".partition(".")
    decimals = decimals.rstrip("0")
    if not decimals and whole == "-0":
        return "0"
    if in_english():
        return f"{whole}.{decimals}" if decimals else whole
    grouped = whole.replace(",", ".")
    return f"{grouped},{decimals}" if decimals else grouped
