"""Cuts what was written into pieces, and says of which levels each can speak."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from marketplace.core.text import exact_key, fold, normalise
from marketplace.places.reading.gazetteer import Unit
from marketplace.places.vocabulary import Level

ANY_LEVEL: frozenset[str] = frozenset(Level)
_KINDS: dict[str, tuple[str, frozenset[str]]] = {
    "xa": ("xã", frozenset({Level.COMMUNE})),
    "x": ("xã", frozenset({Level.COMMUNE})),
    "phuong": ("phường", frozenset({Level.COMMUNE})),
    "p": ("phường", frozenset({Level.COMMUNE})),
    "thi tran": ("thị trấn", frozenset({Level.COMMUNE})),
    "tt": ("thị trấn", frozenset({Level.COMMUNE})),
    "dac khu": ("đặc khu", frozenset({Level.COMMUNE})),
    "huyen": ("huyện", frozenset({Level.DISTRICT})),
    "h": ("huyện", frozenset({Level.DISTRICT})),
    "quan": ("quận", frozenset({Level.DISTRICT})),
    "q": ("quận", frozenset({Level.DISTRICT})),
    "thi xa": ("thị xã", frozenset({Level.DISTRICT})),
    "tx": ("thị xã", frozenset({Level.DISTRICT})),
    "thanh pho": ("thành phố", frozenset({Level.DISTRICT, Level.PROVINCE})),
    "tp": ("thành phố", frozenset({Level.DISTRICT, Level.PROVINCE})),
    "tinh": ("tỉnh", frozenset({Level.PROVINCE})),
    "t": ("tỉnh", frozenset({Level.PROVINCE})),
}
SEPARATORS = re.compile(r"[,;()\[\]|/\n]")
# Only with their accents: "ha tinh" must not become "ha, tinh".
_INNER_KIND = re.compile(
    r"(?<!thị)\s(?=(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|tp\.|tt\.|tx\.)\s?\S)", re.IGNORECASE
)
_LEADING_ZERO = re.compile(r"\b0+(?=\d)")
# Ways to write a province that folding alone doesn't bring together.
_ALIASES = {
    "hcm": "ho chi minh",
    "tphcm": "ho chi minh",
    "sai gon": "ho chi minh",
    "thua thien hue": "hue",
    "dac lac": "dak lak",
    "dac nong": "dak nong",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of what was written, and the levels of which it can speak."""

    key: str
    exact: str
    levels: frozenset[str]
    kind: str | None = None

    def can_mean(self, unit: Unit) -> bool:
        """Whether the piece can mean this unit; "thành phố" of a province means one that is a city."""
        if unit.level not in self.levels:
            return False
        return not (self.kind == "thành phố" and unit.level == Level.PROVINCE and unit.kind != "thành phố")


def read_pieces(piece: str, expected: frozenset[str]) -> Iterator[list[Part]]:
    """Cut at inner kinds ("Tân Lập huyện Chợ Đồn"); of each piece all ways to read it."""
    for words in _INNER_KIND.split(normalise(piece)):
        key = _LEADING_ZERO.sub("", fold(words))
        if key:
            yield list(_readings(key, exact_key(words), expected))


def _readings(key: str, exact: str, expected: frozenset[str]) -> Iterator[Part]:
    """A piece as a bare name, and where it begins with a kind also as that kind's name."""
    yield Part(_ALIASES.get(key, key), exact, expected)
    for prefix, (kind, levels) in _KINDS.items():
        if key.startswith(prefix + " "):
            name = key[len(prefix) + 1 :]
            yield Part(_ALIASES.get(name, name), exact.split(" ", prefix.count(" ") + 1)[-1], levels, kind)


def any_level(readings: list[Part]) -> list[Part]:
    """The same piece where its column can't be trusted; a kind that was written still counts."""
    return [Part(part.key, part.exact, ANY_LEVEL, part.kind) if not part.kind else part for part in readings]
