"""Tables of the catalogue."""

from marketplace.catalogue.models.certificates import Certificate
from marketplace.catalogue.models.imports import ImportRow, ImportRun
from marketplace.catalogue.models.offers import Offer, PriceStep
from marketplace.catalogue.models.products import Pack, Product, ProductPhoto, ProductSlug, ProductVersion

__all__ = [
    "Certificate",
    "ImportRow",
    "ImportRun",
    "Offer",
    "Pack",
    "PriceStep",
    "Product",
    "ProductPhoto",
    "ProductSlug",
    "ProductVersion",
]
