"""What one cell of a list says, by the field that its column is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from marketplace.catalogue.imports.days import read_day, read_end, read_year
from marketplace.catalogue.imports.doubts import Doubtful
from marketplace.catalogue.imports.prices import read_price, read_thousands
from marketplace.catalogue.imports.stars import read_stars
from marketplace.catalogue.imports.tax_codes import read_tax_code
from marketplace.catalogue.vocabulary import months_mask
from marketplace.core.emails import parse_email
from marketplace.core.errors import Refused
from marketplace.core.text import (
    Every,
    TextRefused,
    fold,
    normalise,
    normalise_lines,
    parse_phones,
    parse_quantity,
)
from marketplace.core.texts import N_

# Characters that the tables have room for; PostgreSQL refuses more, SQLite would not notice.
LONGEST = {
    "name": 200, "name_en": 200, "supplier": 200, "seller": 200, "representative": 120, "decision": 60,
    "decision_1": 60, "decision_2": 60, "issuer": 200, "issuer_1": 200, "issuer_2": 200, "origin": 300,
    "ingredients": 500, "storage": 300, "description": 5000, "description_en": 5000,
}  # fmt: skip
_NOTHING = {"", "-", "--", "—", "–", "/", ".", "…", "...", "không", "không có", "không rõ", "chưa có", "0", "k", "ko",
            "x", "n/a", "na", "null", "none"}  # fmt: skip
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|#+)", re.IGNORECASE)
_DAY = re.compile(r"[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PHONES = re.compile(r"(?<![0-9])(?:\+?84|0)[1-9](?:[ .()-]{0,2}[0-9]){7,9}(?![0-9])")
_PHONE_LABELS = re.compile(r"\b(?:hoặc|và|zalo|đt|đtdđ|sđt|tel|điện thoại|di động|hotline)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2}")
_MONTHS_OF = {Every.ONCE: 1, Every.MONTH: 1, Every.QUARTER: 3, Every.YEAR: 12}
_LINES = {"description", "description_en"}  # longer texts keep their lines; everything else stands on one
# Columns that say the same few things over and over; names and telephones are not kept in memory.
_REPEATED = {
    "kind", "commune", "district", "province", "sector", "class_text", "stars", "stars_1", "stars_2", "decision",
    "decision_1", "decision_2", "issued", "issued_1", "issued_2", "year", "year_1", "year_2", "expires", "issuer",
    "issuer_1", "issuer_2", "price", "price_to", "price_thousands", "unit", "pack", "net", "least", "capacity",
    "season",
}  # fmt: skip
LOST = "\ufffd"  # what programs put for a letter that they couldn't read
_REMEMBERED = 60  # characters

BROKEN = N_("Ô này bị lỗi %(text)s trong bảng tính, nên coi như trống.")
LOST_LETTERS = N_("Chữ trong ô đã hỏng: “%(text)s”. Xin gõ lại ô này.")
NOT_MONTHLY = N_("Sản lượng cần tính theo tháng, quý hoặc năm, bằng kg, tạ hay tấn.")
LOOKS_LIKE_A_DAY = N_("Số quyết định “%(text)s” giống một ngày: bảng tính có thể đã tự đổi số thành ngày.")
NO_MONTHS = N_("Chưa rõ tháng nào có hàng (“%(text)s”): xin ghi như “9-4” hoặc “quanh năm”.")
PHONE_IN_WORDS = N_("Ô này có chữ bên cạnh số (“%(text)s”); chỉ lấy số.")
MORE_PHONES = N_("Ô này có %(count)s số; lấy số đầu.")


@dataclass(frozen=True)
class Said:
    """What a cell says; or ``refusal``: why it can't be read, and what is strange though it can (message, params)."""

    value: Any = None
    refusal: tuple[str, dict[str, object]] | None = None
    doubt: tuple[str, dict[str, object]] | None = None


def read_cell(name: str, cell: str) -> Said:
    """What a cell of the column ``name`` says; nothing of it where nothing is meant."""
    return _remembered(name, cell) if name in _REPEATED and len(cell) <= _REMEMBERED else _read(name, cell)


def _read(name: str, cell: str) -> Said:
    text = normalise(cell)
    if text.casefold() in _NOTHING:
        return Said()
    if _ERROR.fullmatch(text):
        return Said(doubt=(BROKEN, {"text": text}))
    if LOST in text:
        return Said(refusal=(LOST_LETTERS, {"text": text[:40]}))
    try:
        value = _READERS.get(name, _itself)(cell if name in _LINES else text)
    except (TextRefused, Refused) as error:
        return Said(refusal=(error.message, error.params))
    if isinstance(value, Doubtful):
        return Said(value.value, doubt=(value.message, value.params))
    return Said(value)


_remembered = lru_cache(maxsize=20_000)(_read)


def _itself(text: str) -> str:
    return text


def _decision(text: str) -> str | Doubtful:
    return Doubtful(text, LOOKS_LIKE_A_DAY, {"text": text}) if _DAY.fullmatch(text) else text


def _phone(text: str) -> str | Doubtful:
    """The first number of a cell, also where it says beside each whose it is: "0900 000 021 (bà Lan)"."""
    written = _PHONES.findall(text)
    numbers = parse_phones("/".join(written) if written and _WORD.search(text) else text)
    if len(numbers) > 1:
        return Doubtful(numbers[0], MORE_PHONES, {"count": len(numbers)})
    says_more = written and _WORD.search(_PHONE_LABELS.sub("", text))
    return Doubtful(numbers[0], PHONE_IN_WORDS, {"text": text[:40]}) if says_more else numbers[0]


def _monthly_grams(text: str) -> int:
    """Grams a month, of "3 tấn", "3 tấn/tháng" or "36 tấn mỗi năm"."""
    quantity = parse_quantity(text)
    months = _MONTHS_OF.get(quantity.every)
    if quantity.grams is None or months is None or quantity.grams < months:
        raise Refused(NOT_MONTHLY)
    return quantity.grams // months


def _season(text: str) -> int | Doubtful:
    """ "9-4", "tháng 3, 5", "quanh năm" → the mask of months; words that name no month say nothing of them."""
    key = fold(text)
    if "quanh nam" in key or "ca nam" in key:
        return months_mask(range(1, 13))
    months: set[int] = set()
    for first, last in re.findall(r"(\d{1,2})(?:\s*(?:-|–|đến|den)\s*(?:tháng\s*)?(\d{1,2}))?", text):
        start, end = int(first), int(last or first)
        if not (1 <= start <= 12 and 1 <= end <= 12):
            return Doubtful(None, NO_MONTHS, {"text": text[:40]})
        months.update((month - 1) % 12 + 1 for month in range(start, (end if end >= start else end + 12) + 1))
    return months_mask(months) if months else Doubtful(None, NO_MONTHS, {"text": text[:40]})


_READERS: dict[str, Callable[[str], Any]] = {
    "stars": read_stars,
    "stars_1": read_stars,
    "stars_2": read_stars,
    "decision": _decision,
    "decision_1": _decision,
    "decision_2": _decision,
    "issued": read_day,
    "issued_1": read_day,
    "issued_2": read_day,
    "year": read_year,
    "year_1": read_year,
    "year_2": read_year,
    "expires": read_end,
    "price": read_price,
    "price_to": read_price,
    "price_thousands": read_thousands,
    "phone": _phone,
    "email": parse_email,
    "tax_code": read_tax_code,
    "least": parse_quantity,
    "capacity": _monthly_grams,
    "season": _season,
    "description": normalise_lines,
    "description_en": normalise_lines,
}
