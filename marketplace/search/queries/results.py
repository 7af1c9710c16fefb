"""The one entry to searching: reads the words, asks the engine, and without an index the database."""

import logging

from marketplace.core.clock import today
from marketplace.places.queries import keys_inside
from marketplace.search.engine import IndexUnusable, Question
from marketplace.search.queries.engines import engine
from marketplace.search.queries.plain import plain_search
from marketplace.search.reading import may_open_end, read_query
from marketplace.search.vocabulary import SearchRequest, SearchResult

log = logging.getLogger(__name__)


def search(request: SearchRequest) -> SearchResult:
    """What is published and matches; always an answer, from the database where the index can't be used."""
    question = Question(
        request,
        read_query(request.text),
        provinces=keys_inside(request.provinces),
        communes=keys_inside(request.communes),
        day=today(),
    )
    try:
        return _engine_result(question)
    except IndexUnusable as error:
        log.warning("searching the database instead: %s", error)
        return plain_search(question)


def _engine_result(question: Question) -> SearchResult:
    """Whole words first: "bun kho" is no question for "bún khoai". Only what finds nothing may be a beginning."""
    result = engine().search(question)
    if result.total == 0 and may_open_end(question.reading):
        return engine().search(question.with_reading(question.reading.opened()))
    return result
