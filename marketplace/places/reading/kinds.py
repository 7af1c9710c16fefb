"""Words that say what stands after them: kinds of units with their abbreviations, and hamlets, streets, houses."""

from collections.abc import Iterator
from typing import NamedTuple

from marketplace.core.text import exact_key
from marketplace.places.vocabulary import Level

_COMMUNE, _DISTRICT, _PROVINCE = frozenset({Level.COMMUNE}), frozenset({Level.DISTRICT}), frozenset({Level.PROVINCE})


class Kind(NamedTuple):
    """A kind as units bear it, and the levels that have such units."""

    name: str
    levels: frozenset[str]

    def is_written_out(self, words: tuple[str, ...]) -> bool:
        """Whether these words are the kind itself, with its accents, and no abbreviation."""
        return exact_key(self.name) == " ".join(words)

    def may_be(self, level: str, kind: str) -> bool:
        """Whether people may call such a unit so: kinds of one level are mixed up, but a city is no other province."""
        return level in self.levels and not (level == Level.PROVINCE and self is _THANH_PHO and kind != self.name)


_XA, _PHUONG, _THI_TRAN = Kind("xã", _COMMUNE), Kind("phường", _COMMUNE), Kind("thị trấn", _COMMUNE)
_DAC_KHU = Kind("đặc khu", _COMMUNE)
_HUYEN, _QUAN, _THI_XA = Kind("huyện", _DISTRICT), Kind("quận", _DISTRICT), Kind("thị xã", _DISTRICT)
_THANH_PHO, _TINH = Kind("thành phố", _DISTRICT | _PROVINCE), Kind("tỉnh", _PROVINCE)

# As written, with accents; without any they are understood as well where a name follows.
_WORDS = {
    "xã": _XA,
    "xã đảo": _XA,
    "x": _XA,
    "phường": _PHUONG,
    "ph": _PHUONG,
    "p": _PHUONG,
    "f": _PHUONG,
    "thị trấn": _THI_TRAN,
    "ttr": _THI_TRAN,
    "tt": _THI_TRAN,
    "t t": _THI_TRAN,
    "đặc khu": _DAC_KHU,
    "huyện": _HUYEN,
    "huyện đảo": _HUYEN,
    "h": _HUYEN,
    "quận": _QUAN,
    "q": _QUAN,
    "thị xã": _THI_XA,
    "tx": _THI_XA,
    "t x": _THI_XA,
    "thành phố": _THANH_PHO,
    "tp": _THANH_PHO,
    "t p": _THANH_PHO,
    "tỉnh": _TINH,
    "t": _TINH,
}
_BY_FOLDED = {
    "xa dao": "xã đảo",
    "xa": "xã",
    "phuong": "phường",
    "thi tran": "thị trấn",
    "dac khu": "đặc khu",
    "huyen dao": "huyện đảo",
    "huyen": "huyện",
    "quan": "quận",
    "thi xa": "thị xã",
    "thanh pho": "thành phố",
    "tinh": "tỉnh",
}

# What is smaller than a commune, and has a name or number of its own after it. Folded.
_HAMLETS = {"thon", "ban", "ap", "xom", "khom", "to", "to dan pho", "tdp", "khu", "khu pho", "kp", "khu vuc", "kv"}
_HAMLETS |= {"khu dan cu", "kdc", "tieu khu", "tk", "lang", "buon", "bon", "plei", "phum", "soc", "doi", "cum"}
_STREETS = {"duong", "pho", "ngo", "ngach", "hem", "kiet", "so", "so nha", "sn", "lo", "lo dat", "thua dat", "tang"}
_STREETS |= {
    "toa nha",
    "quoc lo",
    "ql",
    "tinh lo",
    "tl",
    "huong lo",
    "hl",
    "dai lo",
    "xa lo",
    "km",
    "khu do thi",
    "kdt",
}
_STREETS |= {"khu cong nghiep", "kcn", "cum cong nghiep", "ccn"}
_MOST_WORDS = 3


def kinds_at(exact: tuple[str, ...], folded: tuple[str, ...], start: int) -> Iterator[tuple[Kind, int]]:
    """Kinds that begin at this word, with the number of their words, the longest first.

    A word with other accents than the kind's is none.
    """
    for length in (2, 1):
        written, plain = " ".join(exact[start : start + length]), " ".join(folded[start : start + length])
        kind = _WORDS.get(written) or (_WORDS[_BY_FOLDED[plain]] if written == plain in _BY_FOLDED else None)
        if kind and start + length <= len(exact):
            yield kind, length


def own_words(folded: tuple[str, ...]) -> tuple[int, int] | None:
    """Of words that begin with a hamlet, street or house: how many say so, and how many its own name needs at least.

    None where they begin with something else. A hamlet may bear one word, a street two.
    """
    number = 1 if folded[0][0].isdigit() else 0
    rest = folded[number:]
    for length in range(min(_MOST_WORDS, len(rest)), 0, -1):
        said = " ".join(rest[:length])
        if said in _STREETS:
            return number + length, 2
        if said in _HAMLETS:
            return number + length, 1
    return (number, 2) if number else None
