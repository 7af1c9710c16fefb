"""The pages of products and suppliers and their JSON, what officers settle about them, and lists that are handed in."""

from marketplace.catalogue.routes import (
    api,
    certificates,
    handing_in,
    lists,
    product_forms,
    public,
    reviews,
    scans,
    suggestions,
)
from marketplace.catalogue.routes.registry import section

__all__ = [
    "api",
    "certificates",
    "handing_in",
    "lists",
    "product_forms",
    "public",
    "reviews",
    "scans",
    "section",
    "suggestions",
]
