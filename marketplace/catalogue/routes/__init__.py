"""The pages of products and suppliers and their JSON, what officers settle about them, and lists that are handed in."""

from marketplace.catalogue.routes import (
    api,
    certificates,
    coming_in,
    handing_in,
    lists,
    offers,
    product_forms,
    public,
    reports,
    reviews,
    scans,
    standing,
    taking_down,
)
from marketplace.catalogue.routes.registry import section

__all__ = [
    "api",
    "certificates",
    "coming_in",
    "handing_in",
    "lists",
    "offers",
    "product_forms",
    "public",
    "reports",
    "reviews",
    "scans",
    "section",
    "standing",
    "taking_down",
]
