"""What one cell of a list says, by the field that its column is."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from marketplace.catalogue.vocabulary import months_mask
from marketplace.core.clock import today
from marketplace.core.emails import parse_email
from marketplace.core.errors import Refused
from marketplace.core.text import (
    Every,
    fold,
    normalise,
    normalise_lines,
    parse_date_or_year,
    parse_phones,
    parse_price,
    parse_quantity,
)
from marketplace.core.texts import N_

# Characters that the tables have room for; PostgreSQL refuses more, SQLite would not notice.
LONGEST = {"name": 200, "name_en": 200, "supplier": 200, "seller": 200, "decision": 60}
_NOTHING = {"", "-", "--", "không", "0", "k", "x", "#ref!", "#n/a"}
_MONTHS_OF = {Every.ONCE: 1, Every.MONTH: 1, Every.QUARTER: 3, Every.YEAR: 12}

BAD_STARS = N_("Hạng sao phải là 3, 4 hoặc 5; ở đây ghi “%(text)s”.")
BAD_TAX_CODE = N_("Mã số thuế có 10, 12 hoặc 13 chữ số; ở đây ghi “%(text)s”.")
NOT_MONTHLY = N_("Sản lượng cần tính theo tháng, quý hoặc năm, bằng kg, tạ hay tấn.")


def read_cell(name: str, cell: str) -> Any:
    """The value of a cell, None where nothing is meant; raises TextRefused or Refused with the reason."""
    text = normalise(cell)
    if text.casefold() in _NOTHING:
        return None
    # Longer texts keep their lines; everything else stands on one.
    return _READERS.get(name, normalise)(cell if name in ("description", "description_en") else text)


def _stars(text: str) -> int | None:
    """3, "3*", "3 sao", "OCOP 4 sao", "Ocop.4"; 0 is none. Only 3 to 5 are public (26/2026, Điều 4)."""
    digits = re.findall(r"\d+", text)
    if not digits and text.count("*") in (3, 4, 5):
        return text.count("*")
    if digits == ["0"]:
        return None
    if len(digits) != 1 or digits[0] not in ("3", "4", "5"):
        raise Refused(BAD_STARS, text=text)
    return int(digits[0])


def _tax_code(text: str) -> str:
    """10 digits, 10 and 3 for a branch, 12 for a person. Spreadsheets drop a leading zero: it is put back."""
    digits = re.sub(r"\D", "", text)
    digits = digits.zfill(len(digits) + 1) if len(digits) in (9, 11) else digits
    if len(digits) not in (10, 12, 13):
        raise Refused(BAD_TAX_CODE, text=text[:40])
    return f"{digits[:10]}-{digits[10:]}" if len(digits) == 13 else digits


def _date(text: str) -> tuple[date | None, int | None]:
    return parse_date_or_year(text, today())


def _year(text: str) -> int | None:
    _, year = parse_date_or_year(text, today())
    return year


def _monthly_grams(text: str) -> int:
    """Grams a month, of "3 tấn", "3 tấn/tháng" or "36 tấn mỗi năm"."""
    quantity = parse_quantity(text)
    months = _MONTHS_OF.get(quantity.every)
    if quantity.grams is None or months is None or quantity.grams < months:
        raise Refused(NOT_MONTHLY)
    return quantity.grams // months


def _season(text: str) -> int | None:
    """ "9-4", "tháng 3, 5", "quanh năm" → the mask of months; words that name no month say nothing."""
    key = fold(text)
    if "quanh nam" in key or "ca nam" in key:
        return months_mask(range(1, 13))
    months: set[int] = set()
    for first, last in re.findall(r"(\d{1,2})(?:\s*(?:-|–|đến|den)\s*(?:tháng\s*)?(\d{1,2}))?", text):
        start, end = int(first), int(last or first)
        if not (1 <= start <= 12 and 1 <= end <= 12):
            return None
        months.update((month - 1) % 12 + 1 for month in range(start, (end if end >= start else end + 12) + 1))
    return months_mask(months) if months else None


_READERS: dict[str, Callable[[str], Any]] = {
    "stars": _stars,
    "issued": _date,
    "expires": _date,
    "year": _year,
    "stars_1": _stars,
    "stars_2": _stars,
    "issued_1": _date,
    "issued_2": _date,
    "year_1": _year,
    "year_2": _year,
    "price": parse_price,
    "price_to": parse_price,
    "phone": lambda text: parse_phones(text)[0],
    "email": parse_email,
    "tax_code": _tax_code,
    "least": parse_quantity,
    "capacity": _monthly_grams,
    "season": _season,
    "description": normalise_lines,
    "description_en": normalise_lines,
}
