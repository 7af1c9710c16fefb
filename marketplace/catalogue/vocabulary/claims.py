"""Words of a product that an officer should look at: claims that need proof, cures, telephone numbers.

Superlatives want proof (Luật 75/2025/QH15 on advertising); goods of the medicinal sets may not promise a cure, and set
III.1 must say that it is no medicine (DOMAIN section 7).
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from marketplace.core.text import exact_key
from marketplace.core.texts import N_

FlagKind = Literal["proof", "cure", "phone"]

NO_MEDICINE_CLASS = "III.1"
NO_MEDICINE = N_("Sản phẩm này không phải là thuốc, không có tác dụng thay thế thuốc chữa bệnh.")

FLAG_WORDS: dict[FlagKind, str] = {
    "proof": N_("“%(words)s” cần có giấy tờ chứng minh, nếu không có thì nên bỏ."),
    "cure": N_("“%(words)s” là lời hứa chữa bệnh, không được viết cho hàng bán."),
    "phone": N_("Số “%(words)s”: đừng viết số điện thoại ở đây, khách đã thấy nút Gọi và Zalo."),
}
_PROOF = ("duy nhất", "số một", "số 1", "hàng đầu", "top 1", "nhất")
_CURES = ("chữa khỏi", "điều trị dứt điểm", "trị dứt điểm", "chữa dứt điểm", "khỏi hẳn", "đặc trị", "thần dược")
# "nhất" that is no superlative.
_HARMLESS = (
    "thứ nhất",
    "thống nhất",
    "nhất định",
    "nhất là",
    "ít nhất",
    "nhất thiết",
    "hợp nhất",
    "đồng nhất",
    "nhất quán",
)
_PHONE = re.compile(r"(?<![\d.,])(?:\+?84|0)(?:[ .\-]?\d){8,10}(?!\d)")


@dataclass(frozen=True)
class Flag:
    """One thing to look at, and the words that it stands for."""

    kind: FlagKind
    words: str


def flags_of(*texts: str | None) -> tuple[Flag, ...]:
    """What an officer should look at in these texts, each once."""
    found: dict[Flag, None] = {}
    for text in filter(None, texts):
        key = f" {exact_key(text.replace(NO_MEDICINE, ''))} "
        for harmless in _keys(_HARMLESS).values():
            key = key.replace(f" {harmless} ", " … ")
        for kind, phrases in (("proof", _PROOF), ("cure", _CURES)):
            for phrase, wanted in _keys(phrases).items():
                if f" {wanted} " in key:
                    key = key.replace(f" {wanted} ", " … ")
                    found[Flag("proof" if kind == "proof" else "cure", phrase)] = None
        for number in _PHONE.finditer(text):
            found[Flag("phone", number[0].strip())] = None
    return tuple(found)


@cache
def _keys(phrases: tuple[str, ...]) -> dict[str, str]:
    return {phrase: exact_key(phrase) for phrase in phrases}
