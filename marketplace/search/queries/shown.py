"""What a page or document needs to print a result: the listings themselves, and names for keys."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from marketplace.catalogue.queries import Listing
from marketplace.core.clock import today
from marketplace.core.db import session
from marketplace.places.queries import display_names
from marketplace.places.vocabulary import PlaceName
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


def shown(request: SearchRequest, result: SearchResult) -> Shown:
    """Read what belongs to a result; stars and prices are today's, whatever the index thinks."""
    found = published_listings(result.hits, today())
    places = {key for item in found for key in (item.place_id, item.province_id, item.legacy_place_id) if key}
    places.update(request.provinces, request.communes)
    for facet in (Facet.PROVINCE, Facet.COMMUNE):
        places.update(counted.value for counted in result.facets.get(facet, ()))
    return Shown(request, result, found, display_names(places), _producer_names(request.producers))


def _producer_names(slugs: Sequence[str]) -> dict[str, str]:
    if not slugs:
        return {}
    rows = session.execute(select(Supplier.slug, Supplier.name).where(Supplier.slug.in_(slugs)))
    return {row.slug: row.name for row in rows}
