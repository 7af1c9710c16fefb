"""After people were invited, came, or went: the mails about it."""

from collections.abc import Sequence

from marketplace.accounts.queries import accounts_by_id
from marketplace.core.outbox import Job, Subscription
from marketplace.suppliers.mails import (
    claim_decided,
    claim_made,
    decision,
    invitation_of_member,
    membership_ended,
    new_member,
)
from marketplace.suppliers.models import ReviewMessage
from marketplace.suppliers.queries import (
    ClaimFile,
    addresses_about,
    claim_by_id,
    decision_by_id,
    invitation_by_id,
    manager_addresses,
    message_of_decision,
    messages_of,
    supplier_labels,
)
from marketplace.suppliers.vocabulary import (
    ClaimAsked,
    ClaimDecided,
    ClaimMade,
    ClaimOvertaken,
    MemberAdded,
    MemberInvited,
    MembershipEnded,
)
from marketplace.suppliers.vocabulary.reviews import SupplierDecided
from marketplace.web.mail import deliver


def mail_invitation(jobs: Sequence[Job]) -> None:
    """Write to whoever was invited by e-mail, as long as the invitation stands."""
    for job in jobs:
        invited = invitation_by_id(job.event.invitation_id)
        if invited and invited.is_open:
            deliver(invitation_of_member(invited), job.row_id)


def mail_managers(jobs: Sequence[Job]) -> None:
    """Tell the other managers who speaks for their supplier too."""
    for job in jobs:
        account = accounts_by_id([job.event.account_id]).get(job.event.account_id)
        label = supplier_labels([job.event.supplier_id]).get(job.event.supplier_id)
        if account and label:
            others = manager_addresses(job.event.supplier_id, without=account.id)
            deliver(new_member(others, account, label), job.row_id)


def mail_former_member(jobs: Sequence[Job]) -> None:
    """Tell a person that the own rights over a supplier have ended."""
    for job in jobs:
        account = accounts_by_id([job.event.account_id]).get(job.event.account_id)
        label = supplier_labels([job.event.supplier_id]).get(job.event.supplier_id)
        if account and label:
            deliver(membership_ended(account, label, by_itself=job.event.by_itself), job.row_id)


def mail_holders(jobs: Sequence[Job]) -> None:
    """Tell those who hold a supplier that somebody else claims it."""
    for job in jobs:
        file = claim_by_id(job.event.claim_id)
        if file:
            deliver(claim_made(manager_addresses(file.supplier.id), file), job.row_id)


def mail_decision(jobs: Sequence[Job]) -> None:
    """Tell a claimant what an officer decided; what was decided anew meanwhile has a mail of its own."""
    for job in jobs:
        file = claim_by_id(job.event.claim_id)
        if file and job.event.decision == file.claim.state:
            deliver(claim_decided(file, job.event.decision, _words(file, job.event.message_id)), job.row_id)


def mail_rival(jobs: Sequence[Job]) -> None:
    """Tell a claimant whose claim still waits that somebody else was given the supplier."""
    for job in jobs:
        file = claim_by_id(job.event.claim_id)
        if file and file.claim.state == "pending":
            deliver(claim_decided(file, "overtaken", None), job.row_id)


def mail_question(jobs: Sequence[Job]) -> None:
    """Tell a claimant what an officer asks."""
    for job in jobs:
        file = claim_by_id(job.event.claim_id)
        if file:
            deliver(claim_decided(file, "asked", _words(file, job.event.message_id)), job.row_id)


def _words(file: ClaimFile, message_id: int | None) -> ReviewMessage | None:
    return next((message for message in messages_of("claim", file.claim.id) if message.id == message_id), None)


def mail_standing(jobs: Sequence[Job]) -> None:
    """Tell a supplier's people, and whoever applied for it, what an officer decided."""
    for job in jobs:
        found = decision_by_id(job.event.decision_id)
        label = supplier_labels([found.supplier_id]).get(found.supplier_id) if found else None
        if found and label:
            said = message_of_decision(found)
            to = addresses_about(found.supplier_id)
            deliver(
                decision(to, label, found.kind, said.reason if said else None, said.body if said else ""), job.row_id
            )


SUBSCRIPTIONS = (
    Subscription("suppliers.mail_holders", ClaimMade, mail_holders, writes=False),
    Subscription("suppliers.mail_decision", ClaimDecided, mail_decision, writes=False),
    Subscription("suppliers.mail_rival", ClaimOvertaken, mail_rival, writes=False),
    Subscription("suppliers.mail_question", ClaimAsked, mail_question, writes=False),
    Subscription("suppliers.mail_standing", SupplierDecided, mail_standing, writes=False),
    Subscription("suppliers.mail_invitation", MemberInvited, mail_invitation, writes=False),
    Subscription("suppliers.mail_managers", MemberAdded, mail_managers, writes=False),
    Subscription("suppliers.mail_former_member", MembershipEnded, mail_former_member, writes=False),
)
