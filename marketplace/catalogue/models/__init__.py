"""Tables of the catalogue."""

from marketplace.catalogue.models.certificates import Certificate
from marketplace.catalogue.models.doubles import ListingReport, ProductMerge
from marketplace.catalogue.models.drafts import DraftPhoto, ProductDraft
from marketplace.catalogue.models.imports import ImportRow, ImportRun
from marketplace.catalogue.models.offers import Offer, PriceStep
from marketplace.catalogue.models.products import Pack, Product, ProductPhoto, ProductSlug, ProductVersion

__all__ = [
    "Certificate",
    "DraftPhoto",
    "ImportRow",
    "ImportRun",
    "ListingReport",
    "Offer",
    "Pack",
    "PriceStep",
    "Product",
    "ProductDraft",
    "ProductMerge",
    "ProductPhoto",
    "ProductSlug",
    "ProductVersion",
]
