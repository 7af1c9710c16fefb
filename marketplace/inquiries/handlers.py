"""After an inquiry, and what its buyer wrote later: a mail to the supplier; after an answer: one to the buyer."""

from collections.abc import Sequence

from marketplace.accounts.vocabulary import AccountErased
from marketplace.core.actor import STRANGER
from marketplace.core.clock import months_before, now
from marketplace.core.outbox import Job, Subscription, emit
from marketplace.core.settings import settings
from marketplace.inquiries.mails import answer_to_buyer, inquiry_to_supplier, receipt_for_buyer, word_to_supplier
from marketplace.inquiries.queries import (
    Asked,
    first_of_thread,
    inquiry_answered_by,
    inquiry_by_id,
    inquiry_of_word,
    threads_of_the_day,
    waiting_inquiries,
    words_of_the_day,
)
from marketplace.inquiries.services import erase_quiet
from marketplace.inquiries.vocabulary import (
    MOST_MAILED_LATER,
    RECEIPTS_PER_ADDRESS_AND_DAY,
    WORDS_MAILED_PER_LEAD_AND_DAY,
    InquirySent,
    QuestionReachable,
)
from marketplace.leads.models import LeadEvent
from marketplace.leads.queries import event_by_id, party_by_id
from marketplace.leads.services import erase_parties_of_account
from marketplace.leads.vocabulary import EventKind, LeadEventRecorded, PartyErased, SaidBy, Stage, stage_of
from marketplace.suppliers.queries import mailboxes_of
from marketplace.suppliers.vocabulary import MailboxOpened
from marketplace.web.mail import deliver, drop_mails_about

_TOLD_TO_BUYER = {"quoted", "contacted", "lost"}


def mail_supplier(jobs: Sequence[Job]) -> None:
    """Write to all mailboxes of the supplier who was asked; without one the lead waits on the board alone."""
    for job in jobs:
        asked = inquiry_by_id(job.event.inquiry_id)
        if asked and not asked.party.erased_at:
            deliver(inquiry_to_supplier(asked, mailboxes_of(asked.inquiry.supplier_id)), job.row_id)


def mail_what_waits(jobs: Sequence[Job]) -> None:
    """Who can be mailed from now on is mailed what waits: each question a row of its own, as when it was sent."""
    for job in jobs:
        for inquiry_id in waiting_inquiries(job.event.supplier_id, MOST_MAILED_LATER):
            emit(QuestionReachable(inquiry_id))


def mail_receipt(jobs: Sequence[Job]) -> None:
    """Send the buyer who left an address the link to the private page, once for all that was asked together.

    Nothing that was typed stands in it, and few go to one address: anybody can type another's.
    """
    for job in jobs:
        asked = inquiry_by_id(job.event.inquiry_id)
        if asked and _gets_receipt(asked):
            deliver(receipt_for_buyer(asked), job.row_id)


def mail_buyer(jobs: Sequence[Job]) -> None:
    """Tell the buyer who left an address that the supplier has answered."""
    for job in jobs:
        event = event_by_id(job.event.event_id)
        asked = inquiry_answered_by(event) if event else None
        if event is None or asked is None:
            continue
        if event.said_by in ("supplier", "officer") and event.kind in _TOLD_TO_BUYER:
            deliver(answer_to_buyer(asked, event), job.row_id)


def mail_word(jobs: Sequence[Job]) -> None:
    """Tell the supplier what the buyer wrote or decided later; a new question has a mail of its own.

    Not without end: whoever holds a private link could fill a mailbox.
    """
    for job in jobs:
        event = event_by_id(job.event.event_id)
        if event is None or not _is_later_word(event) or words_of_the_day(event) > WORDS_MAILED_PER_LEAD_AND_DAY:
            continue
        asked = inquiry_of_word(event)
        if asked and stage_of(asked.events) is not Stage.SPAM:
            deliver(word_to_supplier(asked, event, mailboxes_of(asked.inquiry.supplier_id)), job.row_id)


def _is_later_word(event: LeadEvent) -> bool:
    """A question names how much; what is written or decided later doesn't."""
    is_word = event.kind in (EventKind.ASKED_AGAIN, EventKind.LOST) and event.quantity is None
    return is_word and event.said_by == SaidBy.BUYER


def drop_mails(jobs: Sequence[Job]) -> None:
    """Delete from the mail folder what was written to or about persons who were erased."""
    parties = [party_by_id(job.event.party_id) for job in jobs]
    drop_mails_about({party.public_id for party in parties if party})


def erase_account(jobs: Sequence[Job]) -> None:
    """An account is gone: so is the buyer that it was."""
    for job in jobs:
        erase_parties_of_account(STRANGER, job.event.account_id)


def forget_quiet(_jobs: Sequence[Job]) -> None:
    """Erase buyers of whom nothing was heard for as long as the setting says."""
    erase_quiet(months_before(now(), settings().keep_contacts_months))


def _gets_receipt(asked: Asked) -> bool:
    inquiry, email = asked.inquiry, asked.party.email
    if not email or inquiry.id != first_of_thread(inquiry.thread):
        return False
    return threads_of_the_day(inquiry, email) <= RECEIPTS_PER_ADDRESS_AND_DAY


SUBSCRIPTIONS = (
    Subscription("inquiries.mail_supplier", InquirySent, mail_supplier, writes=False),
    Subscription("inquiries.mail_what_waits", MailboxOpened, mail_what_waits),
    Subscription("inquiries.mail_waiting", QuestionReachable, mail_supplier, writes=False),
    Subscription("inquiries.mail_receipt", InquirySent, mail_receipt, writes=False),
    Subscription("inquiries.mail_buyer", LeadEventRecorded, mail_buyer, writes=False),
    Subscription("inquiries.mail_word", LeadEventRecorded, mail_word, writes=False),
    Subscription("inquiries.drop_mails", PartyErased, drop_mails, batch=100, writes=False),
    Subscription("inquiries.erase_account", AccountErased, erase_account),
)
