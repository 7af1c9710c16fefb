"""What the catalogue does after events: previews of lists, taking them, and mails about products and papers."""

from collections.abc import Sequence

from marketplace.accounts.queries import accounts_by_id
from marketplace.accounts.vocabulary import AccountErased
from marketplace.catalogue.exports import forget_results, keep_result
from marketplace.catalogue.imports import preview_run, take_slice
from marketplace.catalogue.mails import (
    certificate_declined,
    declining_withdrawn,
    product_returned,
    products_passed,
    report_settled,
)
from marketplace.catalogue.models import ListingReport
from marketplace.catalogue.queries.certificates import declined_paper, reopened_paper
from marketplace.catalogue.queries.matches import import_run
from marketplace.catalogue.queries.own_products import names_of_products, returned_product
from marketplace.catalogue.queries.reports import report_by_id, reported_by_key
from marketplace.catalogue.services import forget_old_lists
from marketplace.catalogue.services.product_forms import forget_old_drafts
from marketplace.catalogue.services.reports import forget_contacts, forget_contacts_of, queue_correction
from marketplace.catalogue.vocabulary import ListConfirmed, ListHandedIn
from marketplace.catalogue.vocabulary.happenings import (
    CertificateDeclined,
    DecliningWithdrawn,
    ProductReturned,
    ProductsPassed,
)
from marketplace.catalogue.vocabulary.reports import OWN, ReportSettled
from marketplace.core.db import transaction
from marketplace.core.outbox import Job, Subscription
from marketplace.suppliers.queries import mailboxes_of, messages_of, supplier_labels
from marketplace.suppliers.vocabulary import CorrectionAsked
from marketplace.web.mail import deliver


def preview_lists(jobs: Sequence[Job]) -> None:
    """Plan the rows of lists that were handed in; twice does no harm, for a preview is made once."""
    for job in jobs:
        preview_run(job.event.run_id)


def take_lists(jobs: Sequence[Job]) -> None:
    """Take a slice of each list, and keep the result of one that has ended; done rows are never taken again."""
    for job in jobs:
        if take_slice(job.event.run_id):
            with transaction(write=False):
                keep_result(import_run(job.event.run_id))


def forget_lists() -> None:
    """Drop what nobody needs any more of old lists; ``app`` calls this in the night."""
    forget_results(forget_old_lists())


def forget_reporters() -> None:
    """Drop how those are reached whose report was settled long ago; ``app`` calls this in the night."""
    forget_contacts()


def queue_corrections(jobs: Sequence[Job]) -> None:
    """Put what suppliers' own people ask for into the officers' queue, once each: in the row's own transaction."""
    for job in jobs:
        queue_correction(job.event)


def forget_accounts(jobs: Sequence[Job]) -> None:
    """An account is gone: how it was reached about reports is too."""
    for job in jobs:
        forget_contacts_of(job.event.account_id)


def forget_drafts() -> None:
    """Drop sheets that nobody has touched for long; ``app`` calls this in the night."""
    forget_old_drafts()


def mail_passed(jobs: Sequence[Job]) -> None:
    """Tell suppliers that their products are shown."""
    for job in jobs:
        label = supplier_labels([job.event.supplier_id]).get(job.event.supplier_id)
        products = names_of_products(job.event.product_ids)
        if label and products:
            deliver(products_passed(mailboxes_of(label.id), label, products), job.row_id)


def mail_returned(jobs: Sequence[Job]) -> None:
    """Tell suppliers what was given back, and why."""
    for job in jobs:
        found = returned_product(job.event.product_id, job.event.message_id)
        label = supplier_labels([found.supplier_id]).get(found.supplier_id) if found else None
        if found and label:
            deliver(product_returned(mailboxes_of(label.id), label, found.name, found.message), job.row_id)


def mail_declined(jobs: Sequence[Job]) -> None:
    """Tell suppliers which paper isn't what was claimed, and why; nothing where that was taken back."""
    for job in jobs:
        found = declined_paper(job.event.certificate_id, job.event.message_id)
        label = supplier_labels([found.supplier_id]).get(found.supplier_id) if found else None
        if found and label:
            deliver(certificate_declined(mailboxes_of(label.id), label, found), job.row_id)


def mail_reopened(jobs: Sequence[Job]) -> None:
    """Tell suppliers that a paper which was declined waits again."""
    for job in jobs:
        found = reopened_paper(job.event.certificate_id)
        label = supplier_labels([found[0]]).get(found[0]) if found else None
        if found and label:
            deliver(declining_withdrawn(mailboxes_of(label.id), label, *found[1:]), job.row_id)


# The first two open transactions of their own, portion by portion.
def mail_reporters(jobs: Sequence[Job]) -> None:
    """Tell whoever reported something, and left an e-mail address, what came of it."""
    for job in jobs:
        row = report_by_id(job.event.report_id)
        to = _address_of(row) if row else None
        if row is None or row.outcome is None or to is None:
            continue
        about = reported_by_key(row.subject, [row.subject_id])[row.subject_id]
        words = [said.body for said in messages_of("report", row.id) if said.side == "officer" and said.body]
        deliver(report_settled(to, about.name, row.outcome, words), job.row_id)


def _address_of(row: ListingReport) -> str | None:
    """What was left, if it is an e-mail address; own people's is their account's."""
    if row.kind != OWN or row.account_id is None:
        return row.contact if "@" in (row.contact or "") else None
    account = accounts_by_id([row.account_id]).get(row.account_id)
    return account.email if account else None


SUBSCRIPTIONS: tuple[Subscription, ...] = (
    Subscription("catalogue.preview_list", ListHandedIn, preview_lists, writes=False),
    Subscription("catalogue.take_list", ListConfirmed, take_lists, writes=False),
    Subscription("catalogue.mail_passed", ProductsPassed, mail_passed, writes=False),
    Subscription("catalogue.mail_returned", ProductReturned, mail_returned, writes=False),
    Subscription("catalogue.mail_declined", CertificateDeclined, mail_declined, writes=False),
    Subscription("catalogue.mail_reopened", DecliningWithdrawn, mail_reopened, writes=False),
    Subscription("catalogue.queue_corrections", CorrectionAsked, queue_corrections),
    Subscription("catalogue.forget_accounts", AccountErased, forget_accounts),
    Subscription("catalogue.mail_reporters", ReportSettled, mail_reporters, writes=False),
)
