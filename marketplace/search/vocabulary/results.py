"""What comes back from a search."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from marketplace.search.vocabulary.readings import NOTHING_READ, Reading


class Facet(StrEnum):
    """What is counted beside a list, by the name that the API gives it."""

    CLASS = "class"
    STARS = "stars"
    PROVINCE = "province"
    COMMUNE = "commune"
    DISTRICT = "district"
    CERTIFICATE = "certificate"
    MONTH = "month"


# The filter of a request that each facet offers values for.
FACET_FILTERS = {
    Facet.CLASS: "classes",
    Facet.STARS: "stars",
    Facet.PROVINCE: "provinces",
    Facet.COMMUNE: "communes",
    Facet.DISTRICT: "districts",
    Facet.CERTIFICATE: "certificates",
    Facet.MONTH: "months",
}


@dataclass(frozen=True)
class FacetValue:
    """How many results a value has; ``value`` as addresses write it."""

    value: str
    count: int


@dataclass(frozen=True)
class SearchResult:
    """A page of results: ids of products in their order, of ``total`` by ``makers`` different producers.

    Each facet counts as if its own filter were off, so that a second value can be added to a first.
    """

    total: int
    makers: int
    hits: tuple[int, ...]
    facets: Mapping[Facet, tuple[FacetValue, ...]] = field(default_factory=dict)
    reading: Reading = NOTHING_READ
    did_you_mean: str | None = None
