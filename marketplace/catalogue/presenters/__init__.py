"""What the catalogue's pages, and the cards of other packages' pages, print."""

from marketplace.catalogue.presenters.badges import Badge, badge_of
from marketplace.catalogue.presenters.cards import Card, card, cards, shown_name
from marketplace.catalogue.presenters.entries import listing_as_json
from marketplace.catalogue.presenters.pictures import Art, Picture, art_of
from marketplace.catalogue.presenters.product_pages import ProductPage, product_page
from marketplace.catalogue.presenters.supplier_pages import (
    SupplierPage,
    SuppliersPage,
    supplier_page,
)

__all__ = [
    "Art",
    "Badge",
    "Card",
    "Picture",
    "ProductPage",
    "SupplierPage",
    "SuppliersPage",
    "art_of",
    "badge_of",
    "card",
    "cards",
    "listing_as_json",
    "product_page",
    "shown_name",
    "supplier_page",
]
