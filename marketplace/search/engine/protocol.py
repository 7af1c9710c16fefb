"""What an engine can do."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from marketplace.search.engine.documents import Document
from marketplace.search.vocabulary import NOTHING_READ, Reading, SearchRequest, SearchResult


class IndexUnusable(Exception):
    """There is no index, an older programme built it, or it is broken: never a reason to say "nothing found"."""


@dataclass(frozen=True)
class Question:
    """A request that is ready for an engine: its words read, its places widened to all keys that lie inside.

    It is asked on ``day``: certificates that ended before it count no more.
    """

    request: SearchRequest
    reading: Reading = NOTHING_READ
    provinces: frozenset[str] = frozenset()
    communes: frozenset[str] = frozenset()
    day: date = date.min

    def with_reading(self, reading: Reading) -> "Question":
        """The same, its words read in another way."""
        return replace(self, reading=reading)


class IndexWriter(Protocol):
    """Changes to an index; they are seen when the block that opened the writer ends, all or none."""

    def put(self, documents: Iterable[Document]) -> None:
        """Add documents, instead of those with the same product."""

    def delete(self, product_ids: Iterable[int]) -> None:
        """Take products out; those that aren't in it are passed over."""


class SearchEngine(Protocol):
    """An index of products. One writes at a time; readers go on meanwhile and see the new generation next time.

    Whoever writes reads the database *inside* the block: the lock is held from its beginning, so what was read
    there cannot overwrite something newer. All raise IndexUnusable, the writing ones also Unavailable when another
    writer doesn't finish in time.
    """

    def search(self, question: Question) -> SearchResult:
        """Answer a question."""

    def writing(self, patience: float | None = None) -> AbstractContextManager[IndexWriter]:
        """A block that changes the index; waits ``patience`` seconds for another writer, by default a minute."""

    def rebuilding(self) -> AbstractContextManager[IndexWriter]:
        """A block that builds a new index beside the present one and takes its place at the end."""

    def versions(self) -> dict[int, str]:
        """Fingerprint by product of all that is indexed."""

    @property
    def generation(self) -> str:
        """Changes whenever an answer may have."""
