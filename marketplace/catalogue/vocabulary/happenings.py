"""What happens to products."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ProductChanged:
    """A product is new, or its words, packs, offers, certificates or state are others now."""

    product_id: int
