"""Finds in pieces of text which units each of them may name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from marketplace.places.reading.gazetteer import Gazetteer, Unit
from marketplace.places.reading.kinds import Kind, kinds_at, own_words
from marketplace.places.reading.pieces import Piece
from marketplace.places.vocabulary import Level

ANY_LEVEL: frozenset[str] = frozenset(Level)
MOST_REMEMBERED = 8_000  # pieces of text; a list repeats its districts
_LONGEST_NAME = 6
_MOST_SPANS = 4
_NUMBER = re.compile(r"\d+[a-z]?")
_FEWEST_INITIALS = 2
_SHORT_WORD = 4


class Meaning(NamedTuple):
    """A unit that a mention may mean; does it bear the kind and the accents that were written?

    ``is_expected``: of a level that the column, if any, is for. ``is_faint``: a bare name that is spelt otherwise, or
    is one short word ("gói" is no thị trấn Gôi), means the unit only where something else of it is named.
    """

    unit: Unit
    same_kind: bool
    same_accents: bool
    is_expected: bool
    is_faint: bool = False


@dataclass(frozen=True)
class Mention:
    """Words that name a unit: all that they may mean. ``kind_levels`` are those of the kind that was written, if any.

    ``only_supports``: initials of a province, which say something of other words but nothing alone.
    """

    meanings: tuple[Meaning, ...]
    kind_levels: frozenset[str]
    only_supports: bool = False

    @cached_property
    def ids(self) -> frozenset[str]:
        """Keys of all units that it may mean."""
        return frozenset(meaning.unit.id for meaning in self.meanings)

    @cached_property
    def levels(self) -> frozenset[str]:
        """Levels of all units that it may mean."""
        return frozenset(meaning.unit.level for meaning in self.meanings)


@dataclass(frozen=True, slots=True)
class _Span:
    """Words ``start`` to ``end`` of a piece, read as a mention."""

    start: int
    end: int
    mention: Mention


class Mentions:
    """Reads pieces with a gazetteer."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self.of = lru_cache(MOST_REMEMBERED)(self._of)

    def _of(self, piece: Piece, levels: frozenset[str], is_last: bool) -> list[Mention]:
        """What a piece names, in its order; nothing where its words say something else.

        ``levels`` are those that a name without a kind is expected to have here.
        """
        whole = self._mention(piece, 0, len(piece), levels)
        if whole is not None and whole.meanings:
            return [whole]
        if is_last and piece.is_capital and len(piece) == 1 and (initials := self._initials(piece)):
            return [initials]
        row = [span.mention for span in self._row(piece, levels, is_last=is_last)]
        return row or ([whole] if whole else [])

    def _mention(self, piece: Piece, start: int, end: int, levels: frozenset[str]) -> Mention | None:
        """All these words as one name, bare or after a kind; a written kind before an unknown name is one too."""
        key = piece.key(start, end)
        bare = self._meanings(piece, start, end, None, levels)
        if key.isdigit() and levels == ANY_LEVEL:
            bare = {}
        if any(meaning.same_accents for meaning in bare.values()):
            return Mention(tuple(bare.values()), frozenset())
        for kind, length in kinds_at(piece.exact, piece.folded, start):
            if start + length == end:
                continue
            kinded = self._meanings(piece, start + length, end, kind, kind.levels)
            if kinded or kind.is_written_out(piece.exact[start : start + length]):
                written = frozenset[str]() if bare else kind.levels
                return Mention((*bare.values(), *kinded.values()), written)
        return Mention(tuple(bare.values()), frozenset()) if bare else None

    def _meanings(
        self, piece: Piece, start: int, end: int, kind: Kind | None, levels: frozenset[str]
    ) -> dict[str, Meaning]:
        key, exact = piece.key(start, end), " ".join(piece.exact[start:end])
        is_short = start + 1 == end and len(key) <= _SHORT_WORD
        found = {}
        for unit in self._gazetteer.named(key):
            if kind is None or kind.may_be(unit.level, unit.kind):
                # A name in another spelling (an alias) has accents of its own.
                same_accents = piece.has_accents and (exact == unit.exact or key != unit.key)
                same_kind = kind is not None and kind.name == unit.kind
                is_faint = not kind and unit.level != Level.PROVINCE and (is_short or same_accents < piece.has_accents)
                found[unit.id] = Meaning(unit, same_kind, same_accents, unit.level in levels, is_faint)
        return found

    def _initials(self, piece: Piece) -> Mention | None:
        letters = piece.folded[0]
        units = self._gazetteer.provinces_with_initials(letters) if len(letters) >= _FEWEST_INITIALS else []
        meanings = tuple(Meaning(unit, same_kind=False, same_accents=False, is_expected=False) for unit in units)
        return Mention(meanings, frozenset(), only_supports=True) if meanings else None

    def _row(self, piece: Piece, levels: frozenset[str], *, is_last: bool) -> list[_Span]:
        """Names one after another up to the piece's end: "Tân Lập Chợ Đồn Bắc Kạn", perhaps after a hamlet or street.

        A row is believed where each of its units lies in the next; where words that are no names stand before it,
        only after a hamlet or house of which enough words are left, or where it begins with a kind.
        """
        own = own_words(piece.folded)
        rows = [row for row in self._rows(piece, levels) if self._is_believed(piece, row, own, is_last=is_last)]
        if not rows:
            return []
        best = min(rows, key=_preference)
        others = [row for row in rows if row is not best and _preference(row) == _preference(best)]
        return [] if others else best

    def _rows(self, piece: Piece, levels: frozenset[str]) -> Iterator[list[_Span]]:
        """All rows of names that end with the piece."""
        open_rows: list[list[_Span]] = [[]]
        while open_rows:
            row = open_rows.pop()
            end = row[0].start if row else len(piece)
            for start in range(end - 1, max(-1, end - _LONGEST_NAME - 1), -1):
                mention = self._mention(piece, start, end, levels)
                if mention is None or not mention.meanings:
                    continue
                longer = [_Span(start, end, mention), *row]
                yield longer
                if start and len(longer) < _MOST_SPANS:
                    open_rows.append(longer)

    def _is_believed(self, piece: Piece, row: list[_Span], own: tuple[int, int] | None, *, is_last: bool) -> bool:
        start, first = row[0].start, row[0].mention
        nested = all(self._lies_in(lower, upper) for lower, upper in pairwise(row))
        falling = all(self._lies_in(lower, upper) for upper, lower in pairwise(row))
        if not nested and not (falling and start == 0):
            return False
        if start == 0:
            return len(row) > 1
        if first.kind_levels:
            return piece.folded[start - 2 : start] != ("hop", "tac")  # "hợp tác xã" names no commune
        if own is None:
            return False
        said, needed = own
        if needed == 1 and start == said + 1 and _NUMBER.fullmatch(piece.folded[said]):
            return True  # "Thôn 2 Tân Lập": the number is the whole name of the hamlet
        if start < said + needed:
            return False
        return len(row) > 1 or (is_last and first.levels == {Level.PROVINCE})

    def _lies_in(self, lower: _Span, upper: _Span) -> bool:
        """Whether some unit of one mention lies in some unit of the other."""
        for meaning in lower.mention.meanings:
            around = self._gazetteer.around(meaning.unit)
            inside = {around.province, around.district, *around.other_era} - {meaning.unit.id}
            if not inside.isdisjoint(upper.mention.ids):
                return True
        return False


def _preference(row: list[_Span]) -> tuple[int, int]:
    """The row that explains most words, with the fewest names."""
    return row[0].start, len(row)
