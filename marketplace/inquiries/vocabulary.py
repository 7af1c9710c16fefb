"""Words of inquiries: what is asked, what is answered, and the event that follows."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from marketplace.core.text import Quantity
from marketplace.leads.vocabulary import CALL_AFTER, Contact

# Named in every inquiry; a changed text gets a new version (Luật 91/2025/QH15: consent to a text that was read), and
# the old ones can still be read: templates/site/privacy/<version>.html.
CONSENT_VERSIONS = ("2026-11", "2026-11-24")
CONSENT_VERSION = CONSENT_VERSIONS[-1]
TRACK, ANSWER = "track", "answer"
FLOOD_WINDOW = timedelta(hours=1)
RECEIPTS_PER_ADDRESS_AND_DAY = 10
MOST_MAILED_LATER = 20  # questions that wait when a supplier gets its first mailbox; the others stand on its board
WORDS_MAILED_PER_LEAD_AND_DAY = 5  # what a buyer writes beyond that waits on the board and the page


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


@dataclass(frozen=True)
class QuestionReachable:
    """A question that waits, and that no mail could bring to its supplier, can be mailed now."""

    inquiry_id: int


class Silence(StrEnum):
    """Why nobody may ever have read a question, so that an officer rings."""

    CLOSED = "closed"
    UNCLAIMED = "unclaimed"
    NO_MAILBOX = "no_mailbox"
    SLOW = "slow"

    def concerns(self, since: datetime, moment: datetime) -> bool:
        """Whether a question that waits ``since`` is for the call list; who gets mails has a day to answer."""
        return self is not Silence.SLOW or moment - since >= CALL_AFTER


def silence_of(state: str, has_mailbox: bool) -> Silence:
    """Why a supplier in this state doesn't answer; ``has_mailbox``: one to which mails can be delivered."""
    if state in ("suspended", "closed"):
        return Silence.CLOSED
    if state != "claimed":
        return Silence.UNCLAIMED
    return Silence.SLOW if has_mailbox else Silence.NO_MAILBOX
