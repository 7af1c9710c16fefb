"""What somebody hands in: who a buyer is, a new lead, and what happened to one."""

from dataclasses import dataclass
from datetime import date, datetime

from marketplace.core.text import Quantity
from marketplace.leads.vocabulary.kinds import EventKind, Evidence, SaidBy

__all__ = ["Contact", "NewEvent", "NewLead", "NewTypedLead", "Quantity"]


@dataclass(frozen=True)
class Contact:
    """A buyer as he names himself, or as a supplier knows him; any part may be missing. ``phone`` is E.164."""

    name: str | None = None
    organisation: str | None = None
    phone: str | None = None
    email: str | None = None
    place_text: str | None = None


@dataclass(frozen=True)
class NewLead:
    """A buyer's question to one supplier, or a contact that is typed in. ``occurred_at`` None means now."""

    channel: str
    supplier_id: int
    party_id: int
    product_id: int | None = None
    quantity: Quantity | None = None
    wanted_by: date | None = None
    words: str | None = None
    occurred_at: datetime | None = None
    day_only: bool = False
    said_by: str = SaidBy.BUYER
    buyer_kind: str | None = None
    buyer_province_id: str | None = None


@dataclass(frozen=True)
class NewTypedLead:
    """What a supplier writes down of a call, a message or a visit."""

    channel: str
    contact: Contact
    product_id: int | None = None
    quantity: Quantity | None = None
    words: str | None = None


@dataclass(frozen=True)
class NewEvent:
    """Something that happened to a lead. Values and prices are đồng, ``price`` for one ``price_unit``.

    ``occurred_at`` None means now; with ``day_only`` it is noon of a day of which no hour is known.
    """

    kind: str | EventKind
    occurred_at: datetime | None = None
    day_only: bool = False
    said_by: str = SaidBy.SUPPLIER
    evidence: str = Evidence.TOLD
    value: int | None = None
    quantity: Quantity | None = None
    price: int | None = None
    price_unit: str | None = None
    deliverable: str | None = None
    reason: str | None = None
    words: str | None = None
