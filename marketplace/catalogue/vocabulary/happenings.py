"""What happens to products and to lists."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ProductChanged:
    """A product is new, or its words, packs, offers, certificates or state are others now."""

    product_id: int


@dataclass(frozen=True)
class ListHandedIn:
    """A list waits for its preview."""

    run_id: int


@dataclass(frozen=True)
class ListConfirmed:
    """A person has seen the preview and wants the list, or a part of it was taken and the rest is due."""

    run_id: int
