"""After an address was typed or a password forgotten: the mail about it; after an account was deleted: none is left."""

from collections.abc import Sequence

from marketplace.accounts.mails import address_is_known, address_to_confirm, invitation_of_officer, new_password
from marketplace.accounts.queries import accounts_by_id, is_login_taken, pending_by_id
from marketplace.accounts.vocabulary import AccountErased, AddressGiven, OfficerInvited, PasswordForgotten
from marketplace.core.outbox import Job, Subscription
from marketplace.web.mail import deliver, drop_mails_about


def mail_confirmation(jobs: Sequence[Job]) -> None:
    """Only here, where nobody waits for an answer, is it looked up whether the address has an account."""
    for job in jobs:
        pending = pending_by_id(job.event.pending_id)
        if pending is None or pending.confirmed_at:
            continue
        if is_login_taken(pending.email):
            deliver(address_is_known(pending), job.row_id)
        else:
            account = accounts_by_id([pending.account_id]).get(pending.account_id) if pending.account_id else None
            deliver(address_to_confirm(pending, job.event.target, account), job.row_id)


def mail_new_password(jobs: Sequence[Job]) -> None:
    """The link is made here, so its hour begins when the mail is written."""
    for job in jobs:
        account = accounts_by_id([job.event.account_id]).get(job.event.account_id)
        if account and not account.disabled_at and not account.erased_at:
            deliver(new_password(account, job.event.language), job.row_id)


def mail_officer(jobs: Sequence[Job]) -> None:
    """Invite whoever was given rights and can't sign in yet."""
    for job in jobs:
        account = accounts_by_id([job.event.account_id]).get(job.event.account_id)
        if account and account.password_hash is None and not account.disabled_at:
            deliver(invitation_of_officer(account), job.row_id)


def drop_mails(jobs: Sequence[Job]) -> None:
    """Delete from the mail folder what was written to or about people whose accounts are gone."""
    accounts = accounts_by_id([job.event.account_id for job in jobs])
    marks = {job.event.mark for job in jobs if job.event.mark}
    drop_mails_about({account.public_id for account in accounts.values()} | marks)


SUBSCRIPTIONS = (
    Subscription("accounts.mail_confirmation", AddressGiven, mail_confirmation, writes=False),
    Subscription("accounts.mail_new_password", PasswordForgotten, mail_new_password, writes=False),
    Subscription("accounts.mail_officer", OfficerInvited, mail_officer, writes=False),
    Subscription("accounts.drop_mails", AccountErased, drop_mails, batch=100, writes=False),
)
