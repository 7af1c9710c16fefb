"""Writing: changes to the present index, and documents into a new one."""

from collections.abc import Iterable

from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from marketplace.search.engine import Document
from marketplace.search.whoosh_engine.schema import row_of


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
        writer: SegmentWriter = index.writer()
        try:
            # Looked up once: update_document() would open the index anew for each document.
            with index.searcher() as searcher:
                for product_id in self._changes:
                    for number in searcher.document_numbers(product_id=str(product_id)):
                        writer.delete_document(number)
            for document in self._changes.values():
                if document is not None:
                    writer.add_document(**row_of(document))
        except BaseException:
            writer.cancel()
            raise
        writer.commit()


class FreshIndex:
    """Writes documents of a new index as they come, so that many need little memory."""

    def __init__(self, index: FileIndex) -> None:
        self._writer: SegmentWriter = index.writer(limitmb=256)
        self._seen: set[int] = set()

    def put(self, documents: Iterable[Document]) -> None:
        """Add documents; each product once."""
        for document in documents:
            if document.product_id in self._seen:
                raise ValueError(f"product {document.product_id} twice in one rebuild")
            self._seen.add(document.product_id)
            self._writer.add_document(**row_of(document))

    def delete(self, product_ids: Iterable[int]) -> None:
        """There is nothing to take out of a new index."""
        raise NotImplementedError("a rebuild only puts")

    def finish(self) -> None:
        """Write all as one segment."""
        self._writer.commit(optimize=True)

    def abandon(self) -> None:
        """Let go of the files."""
        self._writer.cancel()
