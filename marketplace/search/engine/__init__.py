"""The seam: what every search engine takes and gives."""

from marketplace.search.engine.documents import Document, Facts
from marketplace.search.engine.protocol import IndexUnusable, IndexWriter, Question, SearchEngine
from marketplace.search.engine.selection import select_from

__all__ = [
    "Document",
    "Facts",
    "IndexUnusable",
    "IndexWriter",
    "Question",
    "SearchEngine",
    "select_from",
]
