"""Texts typed in the fonts of before Unicode: TCVN3 (.VnTime, also called ABC) and VNI-Windows.

Such a font draws Vietnamese letters where others have western ones: every other program shows "Tªn s¶n phÈm" then. The
tables are those of TCVN 5712:1993 (VN3) and of the two-byte code page of VNI.
"""

import re
import unicodedata
from collections.abc import Callable

from marketplace.catalogue.imports.reading_file.vietnamese import plausibility

Conversion = Callable[[str], str]

# Where VN3 has its letters: runs of codes, and what stands there.
_VN3_RUNS = {
    0xA1: "ĂÂÊÔƠƯĐăâêôơưđ",
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_VN3 = {first + place: letter for first, letters in _VN3_RUNS.items() for place, letter in enumerate(letters)}
# VNI: a plain letter and after it a sign for its mark and tone, or a tone alone; some letters have no sign.
_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323", "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_ALONE = {"í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "ô": "ơ", "ö": "ư", "î": "ỵ", "ñ": "đ"}
_VNI = re.compile(f"([aeouyôö])([{''.join(_MARKS)}])|([{''.join(_ALONE)}])", re.IGNORECASE)


def from_vn3(text: str) -> str:
    """Read western letters as those that a .VnTime font draws in their place."""
    return text.translate(_VN3)


def from_vni(text: str) -> str:
    """Read western letters as those that a VNI font draws in their place."""
    return unicodedata.normalize("NFC", _VNI.sub(_from_vni, text))


def _from_vni(found: re.Match[str]) -> str:
    if found[3]:
        return _as(found[3], _ALONE[found[3].lower()])
    return _as(found[1], _ALONE.get(found[1].lower(), found[1].lower())) + _MARKS[found[2].lower()]


def _as(pattern: str, letter: str) -> str:
    return letter.upper() if pattern.isupper() else letter


def best_conversion(text: str) -> Conversion:
    """The one by which more of a text's words are Vietnamese."""
    return max((from_vn3, from_vni), key=lambda conversion: plausibility(conversion(text)))
