"""A product, the suppliers and one of them for other programs (DESIGN section 6, *JSON*)."""

from flask import jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.exports import places_named_by, product_as_json, supplier_as_json, supplier_entry
from marketplace.catalogue.forms import read_suppliers_query
from marketplace.catalogue.queries import (
    MovedTo,
    ShownProduct,
    listings,
    places_of,
    product_counts,
    products_made_by,
    products_sold_by,
    shown_product,
)
from marketplace.catalogue.routes.registry import section
from marketplace.core.clock import today
from marketplace.core.permissions import anyone
from marketplace.core.settings import settings
from marketplace.places.presenters import place_line
from marketplace.places.queries import display_names, keys_inside
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import SupplierMoved, public_supplier, suppliers_named


@section.page("/api/v1/products/<slug>", load=shown_product, allow=anyone)
def api_product(shown: ShownProduct | MovedTo) -> ResponseReturnValue:
    """A product as JSON (DESIGN section 6)."""
    if isinstance(shown, MovedTo):
        return redirect(url_for("catalogue.api_product", slug=shown.slug), 301)
    listing = shown.listing
    line = place_line(listing.place_id or listing.province_id, listing.legacy_place_id)
    names = display_names(places_of([listing]))
    return jsonify(product_as_json(shown, line, names, settings().site_url))


@section.page("/api/v1/suppliers", allow=anyone)
def api_suppliers() -> ResponseReturnValue:
    """All suppliers that match, by name."""
    asked = read_suppliers_query(request.args)
    within = [keys_inside(keys) for keys in asked.places]
    found, total = suppliers_named(asked.text, offset=asked.offset, limit=asked.per_page, within=within)
    names, counts = display_names(places_named_by(found)), product_counts([supplier.id for supplier in found])
    base_url = settings().site_url
    results = [supplier_entry(supplier, names, counts.get(supplier.id, 0), base_url) for supplier in found]
    return jsonify({"total": total, "page": asked.page, "per_page": asked.per_page, "results": results})


@section.page("/api/v1/suppliers/<slug>", load=public_supplier, allow=anyone)
def api_supplier(shown: Supplier | SupplierMoved) -> ResponseReturnValue:
    """A supplier with what it makes and sells; an old address leads to the new one."""
    if isinstance(shown, SupplierMoved):
        return redirect(url_for("catalogue.api_supplier", slug=shown.slug), 301)
    made, sold = products_made_by(shown.id), products_sold_by(shown.id)
    found = listings([*made, *sold], today())
    former = {listing.legacy_place_id for listing in found.values() if listing.legacy_place_id}
    names = display_names({*places_of(found.values()), *former, *places_named_by([shown])})
    makes, sells = [found[key] for key in made], [found[key] for key in sold]
    return jsonify(supplier_as_json(shown, names, makes, sells, settings().site_url))
