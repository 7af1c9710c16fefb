"""After a person was made a member: the invitation, while no password has been set."""

from collections.abc import Sequence

from marketplace.accounts.queries import accounts_by_id
from marketplace.core.outbox import Job, Subscription
from marketplace.suppliers.mails import invitation_of_member
from marketplace.suppliers.queries import supplier_labels
from marketplace.suppliers.vocabulary import MemberAdded
from marketplace.web.mail import deliver


def mail_invitation(jobs: Sequence[Job]) -> None:
    """Invite whoever can't sign in yet."""
    for job in jobs:
        account = accounts_by_id([job.event.account_id]).get(job.event.account_id)
        label = supplier_labels([job.event.supplier_id]).get(job.event.supplier_id)
        if account and label and account.password_hash is None:
            deliver(invitation_of_member(account, label), job.row_id)


SUBSCRIPTIONS = (Subscription("suppliers.mail_invitation", MemberAdded, mail_invitation, writes=False),)
