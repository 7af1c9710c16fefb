"""The pages of products and suppliers, and the officers' word on certificates."""

from marketplace.catalogue.routes import certificates, public
from marketplace.catalogue.routes.registry import section

__all__ = ["certificates", "public", "section"]
