"""A list of products for other programs (DESIGN section 6, *JSON*)."""

from typing import Any

from marketplace.catalogue.presenters import listing_as_json
from marketplace.search.presenters import label_of
from marketplace.search.queries import Shown
from marketplace.search.vocabulary import FACET_FILTERS


def products_as_json(shown: Shown, base_url: str, *, with_facets: bool = False) -> dict[str, Any]:
    """The answer of ``/api/v1/products``; a facet's ``value`` is what its parameter takes."""
    former = {key: shown.places[key].full for key in _former_places(shown) if key in shown.places}
    answer: dict[str, Any] = {
        "total": shown.result.total,
        "page": shown.request.page,
        "per_page": shown.request.per_page,
        "did_you_mean": shown.result.did_you_mean,
        "results": [listing_as_json(listing, shown.places, former, base_url) for listing in shown.listings],
    }
    if with_facets:
        answer["facets"] = {
            facet.value: [
                {
                    "value": counted.value,
                    "label": label_of(FACET_FILTERS[facet], counted.value, shown),
                    "count": counted.count,
                }
                for counted in values
            ]
            for facet, values in shown.result.facets.items()
        }
    return answer


def _former_places(shown: Shown) -> set[str]:
    return {listing.legacy_place_id for listing in shown.listings if listing.legacy_place_id}
