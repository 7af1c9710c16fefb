"""Every read of the catalogue."""

from marketplace.catalogue.queries.certificates import (
    ClaimedCertificate,
    are_verifiable,
    certificates_of_area,
    claimed_certificates,
    settled_today_by,
    waiting_certificates,
)
from marketplace.catalogue.queries.copies import LeadCopies, lead_copies
from marketplace.catalogue.queries.listings import Listing, listings, places_of
from marketplace.catalogue.queries.offers import Seller, sellers_of
from marketplace.catalogue.queries.photos import ProductPicture, photos_of
from marketplace.catalogue.queries.prices import Price, first_price
from marketplace.catalogue.queries.products import (
    MovedTo,
    ShownProduct,
    is_shown,
    names_of_products_by_supplier,
    product_choices_of,
    product_counts,
    products_made_by,
    products_of_same_class,
    products_sold_by,
    published_ids,
    published_ids_of_suppliers,
    shown_product,
)

__all__ = [
    "ClaimedCertificate",
    "LeadCopies",
    "Listing",
    "MovedTo",
    "Price",
    "ProductPicture",
    "Seller",
    "ShownProduct",
    "are_verifiable",
    "certificates_of_area",
    "claimed_certificates",
    "first_price",
    "is_shown",
    "lead_copies",
    "listings",
    "names_of_products_by_supplier",
    "photos_of",
    "places_of",
    "product_choices_of",
    "product_counts",
    "products_made_by",
    "products_of_same_class",
    "products_sold_by",
    "published_ids",
    "published_ids_of_suppliers",
    "sellers_of",
    "settled_today_by",
    "shown_product",
    "waiting_certificates",
]
