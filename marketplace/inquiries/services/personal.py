"""What a buyer may ask of his own data: a copy, a correction, the deletion; and forgetting who has long been quiet.

Each is a fact of its own (Luật 91/2025/QH15): DataRequest outlives what it deleted.
"""

from datetime import datetime

from marketplace.core.actor import STRANGER, Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.inquiries.models import DataRequest
from marketplace.inquiries.queries import Kept
from marketplace.leads.queries import quiet_parties
from marketplace.leads.services import correct_party, erase_party
from marketplace.leads.vocabulary import Contact

DELETION, WITHDRAWAL = "deletion", "withdrawal"
PER_NIGHT = 500  # buyers; the rest follows in the next nights
_REACHABLE = N_("Hãy để lại số điện thoại hoặc thư điện tử, không thì nơi bán không trả lời được.")
_WHICH = N_("Hãy chọn xóa, hoặc rút lại đồng ý.")


def note_copy(actor: Actor, kept: Kept) -> None:
    """Note that the buyer took a copy of what is kept of him."""
    _note(actor, kept, "copy")


def correct_person(actor: Actor, kept: Kept, contact: Contact) -> None:
    """The buyer says who he is from now on. Raises Refused (``phone``) when he could no longer be reached."""
    if not contact.phone and not contact.email:
        raise Refused(_REACHABLE, field="phone")
    correct_party(actor, kept.party, contact)
    _note(actor, kept, "correction")


def erase_person(actor: Actor, kept: Kept, kind: str) -> None:
    """Delete what is kept of the buyer; withdrawing the consent does the same. Raises Refused for another ``kind``."""
    if kind not in (DELETION, WITHDRAWAL):
        raise Refused(_WHICH)
    _note(actor, kept, kind)
    erase_party(actor, kept.party, also=kept.answer_message_ids)


def erase_quiet(since: datetime) -> int:
    """Erase buyers in whose leads nothing has happened since then, a portion of them; the log has their number."""
    parties = quiet_parties(since, PER_NIGHT)
    for party in parties:
        erase_party(STRANGER, party)
    record(STRANGER, "erase_quiet", "party", "-", count=len(parties), since=since.date().isoformat())
    return len(parties)


def _note(actor: Actor, kept: Kept, kind: str) -> None:
    session.add(
        DataRequest(kind=kind, party_id=kept.party.id, account_id=actor.account_id, asked_at=now(), done_at=now())
    )
    session.flush()
    record(actor, "data_request", "party", kept.party.public_id, kind=kind)
