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


@dataclass(frozen=True)
class ProductsPassed:
    """An officer showed what a supplier handed in."""

    supplier_id: int
    product_ids: list[int]


@dataclass(frozen=True)
class ProductReturned:
    """An officer gave a product, or its new words, back; why stands in the message."""

    product_id: int
    message_id: int


@dataclass(frozen=True)
class DecliningWithdrawn:
    """An officer took back that a paper was declined: it waits again."""

    certificate_id: int


@dataclass(frozen=True)
class CertificateDeclined:
    """An officer found that a paper isn't what was claimed; why stands in the message."""

    certificate_id: int
    message_id: int
