"""Cuts what was written into pieces of which each should name one unit, or several in a row."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from marketplace.core.text import exact_key, fold, normalise

# Signs, and words that part as signs do; "cũ" only says which era is meant, and the names tell that themselves.
SEPARATORS = re.compile(
    r"[,;:()\[\]{}|/\n\t]"
    r"|(?<!\w)(?<!thân )(?:thuộc|nay là|nay thuộc|trước đây là|trước là|trước|ở|tại|cũ|mới(?=\s*\)))(?!\w)"
    r"|(?<!\w)(?:việt nam|viet nam|vietnam|vn)(?!\w)",
    re.IGNORECASE,
)
_DASH = re.compile(r"\s*[-–—]+\s*")
# A kind inside a piece begins a new one; only with its accents or a point, for "ha tinh" must not become "ha, tinh".
# A cooperative ("hợp tác xã") doesn't, nor do the names that end with such a word: Tứ Xã, Tân Xã, Thượng Quận …
_INNER_KIND = re.compile(
    r"(?<!thị)(?<!hợp tác)(?<!tứ)(?<!tân)(?<!thượng)(?<!trị)(?<!phước)\s"
    r"(?=(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|(?:tp|tt|tx|x|p|q|h|t)\.)\s?\S)",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<!\w)(tp|tx|tt|[qpf])(?=\d|(?:hcm|hn)(?!\w))", re.IGNORECASE)
_LEADING_ZERO = re.compile(r"0+(?=\d)")
_LONG_NUMBER = re.compile(r"\d{5,}")  # postal codes and telephones
# Whether a dash between these two ends of words stands inside a name.
DashTest = Callable[[str, str], bool]
_MOST_WORDS_BESIDE_DASH = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words in a row, each with and without its accents; ``is_capital`` of letters that stand for a name.

    ``has_accents`` where the whole text was written with accents, so that a word without any means what it says.
    """

    exact: tuple[str, ...]
    folded: tuple[str, ...]
    is_capital: bool
    has_accents: bool

    def __len__(self) -> int:
        return len(self.folded)

    def key(self, start: int, end: int) -> str:
        """These words as names are looked up."""
        return " ".join(self.folded[start:end])


def pieces_of(text: str, is_dashed: DashTest, *, has_accents: bool) -> Iterator[Piece]:
    """The pieces of a text in their order. ``is_dashed`` knows names that have a dash in them."""
    for stretch in SEPARATORS.split(text):
        for inner in _INNER_KIND.split(_GLUED.sub(r"\1 ", normalise(stretch))):
            for words in _joined(_DASH.split(inner), is_dashed):
                if piece := _piece(words, has_accents):
                    yield piece


def _joined(parts: list[str], is_dashed: DashTest) -> list[str]:
    """Put together again what a dash inside a name has parted: "Bà Rịa", "Vũng Tàu"."""
    joined = parts[:1]
    for part in parts[1:]:
        if _meet(joined[-1], part, is_dashed):
            joined[-1] = f"{joined[-1]} {part}"
        else:
            joined.append(part)
    return joined


def _meet(left: str, right: str, is_dashed: DashTest) -> bool:
    before, after = fold(left).split(), fold(right).split()
    return any(
        is_dashed(" ".join(before[-last:]), " ".join(after[:first]))
        for last in range(1, min(_MOST_WORDS_BESIDE_DASH, len(before)) + 1)
        for first in range(1, min(_MOST_WORDS_BESIDE_DASH, len(after)) + 1)
    )


def _piece(words: str, has_accents: bool) -> Piece | None:
    exact = [_LEADING_ZERO.sub("", word) for word in exact_key(words).split()]
    while exact and _LONG_NUMBER.fullmatch(exact[-1]):
        exact.pop()
    if not exact:
        return None
    return Piece(tuple(exact), tuple(map(fold, exact)), words.strip(" .").isupper(), has_accents)
