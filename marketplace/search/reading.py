"""Understanding what somebody typed into the search box.

Correction, undone Telex, and synonyms will stand here, above the seam, so that every engine answers the same reading.
"""

from marketplace.core.text import fold
from marketplace.search.vocabulary import Reading, words_of

MOST_WORDS = 16  # of a pasted sentence the rest is left out: all words must be found, and more find nothing
SHORTEST_BEGINNING = 2  # letters; one letter begins nearly everything


def read_query(text: str) -> Reading:
    """The plain reading of a text."""
    words = words_of(text)[:MOST_WORDS]
    return Reading(words=tuple(words), has_accents=any(fold(word) != word for word in words))


def may_open_end(reading: Reading) -> bool:
    """Whether the last word can be taken for a beginning."""
    return bool(reading.words) and not reading.open_end and len(reading.words[-1]) >= SHORTEST_BEGINNING
