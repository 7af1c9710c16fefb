"""Where a supplier writes its products: the sheet that saves by itself, its pictures, and all that it makes."""

from marketplace.catalogue.routes.product_forms import own, pictures, sheets

__all__ = ["own", "pictures", "sheets"]
