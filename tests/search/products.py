"""Documents made by hand, for tests of the engine that need no database."""

from collections.abc import Iterable
from typing import Any

from marketplace.search.engine import Document, Facts, Question, SearchEngine
from marketplace.search.reading import read_query
from marketplace.search.vocabulary import SearchRequest, SearchResult

ALL_YEAR = 4095


def document(product_id: int, name: str = "Bún khô", **given: Any) -> Document:
    """A document; what is no text of it goes into its facts."""
    texts = ("english", "producer", "class_words", "place_words", "text")
    words = {key: given.pop(key) for key in texts if key in given}
    return Document(facts=facts(product_id, **given), name=name, **words)


def facts(product_id: int, **given: Any) -> Facts:
    """Facts of a product that is to be had all year."""
    return Facts(product_id, **{"months": ALL_YEAR, "published": product_id, **given})


def fill(engine: SearchEngine, documents: Iterable[Document]) -> None:
    """Build the index anew of these."""
    with engine.rebuilding() as writer:
        writer.put(documents)


def ask(engine: SearchEngine, text: str = "", *, open_end: bool = False, **wanted: Any) -> SearchResult:
    """Ask an engine without the database: places stand for themselves."""
    request, reading = SearchRequest(text=text, **wanted), read_query(text)
    return engine.search(
        Question(
            request,
            reading.opened() if open_end else reading,
            frozenset(request.provinces),
            frozenset(request.communes),
        )
    )
