"""A product in a list of the API (DESIGN section 6, *JSON*); a presenter, for the search package lists products too."""

from collections.abc import Mapping
from typing import Any

from marketplace.catalogue.queries import Listing
from marketplace.places.vocabulary import PlaceName


def listing_as_json(
    listing: Listing, names: Mapping[str, PlaceName], former: Mapping[str, str], base_url: str
) -> dict[str, Any]:
    """One entry of ``/api/v1/products``; money in đồng, ``former`` the old places' names by id."""
    first = listing.first_price
    return {
        "slug": listing.slug,
        "name": listing.name,
        "name_en": listing.name_en,
        "producer": {"slug": listing.producer_slug, "name": listing.producer_name} if listing.producer_id else None,
        "class": listing.class_code,
        "stars": listing.stars,
        "price": {
            "min": listing.lowest,
            "max": listing.highest,
            "unit": first.pack if first else None,
            "per_kg": first.per_kg if first else None,
        },
        "place": {
            "commune": _short(names, listing.place_id),
            "province": _short(names, listing.province_id),
            "former": former.get(listing.legacy_place_id or ""),
        },
        "url": f"{base_url}/san-pham/{listing.slug}",
    }


def _short(names: Mapping[str, PlaceName], place_id: str | None) -> str | None:
    return names[place_id].short if place_id and place_id in names else None
