"""Letters of before Unicode, written: the font of TCVN 5712:1993 (.VnTime) and windows-1258."""

import unicodedata

from marketplace.catalogue.imports.reading_file.old_fonts import from_vn3

_TONES = "\u0300\u0309\u0303\u0301\u0323"
# The font has small letters alone; its capitals were another font, so lists in capitals of it are rare.
_VN3 = {from_vn3(chr(code)): chr(code) for code in range(0xA1, 0xFF)}


def in_vn3(text: str) -> bytes:
    """As .VnTime has it; accented capitals that the font lacks become small, as people had to type them."""
    plain = unicodedata.normalize("NFC", text).replace("–", "-")
    known = (char if char.isascii() else _VN3.get(char) or _VN3[char.lower()] for char in plain)
    return "".join(known).encode("latin-1")


def in_windows_1258(text: str) -> bytes:
    """Letters that the page lacks are a letter and its tone."""
    return b"".join(map(_letter, unicodedata.normalize("NFC", text)))


def _letter(char: str) -> bytes:
    try:
        return char.encode("cp1258")
    except UnicodeEncodeError:
        letters = unicodedata.normalize("NFD", char)
        tone = next(mark for mark in letters if mark in _TONES)
        return (unicodedata.normalize("NFC", letters.replace(tone, "")) + tone).encode("cp1258")
