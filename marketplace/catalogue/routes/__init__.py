"""The pages of products and suppliers, and what officers settle about them."""

from marketplace.catalogue.routes import certificates, public, reviews
from marketplace.catalogue.routes.registry import section

__all__ = ["certificates", "public", "reviews", "section"]
