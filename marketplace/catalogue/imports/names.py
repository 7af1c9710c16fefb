"""Names as shops and offices type them: without the signs around them, and a producer's apart from its address."""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from html import unescape

from marketplace.core.text import TextRefused, normalise, parse_phones

_EDGES = " \t_-–—,;:*•·+#|/~=>.…"  # bullets and dashes that lists are typed with
_ENDS = " \t_-–—,;:•·|/~=>"
_AROUND = _ENDS + ".()"
_UNDERSCORES = re.compile(r"\s*_+\s*")
_TAGS = re.compile(r"</?[a-z][^<>]{0,100}>", re.IGNORECASE)
_PICTOGRAPHS = re.compile("[\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")  # what changes the sign before it
_UNIT = (
    r"thôn|bản|ấp|xóm|buôn|bon|khu phố|tổ dân phố|tdp|tổ|số nhà|số|phường|xã|thị trấn|tt|huyện|quận|thị xã"
    r"|thành phố|tp|tỉnh"
)
_ADDRESS = re.compile(
    rf"\s*(?:[,;]|\s[-–—]|\()\s*(?:(?:địa chỉ|đ/c|đc|trụ sở)\s*:?\s*|(?=(?:{_UNIT})\b[.\s]))(?P<address>.+)$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"(?:xã|phường|thị trấn)\s+(?!hội\b|đoàn\b|viên\b)\S", re.IGNORECASE)
_PHONE = re.compile(
    r"[\s,;(–—-]*(?:\(?\b(?:số\s+)?(?:đt|sđt|đtdđ|điện thoại|tel|zalo|hotline|liên hệ|lh)\b\s*[:.]?\s*)?"
    r"(?P<numbers>(?:\+?84|0)[0-9][0-9 .()-]{6,}[0-9](?:\s*[-/,;]\s*(?:\+?84|0)[0-9][0-9 .()-]{6,}[0-9])*)\s*\)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Named:
    """What a cell says that should name a producer; ``name`` is empty where it says a place alone, ``phones`` E.164."""

    name: str
    address: str = ""
    phones: tuple[str, ...] = ()


def tidy_name(text: str) -> str:
    """A name without what is only typed around it: "_Mắm ruốc_200g" → "Mắm ruốc – 200g"; pictographs and HTML go too.

    A name that is nothing else stays as it is.
    """
    plain = _PICTOGRAPHS.sub("", _TAGS.sub(" ", unescape(text)))
    kept = "".join(" " if unicodedata.category(char) == "So" and char not in "°®©™" else char for char in plain)
    name = normalise(_UNDERSCORES.sub(" – ", kept.lstrip(_EDGES).rstrip(_ENDS)))
    return name.lstrip(_EDGES).rstrip(_ENDS) or text


def part_producer(text: str) -> Named:
    """ "HTX Hồng Luân, xã Tân Lập, huyện Chợ Đồn – ĐT 0900 000 012" → its name, address and telephones.

    Only what calls itself an address or a telephone is one: "HTX Dịch vụ, nông nghiệp xã Tân Lập" is a name.
    """
    phones: tuple[str, ...] = ()
    found = _PHONE.search(text)
    if found and found.start():
        with suppress(TextRefused):  # a number that nobody can ring is no telephone, so it stays where it was
            phones, text = tuple(parse_phones(found["numbers"])), text[: found.start()]
    if _NO_NAME.match(text):
        return Named("", text.strip(_AROUND), phones)
    address = _ADDRESS.search(text)
    if not address or not address.start():
        return Named(tidy_name(text), phones=phones)
    said = address["address"].strip(_AROUND)
    return Named(tidy_name(text[: address.start()]), said, phones)
