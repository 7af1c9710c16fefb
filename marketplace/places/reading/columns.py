"""Understands a place given in the columns of a list, or as an address in one line."""

from collections.abc import Iterable
from functools import lru_cache

from marketplace.core.text import normalise
from marketplace.places.reading.gazetteer import Gazetteer
from marketplace.places.reading.mentions import ANY_LEVEL, Mention, Mentions
from marketplace.places.reading.pieces import Piece, pieces_of
from marketplace.places.reading.search import Search
from marketplace.places.vocabulary import Level, ResolvedPlace

MOST_REMEMBERED = 8_000  # readings; a list repeats its places


class Reader:
    """Reads with one gazetteer, and remembers what it has read."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._mentions = Mentions(gazetteer)
        self.resolve_place = lru_cache(MOST_REMEMBERED)(self._resolve_place)
        self.read_address = lru_cache(MOST_REMEMBERED)(self._read_address)

    def _resolve_place(
        self, commune: str, district: str = "", province: str = "", prefer_district: str | None = None
    ) -> ResolvedPlace:
        """Understand a place given in columns; brackets and commas inside a column may say more, and what stands in
        the wrong column is understood all the same.

        ``prefer_district`` is the key of a former district that decides between several communes of one name.
        """
        text = ", ".join(filter(None, map(normalise, (commune, district, province))))
        columns = ((commune, Level.COMMUNE), (district, Level.DISTRICT), (province, Level.PROVINCE))
        pieces: list[tuple[Piece, frozenset[str]]] = []
        for column, level in columns:
            expected = frozenset[str]({level})
            for piece in pieces_of(column, self._gazetteer.is_dashed, has_accents=not text.isascii()):
                pieces.append((piece, expected))
                expected = ANY_LEVEL
        return Search(self._gazetteer, self._read(pieces), prefer_district).result(text)

    def _read_address(self, text: str, prefer_district: str | None = None) -> ResolvedPlace:
        """Understand an address in one line: "Thôn 2, xã Tân Lập, huyện Chợ Đồn, tỉnh Bắc Kạn"."""
        text = normalise(text)
        pieces = pieces_of(text, self._gazetteer.is_dashed, has_accents=not text.isascii())
        mentions = self._read((piece, ANY_LEVEL) for piece in pieces)
        return Search(self._gazetteer, mentions, prefer_district).result(text)

    def _read(self, pieces: Iterable[tuple[Piece, frozenset[str]]]) -> list[Mention]:
        listed = list(pieces)
        last = len(listed) - 1
        return [
            mention
            for number, (piece, levels) in enumerate(listed)
            for mention in self._mentions.of(piece, levels, number == last)
        ]
