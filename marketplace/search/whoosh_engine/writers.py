"""Writing: changes to the present index, and documents into a new one."""

from collections.abc import Iterable, Sequence
from operator import or_
from typing import Any

from whoosh.index import FileIndex
from whoosh.reading import SegmentReader
from whoosh.writing import MERGE_SMALL, SegmentWriter

from marketplace.search.engine import Document
from marketplace.search.whoosh_engine.codec import SegmentCodec, read_lists
from marketplace.search.whoosh_engine.posting_lists import COUNT_BITS, PostingLists, Terms
from marketplace.search.whoosh_engine.schema import BOOSTS, FACTS, FOLDED, PRODUCT_ID, SHARED, kept_of, terms_of

# Documents of a new index. Their terms are held in memory until they are written: some 40 MB.
MOST_IN_A_SEGMENT = 10_000


class DocumentWriter(SegmentWriter):  # type: ignore[misc]  # Whoosh is untyped
    """Whoosh's writer, which gets documents as terms: nothing is joined to be split again."""

    def __init__(self, index: FileIndex) -> None:
        super().__init__(index, codec=SegmentCodec())
        self.pool: PostingLists = PostingLists()  # Whoosh's own has written nothing yet

    def add(self, document: Document) -> None:
        """Add a document; what stood for its product before must be deleted apart."""
        number, columns, lists = self.docnum, self.perdocwriter, self.pool
        columns.start_doc(number)
        lists.add(PRODUCT_ID, number, Terms((str(document.product_id),), (), 1))
        for name in BOOSTS:
            if text := getattr(document, name):
                fields = (name, name + FOLDED)
                if name in SHARED:
                    length = lists.add_shared(fields, number, text, terms_of)
                else:
                    exact, plain = terms_of(text)
                    lists.add(name, number, exact)
                    lists.add(name + FOLDED, number, plain)
                    length = exact.length
                for field in fields:
                    columns.note_length(field, length)
        columns.add_column_value(FACTS, self.schema[FACTS].column_type, kept_of(document))
        columns.finish_doc()
        self._added = True
        self.docnum += 1

    def delete(self, product_ids: Iterable[int]) -> None:
        """Delete the documents of these products, where there are any."""
        keys = [str(product_id).encode() for product_id in product_ids]
        for segment in self.segments:
            reader = SegmentReader(self.storage, self.schema, segment)
            for key in keys:
                if (PRODUCT_ID, key) in reader:
                    for number in reader.postings(PRODUCT_ID, key).all_ids():  # none where it is deleted already
                        segment.delete_document(number)
            reader.close()

    def add_postings_to_pool(self, reader: SegmentReader, startdoc: int, docmap: dict[int, int] | None) -> None:
        """Take over the lists of a segment whose documents were taken over already; called by Whoosh when it merges."""
        for field, term, documents, counts in read_lists(reader):
            if docmap is None:
                numbers = [(startdoc + document) << COUNT_BITS for document in documents]
                self.pool.extend(field, term, map(or_, numbers, counts))
            else:
                kept = zip(map(docmap.get, documents), counts, strict=True)
                self.pool.extend(field, term, [n << COUNT_BITS | count for n, count in kept if n is not None])


class Changes:
    """Collects what is to be put and deleted, the last word about a product holds; written in one commit."""

    def __init__(self) -> None:
        self._changes: dict[int, Document | None] = {}

    def put(self, documents: Iterable[Document]) -> None:
        """Add documents, instead of those with the same product."""
        for document in documents:
            self._changes[document.product_id] = document

    def delete(self, product_ids: Iterable[int]) -> None:
        """Take products out; those that aren't in it are passed over."""
        self._changes.update(dict.fromkeys(product_ids))

    def write_to(self, index: FileIndex) -> None:
        """Make a new generation; none when nothing changed."""
        if not self._changes:
            return
        writer = DocumentWriter(index)
        try:
            writer.delete(self._changes)
            for document in self._changes.values():
                if document is not None:
                    writer.add(document)
        except BaseException:
            writer.cancel()
            raise
        writer.commit(mergetype=merge_small_and_worn)


class FreshIndex:
    """Writes documents of a new index as they come; what memory can't hold at once becomes another segment."""

    def __init__(self, index: FileIndex) -> None:
        self._index = index
        self._writer = DocumentWriter(index)
        self._seen: set[int] = set()

    def put(self, documents: Iterable[Document]) -> None:
        """Add documents; each product once."""
        for document in documents:
            if document.product_id in self._seen:
                raise ValueError(f"product {document.product_id} twice in one rebuild")
            self._seen.add(document.product_id)
            if self._writer.doc_count() == MOST_IN_A_SEGMENT:
                self._writer.commit(merge=False)
                self._writer = DocumentWriter(self._index)
            self._writer.add(document)

    def delete(self, product_ids: Iterable[int]) -> None:
        """There is nothing to take out of a new index."""
        raise NotImplementedError("a rebuild only puts")

    def finish(self) -> None:
        """Write what is left."""
        self._writer.commit(merge=False)

    def abandon(self) -> None:
        """Let go of the files."""
        self._writer.cancel()


def merge_small_and_worn(writer: SegmentWriter, segments: Sequence[Any]) -> list[Any]:
    """Whoosh's policy for small segments; besides, those of which most is deleted are written anew without it."""
    kept = []
    for segment in segments:
        if segment.deleted_count() * 2 <= segment.doc_count_all():
            kept.append(segment)
        elif segment.deleted_count() < segment.doc_count_all():
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
    return list(MERGE_SMALL(writer, kept))
