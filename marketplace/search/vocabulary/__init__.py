"""Words of searching: what may be asked, how a text was read, what comes back."""

from marketplace.search.vocabulary.addresses import PARAMETERS, parameters_of, query_string
from marketplace.search.vocabulary.readings import NOTHING_READ, Reading, words_of, words_with_and_without_accents
from marketplace.search.vocabulary.requests import FILTERS, SearchRequest, Sort
from marketplace.search.vocabulary.results import FACET_FILTERS, Facet, FacetValue, SearchResult

__all__ = [
    "FACET_FILTERS",
    "FILTERS",
    "NOTHING_READ",
    "PARAMETERS",
    "Facet",
    "FacetValue",
    "Reading",
    "SearchRequest",
    "SearchResult",
    "Sort",
    "parameters_of",
    "query_string",
    "words_of",
    "words_with_and_without_accents",
]
