"""Words of inquiries: what is asked, what is answered, and the event that follows."""

from dataclasses import dataclass
from datetime import date, timedelta

from marketplace.core.text import Quantity
from marketplace.leads.vocabulary import Contact

# Named in every inquiry; a changed text gets a new version (Luật 91/2025/QH15: consent to a text that was read).
CONSENT_VERSION = "2026-11"
TRACK, ANSWER = "track", "answer"
FLOOD_WINDOW = timedelta(hours=1)
RECEIPTS_PER_ADDRESS_AND_DAY = 10


@dataclass(frozen=True)
class NewInquiry:
    """One question to one or several sellers of a product."""

    product_id: int
    product_version_id: int
    supplier_ids: tuple[int, ...]
    quantity: Quantity
    contact: Contact
    words: str
    wanted_by: date | None
    place: str | None
    consent_version: str
    language: str = "vi"
    channel: str = "form"
    buyer_kind: str | None = None
    buyer_province_id: str | None = None


@dataclass(frozen=True)
class Quote:
    """A supplier's answer: đồng for one ``price_unit`` (``kg`` or a pack's word), and whether the day can be kept."""

    price: int
    price_unit: str
    deliverable: str | None
    words: str


@dataclass(frozen=True)
class InquirySent:
    """A buyer's question to one supplier was kept."""

    inquiry_id: int
