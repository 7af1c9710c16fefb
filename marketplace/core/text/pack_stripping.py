"""The name of a product without the size of its pack."""

import re

from marketplace.core.text.characters import normalise
from marketplace.core.text.units import CONTAINERS, PIECES

# Containers whose word, accented or not, is hardly ever the end of a product's own name. Bình (Thái Bình), bao
# (bánh bao), lon (lợn without accents), ống (mật ong) and bộ (thịt bò) are, so they stay.
_HOLDERS = r"(?:gói|goi|túi|tui|hộp|hop|hũ|hủ|hu|lọ|chai|bịch|bich|thùng|thung|khay)"
_SIZE = r"[0-9]+(?:[.,][0-9]+)*\s*(?:kilogram|kilo|kgs?|grams?|gram|gam|grs?|g|ml|lít|lit|l|lạng)(?![^\W_])"
_PIECE = rf"(?:{'|'.join(sorted((*CONTAINERS, *PIECES), key=len, reverse=True))})(?:\s+lọc)?(?![^\W_])"
_COUNT = rf"(?:[0-9]+\s*[-–]\s*)?[0-9]+\s*{_PIECE}"
_TIMES = r"\s*[x×*]\s*"
_PER = r"(?:\s*/\s*[^\W\d_]+)"
_PACK = (
    rf"(?:(?:{_HOLDERS}\s*/?\s*){{0,2}}(?:{_COUNT}(?:{_TIMES}|\s*/\s*|\s+){_SIZE}{_PER}?|{_SIZE}(?:{_TIMES}[0-9]+(?:\s*{_PIECE})?)?{_PER}?)"
    rf"|{_HOLDERS}\s*{_COUNT}|{_COUNT}{_PER})"
)
_IN_BRACKETS = re.compile(rf"\s*[(\[]\s*(?:{_PACK}|{_COUNT})\s*[)\]]", re.IGNORECASE)
_OPEN = re.compile(rf"(?:\s*[-–,;:|/]\s*|\s+|^)(?<![\w.,]){_PACK}", re.IGNORECASE)
_RUN_TOGETHER = re.compile(r"(?<=[^\W\d_]{2})(?=[0-9])")  # "hộp100g"
# What is left of "(Combo 2 hộp 500g)" and "– chai – 50ml".
_LEFT = re.compile(rf"\s*[(\[]\s*(?:combo)?\s*[)\]]|\s*[-–,]\s*(?:combo|{_HOLDERS})(?=\s*(?:[-–]|$))", re.IGNORECASE)


def strip_pack(name: str) -> str:
    """Take pack sizes off a product's name: "Bún khô 500g" → "Bún khô", "Nem - 120g/cái" → "Nem".

    A name that is nothing but a pack stays.
    """
    whole = normalise(name)
    bare = _OPEN.sub("", _IN_BRACKETS.sub("", whole))
    if bare != whole:
        bare = _LEFT.sub("", bare)
    return normalise(bare.strip(" -–,;:|/")) or whole


def pack_in(name: str) -> str:
    """What a product's name says of its pack, as it is written there: "Nem (gói 500 g)" → "gói 500 g"; else "".

    A word elsewhere in the name is no container of it, whatever it reads like: Bình Định, giò, lợn.
    """
    whole = normalise(name)
    found = _IN_BRACKETS.search(whole) or _OPEN.search(whole)
    return _RUN_TOGETHER.sub(" ", found.group().strip(" -–,;:|/()[]")) if found else ""
