"""Keeping the index true to the database. Nothing here writes to the database but the mark of the last day."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from marketplace.catalogue.queries import published_ids
from marketplace.catalogue.queries.merges import with_merged
from marketplace.core.clock import today
from marketplace.core.stamps import put_stamp, stamp_of
from marketplace.search.documents import documents_of
from marketplace.search.engine import IndexUnusable, IndexWriter
from marketplace.search.queries import engine, products_with_days_between

log = logging.getLogger(__name__)

PORTION = 1000  # products read at once
# Seconds. The day's change waits inside a transaction that locks out other writers, so not long: it is tried again.
HURRIED = 3.0
DAY_STAMP = "search.day"

Portions = Sequence[Sequence[int]]
Follow = Callable[[Portions], Iterable[Sequence[int]]]


def _in_silence(portions: Portions) -> Portions:
    return portions


@dataclass(frozen=True)
class Repairs:
    """What ``verify`` found wrong and put right, in products; ``rebuilt`` when there was no usable index at all."""

    checked: int
    missing: int = 0
    stale: int = 0
    surplus: int = 0
    rebuilt: bool = False

    @property
    def is_clean(self) -> bool:
        """Whether nothing was wrong."""
        return not (self.missing or self.stale or self.surplus or self.rebuilt)


def rebuild(follow: Follow = _in_silence) -> int:
    """Build the index anew from the database, beside the present one, and swap; how many products it holds.

    Reads the database only after it holds the index's lock: call it first in its transaction. Raises Unavailable
    while somebody else writes. ``follow`` passes the portions on, to show how far it came.
    """
    with engine().rebuilding() as writer:
        product_ids = published_ids()
        for portion in follow(_portions(product_ids)):
            writer.put(documents_of(portion, today()))
    log.info("search index rebuilt: %s products", len(product_ids))
    return len(product_ids)


def ensure_index() -> None:
    """Build the index where there is no usable one; quick otherwise."""
    try:
        _ = engine().generation
    except IndexUnusable as error:
        log.warning("building the search index: %s", error)
        rebuild()


def index_products(product_ids: Sequence[int], patience: float | None = None) -> None:
    """Make the index hold these products as they stand now: published ones put, all others taken out.

    What is taken for another changes that one's document, so all that are one with them are looked at.

    Waits for another writer; raises Unavailable after ``patience`` seconds, by default a minute.
    """
    try:
        with engine().writing(patience) as writer:
            for portion in _portions(sorted(with_merged(product_ids))):
                _write(writer, portion)
    except IndexUnusable as error:
        log.warning("rebuilding the search index: %s", error)
        rebuild()


def index_day(day: date) -> None:
    """Index again what began or ended by the calendar up to ``day``, since the day for which this was last done.

    Days on which no worker ran are made up for.
    """
    done = stamp_of(DAY_STAMP)
    first = date.fromisoformat(done) if done else date.min
    index_products(products_with_days_between(first, day), HURRIED)
    put_stamp(DAY_STAMP, day.isoformat())


def verify(follow: Follow = _in_silence) -> Repairs:
    """Compare the index with the database document by document and repair what differs."""
    try:
        with engine().writing() as writer:
            return _compare(writer, engine().versions(), follow)
    except IndexUnusable:
        return Repairs(checked=rebuild(follow), rebuilt=True)


def _compare(writer: IndexWriter, indexed: dict[int, str], follow: Follow) -> Repairs:
    product_ids = published_ids()
    missing = stale = 0
    for portion in follow(_portions(product_ids)):
        documents = documents_of(portion, today())
        wrong = [document for document in documents if indexed.get(document.product_id) != document.fingerprint]
        writer.put(wrong)
        missing += sum(document.product_id not in indexed for document in wrong)
        stale += sum(document.product_id in indexed for document in wrong)
    surplus = indexed.keys() - set(product_ids)
    writer.delete(surplus)
    return Repairs(len(product_ids), missing, stale, len(surplus))


def _write(writer: IndexWriter, product_ids: Sequence[int]) -> None:
    documents = documents_of(product_ids, today())
    writer.put(documents)
    writer.delete(set(product_ids) - {document.product_id for document in documents})


def _portions(product_ids: Sequence[int]) -> Portions:
    return [product_ids[start : start + PORTION] for start in range(0, len(product_ids), PORTION)]
