"""Anybody says that a listing is wrong, doubled or closed; an officer settles it."""

from sqlalchemy import update

from marketplace.catalogue.models import ListingReport
from marketplace.catalogue.queries.reports import Reported, reported_at
from marketplace.catalogue.vocabulary.reports import (
    CONTACT_KEPT_FOR,
    OWN,
    REPORT_KINDS,
    REPORT_OUTCOMES,
    REPORT_WINDOW,
    REPORTS_ABOUT_ONE,
    REPORTS_FROM_NETWORK,
    NewReport,
    ReportSettled,
)
from marketplace.core.actor import Actor
from marketplace.core.attempts import attempts_within, bucket_of, note_attempt
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_
from marketplace.suppliers.queries import message_by_id
from marketplace.suppliers.services import write_message
from marketplace.suppliers.vocabulary import CorrectionAsked

CHOOSE = N_("Hãy chọn một ý.")
SAY_WHAT = N_("Hãy viết điều gì sai.")
NO_SUCH = N_("Không có trang nào ở địa chỉ này. Hãy chép địa chỉ của trang kia vào đây.")
ITSELF = N_("Đây là địa chỉ của chính trang này.")
TOO_MANY = N_("Đã nhận nhiều báo sai liền nhau. Xin đợi một giờ rồi gửi tiếp; điều bạn viết vẫn còn ở đây.")
CHOOSE_OUTCOME = N_("Hãy chọn một kết quả.")
SETTLED = N_("Báo sai này đã có người xem xong.")


def is_report_allowed(network: str, about: str) -> bool:
    """Whether another report may come from a network, and about a listing (its public id); counts it if so."""
    buckets = (bucket_of("report-from", network), bucket_of("report-about", about))
    limits = (REPORTS_FROM_NETWORK, REPORTS_ABOUT_ONE)
    if any(attempts_within(each, REPORT_WINDOW) >= most for each, most in zip(buckets, limits, strict=True)):
        return False
    for each in buckets:
        note_attempt(each)
    return True


def report_listing(actor: Actor, about: Reported, new: NewReport) -> ListingReport:
    """Keep a report for the officers of the area.

    Raises Refused: ``kind`` for none of REPORT_KINDS, ``words`` where nothing says what is wrong, ``other`` for an
    address that is no listing of the kind, or the same.
    """
    if new.kind not in REPORT_KINDS:
        raise Refused(CHOOSE, field="kind")
    if new.kind == "wrong" and not new.words.strip():
        raise Refused(SAY_WHAT, field="words")
    other = _other(about, new)
    row = ListingReport(
        subject=about.subject,
        subject_id=about.id,
        kind=new.kind,
        other_id=other.id if other else None,
        contact=new.contact,
        account_id=actor.account_id,
        reported_at=now(),
    )
    session.add(row)
    session.flush()
    if new.words.strip():
        write_message(actor, "report", row.id, "person", new.words)
    return row


def _other(about: Reported, new: NewReport) -> Reported | None:
    if new.kind != "double" or not new.other.strip():
        return None
    other = reported_at(new.other, about.subject)
    if other is None:
        raise Refused(NO_SUCH, field="other")
    if other.id == about.id:
        raise Refused(ITSELF, field="other")
    return other


def queue_correction(asked: CorrectionAsked) -> None:
    """What a supplier's own people ask for stands in the officers' queue, in their words."""
    message = message_by_id(asked.message_id)
    if message is None or not message.body:
        return
    row = ListingReport(
        subject="supplier",
        subject_id=asked.supplier_id,
        kind=OWN,
        account_id=message.account_id,
        reported_at=message.written_at,
    )
    session.add(row)
    session.flush()
    write_message(Actor(account_id=message.account_id), "report", row.id, "person", message.body)


def forget_contacts() -> None:
    """Empty how those are reached whose report was settled some time ago."""
    old = ListingReport.settled_at < now() - CONTACT_KEPT_FOR
    session.execute(update(ListingReport).where(old, ListingReport.contact.is_not(None)).values(contact=None))


def forget_contacts_of(account_id: int) -> None:
    """Empty how a person is reached who had the account erased."""
    session.execute(update(ListingReport).where(ListingReport.account_id == account_id).values(contact=None))


def settle_report(actor: Actor, row: ListingReport, outcome: str, words: str = "") -> None:
    """An officer says what came of it; who left an e-mail address gets the words, own people too. Emits ReportSettled.

    Raises Refused for none of REPORT_OUTCOMES (``outcome``), and where it is settled.
    """
    if outcome not in REPORT_OUTCOMES:
        raise Refused(CHOOSE_OUTCOME, field="outcome")
    if row.settled_at is not None:
        raise Refused(SETTLED)
    if words.strip():
        write_message(actor, "report", row.id, "officer", words)
        if row.kind == OWN:  # its people read it where they asked
            write_message(actor, "supplier", row.subject_id, "officer", words)
    row.outcome, row.settled_at, row.settled_by_id = outcome, now(), actor.account_id
    session.flush()
    record(actor, "settle_report", "report", row.public_id, outcome=outcome)
    emit(ReportSettled(row.id))
