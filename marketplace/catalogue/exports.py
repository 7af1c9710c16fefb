"""A product as other programs get it (DESIGN section 6, *JSON*)."""

from collections.abc import Mapping
from typing import Any

from marketplace.catalogue.presenters.cards import place_of
from marketplace.catalogue.queries import Listing, ShownProduct
from marketplace.places.vocabulary import PlaceLine, PlaceName


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


def product_as_json(
    shown: ShownProduct, line: PlaceLine, names: Mapping[str, PlaceName], base_url: str
) -> dict[str, Any]:
    """``/api/v1/products/<slug>``: the entry of the list, and what the page has more."""
    listing = shown.listing
    former = {listing.legacy_place_id: line.former} if listing.legacy_place_id and line.former else {}
    return {
        **listing_as_json(listing, names, former, base_url),
        "description": listing.description,
        "description_en": listing.description_en,
        "ingredients": listing.ingredients,
        "storage": shown.storage,
        "months": [month for month in range(1, 13) if listing.months >> (month - 1) & 1],
        "monthly_grams": listing.monthly_grams,
        "place_text": place_of(listing, names),
        "packs": [
            {"label": price.pack, "grams": price.grams, "price": price.amount, "per_kg": price.per_kg}
            for price in listing.prices
        ],
        "sellers": [{"slug": s.slug, "name": s.name, "is_maker": s.is_maker} for s in shown.sellers],
    }


def _short(names: Mapping[str, PlaceName], place_id: str | None) -> str | None:
    return names[place_id].short if place_id and place_id in names else None
