"""What everybody may see: a product, a supplier, all suppliers by name."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.policies import may_review_product, may_sell_too
from marketplace.catalogue.presenters import cards, product_page, supplier_page
from marketplace.catalogue.presenters.product_pages import product_meta
from marketplace.catalogue.presenters.supplier_pages import SuppliersPage, supplier_meta, supplier_row
from marketplace.catalogue.queries import (
    MovedTo,
    ShownProduct,
    listings,
    names_of_products_by_supplier,
    places_of,
    products_made_by,
    products_of_same_class,
    products_sold_by,
    shown_product,
)
from marketplace.catalogue.queries.listings import Listing
from marketplace.catalogue.queries.reviews import product_of_area
from marketplace.catalogue.routes.registry import section
from marketplace.core.clock import today
from marketplace.core.permissions import anyone
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.core.views import Meta
from marketplace.media.queries import shown_photo
from marketplace.places.presenters import place_line
from marketplace.places.queries import display_names
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import SupplierMoved, public_supplier, suppliers_named
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.paging import page_number, pager_of
from marketplace.web.signin import current_actor

PER_PAGE = 40
RELATED = 4


@section.page("/san-pham/<slug>", load=shown_product, allow=anyone)
def product(shown: ShownProduct | MovedTo) -> ResponseReturnValue:
    """A product with all who sell it; an old address leads to the new one."""
    if isinstance(shown, MovedTo):
        return redirect(url_for("catalogue.product", slug=shown.slug), 301)
    listing = shown.listing
    line = place_line(listing.place_id or listing.province_id, listing.legacy_place_id)
    others = listings(products_of_same_class(listing, RELATED), shown.today)
    sellers_places = [seller.place_id for seller in shown.sellers if seller.place_id]
    names = display_names([*sellers_places, *places_of(others.values())])
    related = tuple(cards(others.values(), names))
    built = product_page(shown, line, names, age_confirmed="du-18" in request.args, related=related)
    meta = product_meta(shown, line, settings().site_url, shows_prices=built.adult is None)
    actor = current_actor()
    sell_href = url_for("catalogue.offer_form", slug=listing.slug) if may_sell_too(actor, shown) else None
    return page(
        "catalogue/product.html", page=built, meta=meta, sell_href=sell_href, take_down_href=_take_down_href(listing)
    )


def _take_down_href(listing: Listing) -> str | None:
    """For an officer of the area alone."""
    actor = current_actor()
    if not actor.is_officer and not actor.is_administrator:
        return None
    found = product_of_area(actor, listing.public_id)
    if found is None or not may_review_product(actor, found):
        return None
    return url_for("catalogue.taking_down", product_id=listing.public_id)


@section.page("/chu-the", allow=anyone)
def suppliers() -> ResponseReturnValue:
    """All suppliers, by name."""
    wanted = request.args.get("q", "").strip()[:100]
    number = page_number(request.args.get("trang"))
    found, total = suppliers_named(wanted, offset=(number - 1) * PER_PAGE, limit=PER_PAGE)
    names = display_names(key for s in found if (key := s.place_id or s.province_id))
    known_for = names_of_products_by_supplier([supplier.id for supplier in found])
    shown = SuppliersPage(
        q=wanted,
        action=url_for("catalogue.suppliers"),
        total=total,
        rows=tuple(supplier_row(supplier, names, known_for[supplier.id]) for supplier in found),
        pager=pager_of(number, PER_PAGE, total),
        clear_href=url_for("catalogue.suppliers"),
    )
    meta = Meta(
        title=translate(N_("Người làm")),
        description=translate(N_("Hợp tác xã, tổ hợp tác, hộ và doanh nghiệp làm ra sản phẩm OCOP.")),
        canonical=settings().site_url + url_for("catalogue.suppliers"),
        index=not wanted,
    )
    return page("catalogue/suppliers.html", page=shown, meta=meta)


@section.page("/chu-the/<slug>", load=public_supplier, allow=anyone)
def supplier(shown: Supplier | SupplierMoved) -> ResponseReturnValue:
    """A supplier with what it makes and sells."""
    if isinstance(shown, SupplierMoved):
        return redirect(url_for("catalogue.supplier", slug=shown.slug), 301)
    made, sold = products_made_by(shown.id), products_sold_by(shown.id)
    found = listings([*made, *sold], today())
    names = display_names([*places_of(found.values()), *([shown.place_id] if shown.place_id else [])])
    line = place_line(shown.place_id or shown.province_id, shown.legacy_place_id)
    commune = names[shown.place_id].short if shown.place_id in names else None
    makes = cards([found[key] for key in made], names)
    sells = cards([found[key] for key in sold], names)
    photo = shown_photo(shown.photo_id)
    built = supplier_page(shown, line, commune, makes, sells, photo)
    return page("catalogue/supplier.html", page=built, meta=supplier_meta(shown, line, settings().site_url, photo))
