"""Where each term stands, of a segment in the making.

Documents come one after the other, so every list is in their order from the beginning and only the terms have to be
sorted in the end. Whoosh's own pool makes a tuple of each posting and sorts them all.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TypeAlias

# A posting is one number: the document's, and in its last byte how often the term stands there. Beyond that many
# times Whoosh's score no longer tells the difference.
COUNT_BITS, MOST_COUNTED = 8, 255

Postings: TypeAlias = "array[int]"


class PostingLists:
    """Postings by field and term; ``iter_postings`` and ``cleanup`` are what Whoosh asks of a pool."""

    def __init__(self) -> None:
        self._fields: defaultdict[str, defaultdict[str, Postings]] = defaultdict(lambda: defaultdict(_no_postings))

    def add(self, field: str, document: int, once: Iterable[str], more: Iterable[tuple[str, int]] = ()) -> None:
        """Note the terms of a field of a document: those that stand there once, and those that do more often."""
        lists, first = self._fields[field], document << COUNT_BITS
        posting = first | 1
        for term in once:
            lists[term].append(posting)
        for term, count in more:
            lists[term].append(first | min(count, MOST_COUNTED))

    def extend(self, field: str, term: str, postings: Iterable[int]) -> None:
        """Take over a list, or a part of one, that was written before."""
        self._fields[field][term].extend(postings)

    def iter_postings(self) -> "PostingLists":
        """All of them: our writer of terms takes the lists themselves."""
        return self

    def cleanup(self) -> None:
        """Let go of the memory."""
        self._fields.clear()

    def by_field(self) -> Iterator[tuple[str, Iterator[tuple[str, Postings]]]]:
        """Fields by name; of each the terms in the order of their UTF-8, which is that of their letters."""
        for field in sorted(self._fields):
            lists = self._fields[field]
            yield field, ((term, lists[term]) for term in sorted(lists) if lists[term])


_no_postings = partial(array, "I")
