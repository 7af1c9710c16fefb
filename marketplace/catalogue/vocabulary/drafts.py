"""Suppliers, products and papers as a list leaves them: what the database has, with what the list changes.

A draft without ``id`` is not in the database yet. ``line`` is the first line of the list that told of it: that line
speaks for it, later ones only add, or two rows about one thing would undo each other.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from marketplace.catalogue.vocabulary.given import Words


@dataclass(eq=False)
class SupplierDraft:
    """A supplier. ``values`` are attributes of the table, ``changes`` those of them that the list sets anew.

    ``also_ids``, ``also_keys`` and ``also_codes`` are keys, match keys and tax codes of what is taken for it.
    """

    values: dict[str, Any]
    id: int | None = None
    line: int | None = None
    is_verified: bool = False
    is_placed: bool = False  # an officer chose where it is
    has_mailbox: bool = False
    email: str | None = None  # to be entered
    also_ids: frozenset[int] = frozenset()
    also_keys: frozenset[str] = frozenset()
    also_codes: frozenset[str] = frozenset()
    changes: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        """An attribute as it will stand."""
        return self.values[name]

    def put(self, given: dict[str, Any]) -> bool:
        """Set what differs; says whether anything did."""
        differing = {name: value for name, value in given.items() if self.values.get(name) != value}
        self.values |= differing
        self.changes |= differing
        return bool(differing)

    @property
    def speaks_for_itself(self) -> bool:
        """Once claimed or verified, or entered by a person, its own word stands above a list's."""
        return self["source"] != "import" or self["state"] != "unclaimed" or self.is_verified


@dataclass(eq=False)
class OfferDraft:
    """What a supplier wants for a pack; ``terms`` are the attributes of the table."""

    seller: SupplierDraft
    terms: dict[str, Any]
    id: int | None = None
    line: int | None = None
    is_changed: bool = False


@dataclass(eq=False)
class PackDraft:
    """A size."""

    label: str
    grams: int | None
    id: int | None = None
    offers: list[OfferDraft] = field(default_factory=list)

    def offer_of(self, seller: SupplierDraft) -> OfferDraft | None:
        """What this supplier wants for it."""
        return next((offer for offer in self.offers if offer.seller is seller), None)


@dataclass(eq=False)
class PaperDraft:
    """An OCOP decision about a product."""

    stars: int
    decision_no: str | None = None
    issuer: str | None = None
    issued_on: date | None = None
    expires_on: date | None = None
    remark: str | None = None
    is_from_list: bool = True  # claimed by a list and verified by nobody: a list may put it right
    id: int | None = None
    line: int | None = None
    is_changed: bool = False


@dataclass(eq=False)
class ProductDraft:
    """A product; without ``maker`` its producer isn't known. ``also_keys``: match keys of what is taken for it."""

    maker: SupplierDraft | None
    words: Words
    match_key: str
    values: dict[str, Any]  # class_code, proposed_class, province_id, place_id, place_text, state, source
    id: int | None = None
    line: int | None = None
    also_keys: frozenset[str] = frozenset()
    has_new_words: bool = False
    has_new_class: bool = False
    has_new_state: bool = False
    packs: list[PackDraft] = field(default_factory=list)
    papers: list[PaperDraft] = field(default_factory=list)


Draft = SupplierDraft | ProductDraft | OfferDraft | PaperDraft
KIND_OF: dict[type, str] = {
    SupplierDraft: "supplier",
    ProductDraft: "product",
    OfferDraft: "offer",
    PaperDraft: "paper",
}
