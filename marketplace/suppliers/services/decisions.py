"""What officers decide about suppliers is written down, and how a supplier stands follows from it."""

from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_
from marketplace.suppliers.models import ReviewMessage, Supplier, SupplierDecision
from marketplace.suppliers.queries.applications import was_never_passed
from marketplace.suppliers.queries.members import standing_memberships
from marketplace.suppliers.services.messages import write_message
from marketplace.suppliers.vocabulary import SupplierChanged
from marketplace.suppliers.vocabulary.reviews import CLOSING_REASONS, SUSPENSION_REASONS, SupplierDecided

CHOOSE_REASON = N_("Hãy chọn một lý do.")
NOT_NOW = N_("Nơi này không còn ở trạng thái ấy. Xin tải lại trang.")


def decide(
    actor: Actor,
    supplier: Supplier,
    kind: str,
    reason: str | None = None,
    *,
    message: ReviewMessage | None = None,
    tells: bool = True,
) -> SupplierDecision:
    """Write a decision down; with ``tells`` the supplier's people get a mail. Emits SupplierDecided then."""
    row = SupplierDecision(
        supplier_id=supplier.id,
        kind=kind,
        message_id=message.id if message else None,
        decided_at=now(),
        decided_by_id=actor.account_id,
    )
    session.add(row)
    session.flush()
    details = {"reason": reason} if reason else {}
    record(actor, f"supplier_{kind}", "supplier", supplier.public_id, **details)
    if tells:
        emit(SupplierDecided(row.id))
    return row


def suspend(actor: Actor, supplier: Supplier, reason: str, words: str) -> None:
    """Hide a supplier until it is reinstated; its people keep reading and answering what they were asked before.

    Raises Refused (``reason``), and where it isn't public. Emits SupplierChanged. The caller pauses its products.
    """
    if reason not in SUSPENSION_REASONS:
        raise Refused(CHOOSE_REASON, field="reason")
    _change(actor, supplier, ("claimed", "unclaimed"), "suspended", "suspended", reason, words)


def reinstate(actor: Actor, supplier: Supplier, words: str = "") -> None:
    """Show a suspended or closed supplier again as it was. Raises Refused where it is neither.

    Emits SupplierChanged. The caller shows its products again.
    """
    state = "claimed" if standing_memberships(supplier.id) else "unclaimed"
    _change(actor, supplier, ("suspended", "closed"), state, "reinstated", None, words)


def close(actor: Actor, supplier: Supplier, reason: str, words: str) -> None:
    """The supplier is no more, or sells no more: its people's rights end, its facts stay.

    Raises Refused (``reason``), and where it is closed. Emits SupplierChanged. The caller pauses its products.
    """
    if reason not in CLOSING_REASONS:
        raise Refused(CHOOSE_REASON, field="reason")
    _change(actor, supplier, ("claimed", "unclaimed", "suspended"), "closed", "closed", reason, words)


def _change(
    actor: Actor, supplier: Supplier, present: tuple[str, ...], state: str, kind: str, reason: str | None, words: str
) -> None:
    if supplier.state not in present or was_never_passed(supplier.id):
        raise Refused(NOT_NOW)
    said = bool(words.strip() or reason)
    message = write_message(actor, "supplier", supplier.id, "officer", words, reason) if said else None
    supplier.state, supplier.changed_at = state, now()
    session.flush()
    decide(actor, supplier, kind, reason, message=message)
    emit(SupplierChanged(supplier.id))
