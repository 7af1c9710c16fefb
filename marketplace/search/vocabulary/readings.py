"""How a text is read: the same words for what is indexed and for what is asked."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from marketplace.core.text import fold, normalise, syllables

# A language has few syllables, and a text of any length is read by them.
MOST_REMEMBERED = 20_000
_DIGITS_MEET_LETTERS = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")


@dataclass(frozen=True)
class Reading:
    """A query as it was understood: every word must be found.

    ``words`` keep their accents; where ``has_accents``, a word with the same accents outranks one that is alike
    without them. With ``open_end`` the last word may be the beginning of a longer one.
    """

    words: tuple[str, ...] = ()
    has_accents: bool = False
    open_end: bool = False

    def opened(self) -> "Reading":
        """The same with its last word taken as a beginning."""
        return replace(self, open_end=True)


NOTHING_READ = Reading()


def words_of(text: str) -> list[str]:
    """The words of a text with their accents; digits and letters that touch are parted, so that 500g is 500 g."""
    return [word for piece in text.split() for word in _read_piece(piece)[0]]


def words_with_and_without_accents(text: str) -> tuple[list[str], list[str]]:
    """The same, and each once more folded."""
    exact: list[str] = []
    folded: list[str] = []
    for piece in text.split():
        words, plain = _read_piece(piece)
        exact += words
        folded += plain
    return exact, folded


@lru_cache(maxsize=MOST_REMEMBERED)
def _read_piece(piece: str) -> tuple[list[str], list[str]]:
    """What is read of a piece never depends on what stands before or behind its spaces."""
    words = syllables(_DIGITS_MEET_LETTERS.sub(" ", normalise(piece)))
    return words, [fold(word) for word in words]
