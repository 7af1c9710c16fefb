"""A product as other programs get it (DESIGN section 6, *JSON*)."""

from collections.abc import Mapping
from typing import Any

from marketplace.catalogue.presenters.cards import place_of
from marketplace.catalogue.presenters.entries import listing_as_json
from marketplace.catalogue.queries import ShownProduct
from marketplace.places.vocabulary import PlaceLine, PlaceName


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
