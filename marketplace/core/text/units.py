"""Units of amount and the many ways in which people spell them."""

from decimal import Decimal

from marketplace.core.text.keys import exact_key, fold
from marketplace.core.text.numerals import round_half_up
from marketplace.core.texts import in_english

GRAMS = {"g": 1, "lạng": 100, "kg": 1000, "yến": 10_000, "tạ": 100_000, "tấn": 1_000_000}
MILLILITRES = {"ml": 1, "lít": 1000}
CONTAINERS = (
    "gói", "túi", "hộp", "hũ", "lọ", "chai", "bịch", "vỉ", "thùng", "bao", "lon", "bình", "khay", "can",
    "tuýp", "ống", "giỏ", "kiện", "set", "combo", "bộ", "lốc", "phần", "suất",
)  # fmt: skip
PIECES = (
    "bó", "quả", "trái", "con", "cây", "cái", "chiếc", "củ", "viên", "bánh", "cuộn", "tấm", "mét", "cặp",
    "đôi", "chục", "tá", "nải", "buồng", "xâu", "bông", "bát", "lá", "sản phẩm",
)  # fmt: skip
UNITS = (*GRAMS, *MILLILITRES, *CONTAINERS, *PIECES)

_ALIASES = {
    "kg": "cân, kí, ki, kilo, kilogram, kilogam, kí lô, ki lô, kgs, kilôgam",
    "g": "gr, gram, gam, grs, grams",
    "ml": "mililit, mililít, mls",
    "lít": "l, lit, litre, lt",
    "sản phẩm": "sp",
    "suất": "xuất",
    "hũ": "hủ",
}
# How English names what Vietnamese pages call by the standard name; any other unit keeps that.
_ENGLISH = {
    "lạng": "× 100 g", "yến": "× 10 kg", "tạ": "× 100 kg", "tấn": "t", "lít": "l", "gói": "pack", "túi": "bag",
    "hộp": "box", "hũ": "jar", "lọ": "jar", "chai": "bottle", "bịch": "bag", "vỉ": "tray", "thùng": "crate",
    "bao": "sack", "lon": "can", "bình": "flask", "khay": "tray", "can": "canister", "tuýp": "tube", "ống": "tube",
    "giỏ": "basket", "kiện": "bale", "bộ": "set", "lốc": "multipack", "phần": "portion", "suất": "portion",
    "bó": "bunch", "quả": "fruit", "trái": "fruit", "con": "head", "cây": "plant", "cái": "piece", "chiếc": "piece",
    "củ": "root", "viên": "piece", "bánh": "cake", "cuộn": "roll", "tấm": "sheet", "mét": "m", "cặp": "pair",
    "đôi": "pair", "chục": "× 10", "tá": "dozen", "nải": "hand", "buồng": "bunch", "xâu": "string", "bông": "flower",
    "bát": "bowl", "lá": "leaf", "sản phẩm": "piece",
}  # fmt: skip
# Typed without accents these are more than one unit: what a farm sells comes first.
_PLAIN = {"ta": "tạ", "bo": "bó", "lo": "lọ", "qua": "quả", "cu": "củ", "la": "lá"}


def find_unit(text: str) -> str | None:
    """Give the standard name of a unit: "Gr" → "g", "kí" and "cân" → "kg", "goi" → "gói"; None if unknown."""
    return _BY_KEY.get(exact_key(text)) or _BY_FOLD.get(fold(text))


def unit_spelt(text: str) -> str | None:
    """Give the standard name of a unit spelt with its own accents: "Túi" → "túi"; None for "lợn", which is no "lon"."""
    return _BY_KEY.get(exact_key(text))


def unit_name(unit: str) -> str:
    """Name a standard unit to the reader: itself, or "t" and "pack" in English."""
    return _ENGLISH.get(unit, unit) if in_english() else unit


def to_grams(amount: Decimal, unit: str) -> int | None:
    """Give the mass of `amount` of a standard unit in whole grams, half up; None where it has none."""
    return int(round_half_up(amount * GRAMS[unit])) if unit in GRAMS else None


def to_millilitres(amount: Decimal, unit: str) -> int | None:
    """Give the volume of `amount` of a standard unit in whole ml, half up; None where it has none."""
    return int(round_half_up(amount * MILLILITRES[unit])) if unit in MILLILITRES else None


def _spellings() -> dict[str, str]:
    names = {unit: unit for unit in UNITS if unit != "can"}
    for unit, others in _ALIASES.items():
        names.update(dict.fromkeys(others.split(", "), unit))
    return names


_BY_KEY = {exact_key(name): unit for name, unit in _spellings().items()}
_BY_FOLD = {fold(name): unit for name, unit in reversed(_spellings().items())} | _PLAIN
