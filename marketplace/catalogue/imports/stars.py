"""Stars as lists write them; only 3 to 5 come with a certificate (Quyết định 26/2026/QĐ-TTg, Điều 4)."""

import re

from marketplace.catalogue.imports.doubts import Doubtful
from marketplace.core.errors import Refused
from marketplace.core.text import fold
from marketplace.core.texts import N_

BAD_STARS = N_("Hạng sao phải là 3, 4 hoặc 5; ở đây ghi “%(text)s”.")
LOW_STARS = N_(
    "%(stars)s sao là kết quả chấm nội bộ, không có giấy chứng nhận: chỉ ghi từ 3 sao "
    "(Quyết định 26/2026/QĐ-TTg). Xin để trống ô này."
)
POTENTIAL = N_("“%(text)s”: tiềm năng chưa phải là sao, nên ô này chưa tính là sao.")

_SIGNS = "*★☆⭐✩✪"
_BESIDE_WORD = re.compile(rf"([0-9]+)\s*(?:sao\b|[{_SIGNS}])", re.IGNORECASE)
_SEVERAL = re.compile(
    rf"[1-5]\s*(?:sao|[{_SIGNS}])?\s*(?:[-–/,→>]+|hoặc|hay|đến|và|lên)\s*[1-5]\s*(?:sao\b|[{_SIGNS}])", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_SPELT = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5}
_SPELT_OUT = re.compile(rf"\b({'|'.join(_SPELT)}) sao\b")
_NONE_YET = {"chua", "chua xep hang", "chua danh gia", "chua co", "chua phan hang", "khong dat", "chua dat"}


def read_stars(text: str) -> int | Doubtful | None:
    """3, "3*", "***", "3 sao", "Hạng 4", "OCOP 4 sao năm 2023", "ba sao"; 0 is none, and so is a potential.

    Raises Refused for 1 and 2, and for what names no one number.
    """
    key = fold(text)
    if key in _NONE_YET:
        return None
    if "tiem nang" in key:
        return Doubtful(None, POTENTIAL, {"text": text[:40]})
    stars = _number(text, key)
    if stars == 0:
        return None
    if stars in (1, 2):
        raise Refused(LOW_STARS, stars=stars)
    if stars is None or stars > 5:
        raise Refused(BAD_STARS, text=text[:40])
    return stars


def standard_stars(text: str) -> int | None:
    """The stars that a standard claims: the 4 of "Ocop.4"; None where it claims none."""
    found = re.search(r"\bocop\s*([345])\b|\b([345]) sao\b", fold(text))
    return int(found[1] or found[2]) if found else None


def _number(text: str, key: str) -> int | None:
    if _SEVERAL.search(text):
        return None
    named = _BESIDE_WORD.findall(text) or re.findall(r"[0-9]+", _YEAR.sub(" ", text))
    if named:
        return int(named[0]) if len(set(named)) == 1 and len(named[0]) < 3 else None
    spelt = _SPELT_OUT.search(key)
    if spelt:
        return _SPELT[spelt[1]]
    signs = sum(text.count(sign) for sign in _SIGNS)
    return signs or None
