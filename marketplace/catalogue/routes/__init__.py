"""The pages of products and suppliers, what officers settle about them, and lists that are handed in."""

from marketplace.catalogue.routes import certificates, handing_in, lists, public, reviews
from marketplace.catalogue.routes.registry import section

__all__ = ["certificates", "handing_in", "lists", "public", "reviews", "section"]
