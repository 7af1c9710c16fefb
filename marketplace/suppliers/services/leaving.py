"""A person leaves the site for good: out of every supplier, what was written and shown goes, the account is emptied."""

from sqlalchemy import delete, or_, select, update

from marketplace.accounts.models import Account
from marketplace.accounts.services import erase_account
from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.media.queries import photo_by_id
from marketplace.media.services import remove_picture
from marketplace.suppliers.models import Claim, Mailbox, MemberInvitation, Supplier, SupplierSlug
from marketplace.suppliers.queries import (
    manager_count,
    membership_between,
    own_applications,
    own_claims,
    own_memberships,
)
from marketplace.suppliers.services.applications import withdraw_application
from marketplace.suppliers.services.claims import withdraw_claim
from marketplace.suppliers.services.members import end_membership, lock_members
from marketplace.suppliers.services.messages import erase_messages
from marketplace.suppliers.services.organisations import update_supplier
from marketplace.suppliers.vocabulary import KIND_LABELS, SupplierKind

LAST_MANAGER = N_("Bạn là người quản lý duy nhất của %(name)s. Hãy bàn giao hoặc mời thêm một người quản lý trước.")


def leave_for_good(actor: Actor, account: Account) -> None:
    """End the account's memberships, withdraw what it applied for and claims, empty its words, then the account itself.

    Raises Refused while it is the last manager of a supplier that isn't closed, for nobody could answer for that one
    then, or holds grants.
    """
    _leave_applications(actor)
    for supplier, _row in own_memberships(account.id):
        lock_members(supplier)
        membership = membership_between(account.id, supplier.id)
        if membership is None:  # it ended with another row: two organisations that are one now
            continue
        if supplier.state != "closed" and membership.role == "manager" and manager_count(supplier.id) < 2:
            raise Refused(LAST_MANAGER, name=supplier.name)
        end_membership(actor, membership, by_itself=True)
    for file in own_claims(actor):
        if file.claim.state == "pending":
            withdraw_claim(actor, file)
    _forget(account)
    erase_account(actor, account)


def _leave_applications(actor: Actor) -> None:
    """Withdraw what waits; of an organisation that never came in, what it said of its people goes too."""
    for one in own_applications(actor):
        if one.row.state in ("open", "changes_asked"):
            withdraw_application(actor, one.row, one.supplier)
        if one.row.state != "passed":
            _empty(actor, one.supplier)


def _empty(actor: Actor, supplier: Supplier) -> None:
    """A household is its owner: its name, and the address made of it, are a person's too."""
    session.execute(delete(Mailbox).where(Mailbox.supplier_id == supplier.id))
    said = dict.fromkeys(("phone", "representative", "about", "about_en", "address_line", "tax_code"))
    if supplier.kind != SupplierKind.HOUSEHOLD:
        update_supplier(actor, supplier, said)
        return
    slug = f"ho-{supplier.public_id}"
    session.execute(delete(SupplierSlug).where(SupplierSlug.supplier_id == supplier.id))
    session.add(SupplierSlug(slug=slug, supplier_id=supplier.id))
    update_supplier(actor, supplier, {**said, "name": KIND_LABELS[SupplierKind.HOUSEHOLD], "slug": slug})


def _forget(account: Account) -> None:
    """Words to officers, pictures of papers, and the address or number to which invitations went."""
    erase_messages(account.id)
    for claim in session.scalars(select(Claim).where(Claim.account_id == account.id, Claim.scan_id.is_not(None))):
        photo, claim.scan_id = photo_by_id(claim.scan_id or 0), None
        session.flush()
        if photo is not None:
            remove_picture(photo)
    by_login = [
        column == login
        for column, login in ((MemberInvitation.email, account.email), (MemberInvitation.phone, account.phone))
        if login is not None
    ]
    invited = or_(MemberInvitation.accepted_by_id == account.id, *by_login)
    waits = MemberInvitation.accepted_at.is_(None), MemberInvitation.cancelled_at.is_(None)
    session.execute(update(MemberInvitation).where(invited, *waits).values(cancelled_at=now()))
    session.execute(update(MemberInvitation).where(invited).values(email=None, phone=None))
