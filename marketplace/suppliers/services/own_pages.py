"""Writes of a supplier's own people about its page: its words, how it is reached, what officers are asked to mend."""

from collections.abc import Sequence
from datetime import timedelta

from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import messages_of_supplier
from marketplace.suppliers.services.messages import write_message
from marketplace.suppliers.services.organisations import put_contact, update_supplier
from marketplace.suppliers.vocabulary import CorrectionAsked

TOO_MANY = N_("Hôm nay đã gửi nhiều. Xin đợi cán bộ xem.")
MOST_REQUESTS_A_DAY = 10
_DAY = timedelta(days=1)


def put_words(actor: Actor, supplier: Supplier, about: str, about_en: str) -> bool:
    """Keep what the supplier says of itself; says whether anything is new. Emits SupplierChanged."""
    return update_supplier(actor, supplier, {"about": about or None, "about_en": about_en or None})


def put_own_contact(
    actor: Actor, supplier: Supplier, emails: Sequence[str], phone: str | None, *, has_zalo: bool
) -> None:
    """A manager sets mailboxes, phone and Zalo. Emits SupplierChanged."""
    supplier.has_zalo = has_zalo and phone is not None
    put_contact(actor, supplier, emails, phone)


def ask_for_correction(actor: Actor, supplier: Supplier, words: str) -> None:
    """Ask the officers of the area to put right what only they may. Raises Refused (``words``) for many on one day.

    Emits CorrectionAsked, by which it stands in their queue.
    """
    recent = [
        message
        for message in messages_of_supplier(supplier.id)
        if message.side == "person" and message.written_at > now() - _DAY
    ]
    if len(recent) >= MOST_REQUESTS_A_DAY:
        raise Refused(TOO_MANY, field="words")
    message = write_message(actor, "supplier", supplier.id, "person", words)
    emit(CorrectionAsked(supplier.id, message.id))
    record(actor, "ask_for_correction", "supplier", supplier.public_id, message=message.id)
