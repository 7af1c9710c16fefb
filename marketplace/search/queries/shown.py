"""What a page or document needs to print a result: the listings themselves, and names for keys."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from marketplace.catalogue.queries import Listing
from marketplace.core.clock import today
from marketplace.core.db import session
from marketplace.places.queries import display_names
from marketplace.places.vocabulary import Era, Level, PlaceName, era_of, level_of
from marketplace.search.documents import published_listings
from marketplace.search.vocabulary import Facet, SearchRequest, SearchResult
from marketplace.suppliers.models import Supplier


@dataclass(frozen=True)
class Shown:
    """A result with its listings in order; what was taken off since it was indexed is left out."""

    request: SearchRequest
    result: SearchResult
    listings: Sequence[Listing]
    places: Mapping[str, PlaceName]
    producers: Mapping[str, str]
    namesakes: frozenset[str] = frozenset()


def shown(request: SearchRequest, result: SearchResult, most_values: int | None = None) -> Shown:
    """Read what belongs to a result; stars and prices are today's, whatever the index thinks.

    ``most_values`` of each facet are named: there are thousands of communes.
    """
    found = published_listings(result.hits, today())
    places = {key for item in found for key in (item.place_id, item.province_id, item.legacy_place_id) if key}
    places.update(request.provinces, request.communes, request.districts)
    for facet in (Facet.PROVINCE, Facet.COMMUNE, Facet.DISTRICT):
        places.update(counted.value for counted in result.facets.get(facet, ())[:most_values])
    names = display_names(places)
    return Shown(request, result, found, names, _producer_names(request.producers), _namesakes(names))


def _namesakes(names: Mapping[str, PlaceName]) -> frozenset[str]:
    """Keys of the present communes that another one among these is called like."""
    communes = {key: name.short for key, name in names.items() if _is_present_commune(key)}
    borne = Counter(communes.values())
    return frozenset(key for key, short in communes.items() if borne[short] > 1)


def _is_present_commune(place_id: str) -> bool:
    return era_of(place_id) is Era.PRESENT and level_of(place_id) is Level.COMMUNE


def _producer_names(slugs: Sequence[str]) -> dict[str, str]:
    if not slugs:
        return {}
    rows = session.execute(select(Supplier.slug, Supplier.name).where(Supplier.slug.in_(slugs)))
    return {row.slug: row.name for row in rows}
