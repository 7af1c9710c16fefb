"""Organisations come in by themselves: their people apply, an officer of the area passes them, asks, or refuses."""

from datetime import datetime, timedelta

from marketplace.core.actor import Actor
from marketplace.core.attempts import attempts_within, bucket_of, note_attempt
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.places.queries import place
from marketplace.suppliers.models import MembershipRow, Supplier, SupplierApplication
from marketplace.suppliers.queries.applications import open_application_of
from marketplace.suppliers.services.decisions import decide
from marketplace.suppliers.services.messages import write_message
from marketplace.suppliers.services.organisations import register_supplier
from marketplace.suppliers.vocabulary import NewSupplier, SupplierChanged, match_key_of
from marketplace.suppliers.vocabulary.reviews import (
    CHANGE_REASONS,
    REFUSAL_REASONS,
    VERIFICATION_WAYS,
    ApplicationMade,
    NewApplication,
)

MOST_A_DAY = 3  # applications of one account
MOST_FROM_NETWORK = 30  # in a day, however many accounts: generous, for many phones share a carrier's address
DAY = timedelta(days=1)
ALREADY = N_("Bạn đã gửi hồ sơ của nơi này và đang chờ cán bộ xem.")
TOO_MANY = N_("Hôm nay bạn đã gửi nhiều hồ sơ. Xin gửi tiếp vào ngày mai.")
TOO_MANY_THERE = N_("Hôm nay từ mạng này đã có nhiều hồ sơ. Xin gửi tiếp vào ngày mai, hoặc bằng mạng khác.")
SETTLED = N_("Hồ sơ này đã xong rồi.")
CHOOSE_REASON = N_("Hãy chọn một lý do.")
CHOOSE_WAY = N_("Hãy chọn: bạn biết rõ nơi này bằng cách nào?")
NOT_ONESELF = N_("Đây là hồ sơ của chính bạn: xin một cán bộ khác xem.")


def apply(actor: Actor, new: NewApplication, network: str = "") -> SupplierApplication:
    """Enter an organisation that waits to be passed; whoever applies is its manager, and may write its products.

    Raises Refused (``name``) where the account has one of that name waiting, and after MOST_A_DAY in a day, or
    MOST_FROM_NETWORK of all accounts from the sender's ``network``. Nobody else sees it before an officer passes it.
    """
    if open_application_of(actor.account_id, match_key_of(new.name)):
        raise Refused(ALREADY, field="name")
    _count(str(actor.account_id), network)
    supplier = register_supplier(actor, _supplier(new))
    session.add(MembershipRow(account_id=actor.account_id, supplier_id=supplier.id, role="manager", began_at=now()))
    row = SupplierApplication(
        supplier_id=supplier.id, account_id=actor.account_id, applied_at=now(), due_at=_promised()
    )
    session.add(row)
    session.flush()
    record(actor, "apply", "supplier", supplier.public_id)
    emit(ApplicationMade(row.id))
    return row


def _count(account: str, network: str) -> None:
    own, senders = bucket_of("application", account), bucket_of("application-network", network)
    if attempts_within(own, DAY) >= MOST_A_DAY:
        raise Refused(TOO_MANY)
    if network and attempts_within(senders, DAY) >= MOST_FROM_NETWORK:
        raise Refused(TOO_MANY_THERE)
    note_attempt(own)
    note_attempt(senders)


def _supplier(new: NewApplication) -> NewSupplier:
    commune = new.place
    return NewSupplier(
        name=new.name,
        kind=new.kind,
        is_producer=new.is_producer,
        is_outlet=new.is_outlet,
        tax_code=new.tax_code,
        place_id=commune.place_id,
        legacy_place_id=commune.legacy_place_id,
        province_id=place(str(commune.place_id)).province_id,
        phone=new.phone,
        has_zalo=new.has_zalo,
        representative=new.representative,
        members_official=new.members_official,
        about=new.about,
        state="applied",
        source="form",
        emails=(new.email,) if new.email else (),
    )


def answer_officer(actor: Actor, row: SupplierApplication, words: str) -> None:
    """The applicant writes; where changes were asked it waits for the officer again, with a new promise."""
    if row.state not in ("open", "changes_asked"):
        raise Refused(SETTLED)
    write_message(actor, "application", row.id, "person", words)
    if row.state == "changes_asked":
        row.state, row.due_at = "open", _promised()
        emit(ApplicationMade(row.id))
    session.flush()


def withdraw_application(actor: Actor, row: SupplierApplication, supplier: Supplier) -> None:
    """The applicant takes it back; the organisation is closed and was never public. Raises Refused when settled."""
    _refuse_settled(row)
    _settle(actor, row, "withdrawn")
    supplier.state = "closed"
    session.flush()
    record(actor, "withdraw_application", "supplier", supplier.public_id)


def pass_application(actor: Actor, row: SupplierApplication, supplier: Supplier, way: str) -> None:
    """An officer lets the organisation in, and says how he made sure who it is (VERIFICATION_WAYS).

    Raises Refused for another way (``way``), when it is settled, and for the own one. Emits SupplierChanged.
    """
    if way not in VERIFICATION_WAYS:
        raise Refused(CHOOSE_WAY, field="way")
    _refuse_settled(row)
    _refuse_own(actor, row)
    _settle(actor, row, "passed")
    supplier.state, supplier.changed_at = "claimed", now()
    supplier.verified_at, supplier.verified_by_id = now(), actor.account_id
    decide(actor, supplier, "verified", way, tells=False)
    decide(actor, supplier, "passed")
    emit(SupplierChanged(supplier.id))


def ask_for_changes(actor: Actor, row: SupplierApplication, supplier: Supplier, reason: str, words: str) -> None:
    """An officer asks for something; it is the applicant's turn. Raises Refused (``reason``), and when settled."""
    if reason not in CHANGE_REASONS:
        raise Refused(CHOOSE_REASON, field="reason")
    _refuse_settled(row)
    message = write_message(actor, "application", row.id, "officer", words, reason)
    row.state = "changes_asked"
    decide(actor, supplier, "changes_asked", reason, message=message)


def refuse_application(actor: Actor, row: SupplierApplication, supplier: Supplier, reason: str, words: str) -> None:
    """An officer doesn't let it in; the organisation is closed. Raises Refused (``reason``), and when settled."""
    if reason not in REFUSAL_REASONS:
        raise Refused(CHOOSE_REASON, field="reason")
    _refuse_settled(row)
    _refuse_own(actor, row)
    message = write_message(actor, "application", row.id, "officer", words, reason)
    _settle(actor, row, "refused")
    supplier.state = "closed"
    decide(actor, supplier, "refused", reason, message=message)


def _promised() -> datetime:
    return now() + settings().review_within


def _refuse_settled(row: SupplierApplication) -> None:
    if row.state not in ("open", "changes_asked"):
        raise Refused(SETTLED)


def _refuse_own(actor: Actor, row: SupplierApplication) -> None:
    """Nobody lets himself in, be he an officer."""
    if row.account_id == actor.account_id:
        raise Refused(NOT_ONESELF)


def _settle(actor: Actor, row: SupplierApplication, state: str) -> None:
    row.state, row.decided_at, row.decided_by_id = state, now(), actor.account_id
    session.flush()
