"""Where each term stands, of a segment in the making.

Documents come one after the other, so every list is in their order from the beginning and only the terms have to be
sorted in the end. Whoosh's own pool makes a tuple of each posting and sorts them all.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias

# A posting is one number: the document's, and in its last byte how often the term stands there. Beyond that many
# times Whoosh's score no longer tells the difference.
COUNT_BITS, MOST_COUNTED = 8, 255

Postings: TypeAlias = "array[int]"
Lists: TypeAlias = defaultdict[str, Postings]


class Terms(NamedTuple):
    """The terms of a text: those that stand there once, those that do more often, and how many they are together."""

    once: Sequence[str]
    more: Sequence[tuple[str, int]]
    length: int


class PostingLists:
    """Postings by field and term; ``iter_postings`` and ``cleanup`` are what Whoosh asks of a pool."""

    def __init__(self) -> None:
        self._fields: defaultdict[str, Lists] = defaultdict(_no_lists)
        # Of texts that many documents share the terms point to the texts, and the texts to the documents.
        self._texts: defaultdict[tuple[str, ...], dict[str, tuple[int, Postings]]] = defaultdict(dict)
        self._fields_of_texts: defaultdict[str, Lists] = defaultdict(_no_lists)

    def add(self, field: str, document: int, terms: Terms) -> None:
        """Note the terms of a field of a document."""
        _note(self._fields[field], document, terms)

    def add_shared(
        self, fields: tuple[str, ...], document: int, text: str, split: Callable[[str], tuple[Terms, ...]]
    ) -> int:
        """The same for a text that other documents have too, read for several fields; how many terms it has.

        It is ``split`` only once. A field takes either shared texts or others.
        """
        texts = self._texts[fields]
        found = texts.get(text)
        if found is None:
            read = split(text)
            for field, terms in zip(fields, read, strict=True):
                _note(self._fields_of_texts[field], len(texts), terms)
            found = texts[text] = read[0].length, _no_postings()
        length, documents = found
        documents.append(document << COUNT_BITS)
        return length

    def extend(self, field: str, term: str, postings: Iterable[int]) -> None:
        """Take over a list, or a part of one, that was written before, of documents behind all that were added."""
        self._fields[field][term].extend(postings)

    def iter_postings(self) -> "PostingLists":
        """All of them: our writer of terms takes the lists themselves."""
        return self

    def cleanup(self) -> None:
        """Let go of the memory."""
        for kept in (self._fields, self._texts, self._fields_of_texts):
            kept.clear()

    def by_field(self) -> Iterator[tuple[str, Iterator[tuple[str, Postings]]]]:
        """Fields by name; of each the terms in the order of their UTF-8, which is that of their letters."""
        texts = {field: list(texts.values()) for fields, texts in self._texts.items() for field in fields}
        for field in sorted({*self._fields, *texts}):
            yield field, self._of_field(field, [documents for _, documents in texts.get(field, ())])

    def _of_field(self, field: str, texts: Sequence[Postings]) -> Iterator[tuple[str, Postings]]:
        own, shared = self._fields[field], self._fields_of_texts[field]
        for term in sorted({*own, *shared} if shared else own):
            postings = _of_documents(shared[term], texts) if term in shared else _no_postings()
            if term in own:
                postings += own[term]
            if postings:
                yield term, postings


def _note(lists: Lists, number: int, terms: Terms) -> None:
    first = number << COUNT_BITS
    posting = first | 1
    for term in terms.once:
        lists[term].append(posting)
    for term, count in terms.more:
        lists[term].append(first | min(count, MOST_COUNTED))


def _of_documents(postings: Postings, texts: Sequence[Postings]) -> Postings:
    """What stands in texts, as it stands in their documents."""
    found: list[int] = []
    for posting in postings:
        count = posting & MOST_COUNTED
        found += [document | count for document in texts[posting >> COUNT_BITS]]
    if len(postings) > 1:
        found.sort()
    return array("I", found)


_no_postings = partial(array, "I")


def _no_lists() -> Lists:
    return defaultdict(_no_postings)
