"""A text file's bytes → its text, in whichever of the encodings that Vietnamese files come in."""

import re
import unicodedata
from contextlib import suppress

from marketplace.catalogue.imports.reading_file.old_fonts import from_vn3, from_vni
from marketplace.catalogue.imports.reading_file.vietnamese import plausibility
from marketplace.catalogue.imports.reading_file.wrong_files import NO_LIST, UNKNOWN_LETTERS
from marketplace.core.errors import Refused
from marketplace.core.texts import N_

BROKEN = N_("Vài chữ trong tệp đã hỏng, ví dụ ở dòng %(line)s. Xin mở tệp gốc, lưu lại thành .xlsx rồi gửi.")

LOST_LETTERS = N_(
    "Chữ có dấu trong tệp đã mất, thành dấu “?”. Xin mở tệp gốc, lưu thành .xlsx hoặc “CSV UTF-8” rồi gửi lại."
)

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")  # 1A ended files in DOS
# What windows-1252 has where latin-1 has controls; programs use either.
_WINDOWS_ONLY = {
    ord(bytes([code]).decode("cp1252")): code
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
_LOST = re.compile(r"[^\W\d_]\?[^\W\d_]")
_MOST_LOST = 4  # question marks within words; an address of the web has one too
_LOOKED_AT = 20_000  # bytes
_LEAST_PLAUSIBLE = 0.6  # share of the accented words that are Vietnamese syllables


def decoded(content: bytes) -> str:
    """Decode by byte order mark, else as UTF-16, UTF-8, windows-1258 or an old font's encoding, as it reads best.

    Raises Refused for pictures and the like (their control characters give them away), for letters that are broken,
    and where no encoding gives Vietnamese words.
    """
    text = _in_unicode(content)
    if _CONTROLS.search(content.decode("latin-1") if text is None else text):
        raise Refused(NO_LIST)
    if text is None:
        text = _in_eight_bits(content)
    if len(_LOST.findall(text)) > max(_MOST_LOST, len(text.split()) / 50):
        raise Refused(LOST_LETTERS)
    return text.rstrip("\x1a")


def _in_unicode(content: bytes) -> str | None:
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), None) or _silent_utf_16(content)
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding or _is_mostly_utf_8(content):
            raise Refused(BROKEN, line=content[: error.start].count(b"\n") + 1) from error
        return None
    return text if text.isascii() else _undone(text)


def _silent_utf_16(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of a table's signs and plain letters is zero."""
    looked_at = content[:_LOOKED_AT]
    even, odd = looked_at[::2].count(0), looked_at[1::2].count(0)
    pairs = max(len(looked_at) // 2, 1)
    if len(content) % 2 or max(even, odd) < 0.4 * pairs or min(even, odd) > 0.05 * pairs:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_mostly_utf_8(content: bytes) -> bool:
    """A few spoilt bytes among letters of UTF-8; in an eight-bit text nearly all letters would be wrong."""
    text = content.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    return sum(not char.isascii() for char in text) - wrong > 5 * wrong


def _undone(text: str) -> str:
    """Undo what a program did that took UTF-8 for windows-1252 and saved it so ("TÃªn" is "Tên")."""
    try:
        return text.translate(_WINDOWS_ONLY).encode("latin-1").decode("utf-8").removeprefix("\ufeff")
    except UnicodeError:
        return text


def _in_eight_bits(content: bytes) -> str:
    """The reading in which the most accented words are Vietnamese."""
    latin = content.decode("latin-1")
    readings = [from_vn3(latin), from_vni(latin)]
    with suppress(UnicodeDecodeError):
        readings.insert(0, unicodedata.normalize("NFC", content.decode("cp1258")))
    best = max(readings, key=plausibility)
    if plausibility(best) < _LEAST_PLAUSIBLE:
        raise Refused(UNKNOWN_LETTERS)
    return best
