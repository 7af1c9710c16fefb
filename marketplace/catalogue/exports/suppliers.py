"""Suppliers as other programs get them (DESIGN section 6, *JSON*).

Never a tax code, a telephone number or an address: a household's are its owner's.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from marketplace.catalogue.presenters.entries import listing_as_json
from marketplace.catalogue.queries import Listing
from marketplace.places.vocabulary import PlaceName
from marketplace.suppliers.models import Supplier


def supplier_entry(supplier: Supplier, names: Mapping[str, PlaceName], products: int, base_url: str) -> dict[str, Any]:
    """One of the list; ``names`` are those of its places, ``products`` how many it makes or sells."""
    former = names.get(supplier.legacy_place_id or "")
    return {
        "slug": supplier.slug,
        "name": supplier.name,
        "kind": supplier.kind,
        "is_producer": supplier.is_producer,
        "is_outlet": supplier.is_outlet,
        "place": {
            "commune": _short(names, supplier.place_id),
            "province": _short(names, supplier.province_id),
            "former": former.full if former else None,
        },
        "products": products,
        "url": f"{base_url}/chu-the/{supplier.slug}",
    }


def supplier_as_json(
    supplier: Supplier,
    names: Mapping[str, PlaceName],
    makes: Sequence[Listing],
    sells: Sequence[Listing],
    base_url: str,
) -> dict[str, Any]:
    """``/api/v1/suppliers/<slug>``: the entry of the list, what it says of itself, and its products as they are listed.

    ``names`` are those of all places that supplier and products name.
    """
    former = {key: name.full for key, name in names.items()}
    return {
        **supplier_entry(supplier, names, len(makes) + len(sells), base_url),
        "about": supplier.about,
        "about_en": supplier.about_en,
        "verified": supplier.verified_at is not None,
        "claimed": supplier.state == "claimed",
        "makes": [listing_as_json(listing, names, former, base_url) for listing in makes],
        "sells": [listing_as_json(listing, names, former, base_url) for listing in sells],
    }


def places_named_by(suppliers: Iterable[Supplier]) -> set[str]:
    """Keys of all places that these suppliers name."""
    return {key for s in suppliers for key in (s.place_id, s.province_id, s.legacy_place_id) if key}


def _short(names: Mapping[str, PlaceName], place_id: str | None) -> str | None:
    return names[place_id].short if place_id and place_id in names else None
