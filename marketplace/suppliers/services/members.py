"""Writes of who speaks for a supplier: somebody comes, gets another role, leaves, or takes another's place."""

from collections.abc import Sequence

from sqlalchemy import delete, or_, select, update

from marketplace.accounts.models import Account
from marketplace.core.actor import Actor, MemberRole
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_
from marketplace.suppliers.models import Mailbox, MemberInvitation, MembershipRow, Supplier
from marketplace.suppliers.queries import (
    mailboxes_of,
    manager_count,
    membership_between,
    standing_memberships,
)
from marketplace.suppliers.queries.merges import among, root_ids
from marketplace.suppliers.vocabulary import (
    MOST_MAILBOXES,
    MailboxOpened,
    MemberAdded,
    MembershipEnded,
    SupplierChanged,
)

ALREADY = N_("Người này đã có trong danh sách.")
MEMBER_ALREADY = N_("Bạn đã phụ trách nơi này.")
LAST_MANAGER = N_("Phải còn ít nhất một người quản lý. Hãy mời người khác làm quản lý, hoặc bàn giao.")


def lock_members(supplier: Supplier) -> None:
    """Let nobody else change who speaks for the supplier until this transaction ends.

    Two managers who end each other at the same moment would else leave nobody.
    """
    session.execute(select(Supplier.id).where(Supplier.id == supplier.id).with_for_update())


def add_member(
    actor: Actor, supplier: Supplier, account: Account, role: MemberRole = "manager", under: int | None = None
) -> None:
    """Let the account speak for the supplier, which is claimed from then on.

    ``under`` is the key of the one that was claimed, or invited to, where that is taken for the supplier now: should
    the merge be taken back, the person speaks for that one.

    Raises Refused when it does already. Emits MemberAdded, and SupplierChanged where it wasn't claimed before.
    """
    if membership_between(account.id, supplier.id) is not None:
        raise Refused(ALREADY)
    session.add(
        MembershipRow(
            account_id=account.id,
            supplier_id=under or supplier.id,
            role=role,
            began_at=now(),
            given_by_id=actor.account_id,
        )
    )
    if supplier.state == "unclaimed":
        supplier.state = "claimed"
        emit(SupplierChanged(supplier.id))
    session.flush()
    record(actor, "add_member", "supplier", supplier.public_id, account=account.public_id, role=role)
    emit(MemberAdded(account.id, supplier.id))


def add_or_raise(
    actor: Actor, supplier: Supplier, account: Account, role: MemberRole, under: int | None = None
) -> None:
    """Like ``add_member``; who is a member already gets the higher role. Raises Refused when that changes nothing."""
    present = membership_between(account.id, supplier.id)
    if present is None:
        add_member(actor, supplier, account, role, under)
    elif present.role == "member" and role == "manager":
        _put_role(actor, supplier, present, role)
    else:
        raise Refused(ALREADY)


def refuse_manager(supplier: Supplier, account: Account, field: str | None = None) -> None:
    """Raise Refused for who manages the supplier already: that one needs no claim."""
    present = membership_between(account.id, supplier.id)
    if present is not None and present.role == "manager":
        raise Refused(MEMBER_ALREADY, field=field)


def give_charge(actor: Actor, supplier: Supplier, account: Account, under: int) -> None:
    """Make the account manager of the supplier, whatever it was there; who manages it already stays so.

    ``under`` as with ``add_member``.
    """
    present = membership_between(account.id, supplier.id)
    if present is None or present.role != "manager":
        add_or_raise(actor, supplier, account, "manager", under)


def change_role(actor: Actor, supplier: Supplier, membership: MembershipRow, role: MemberRole) -> None:
    """Make a member a manager, or the other way round. Raises Refused for the last manager."""
    lock_members(supplier)
    if membership.role == role:
        return
    if membership.role == "manager" and manager_count(supplier.id) < 2:
        raise Refused(LAST_MANAGER)
    _put_role(actor, supplier, membership, role)


def _put_role(actor: Actor, supplier: Supplier, membership: MembershipRow, role: MemberRole) -> None:
    for row in standing_memberships(supplier.id):  # of one who came to two that are one now, both
        if row.account_id == membership.account_id:
            row.role = role
    session.flush()
    if role == "member":
        _cancel_invitations_by(actor, supplier, membership.account_id)
    account = session.get_one(Account, membership.account_id)
    record(actor, "change_role", "supplier", supplier.public_id, account=account.public_id, role=role)


def remove_member(actor: Actor, supplier: Supplier, membership: MembershipRow) -> None:
    """A manager ends somebody's membership, or a member leaves. Raises Refused for the last manager."""
    lock_members(supplier)
    if membership.role == "manager" and manager_count(supplier.id) < 2:
        raise Refused(LAST_MANAGER)
    end_membership(actor, membership, by_itself=membership.account_id == actor.account_id)


def end_membership(
    actor: Actor, membership: MembershipRow, *, by_itself: bool = False, drops_mailbox: bool = True
) -> None:
    """End a membership: the account's rights over the supplier end at once, in open sessions too.

    So do the answer links of mails that it may have read, the invitations that it made, and, unless
    ``drops_mailbox`` is False, the supplier's mails to its address. Whoever ends the last one's leaves the supplier
    unclaimed. Emits MembershipEnded.
    """
    supplier = session.get_one(Supplier, root_ids([membership.supplier_id])[membership.supplier_id])
    account = session.get_one(Account, membership.account_id)
    for row in standing_memberships(supplier.id):  # of one who came to two that are one now, both
        if row.account_id == account.id:
            row.ended_at = now()
    session.flush()
    _cancel_invitations_by(actor, supplier, account.id)
    if drops_mailbox:
        _drop_mailbox(supplier, account)
    _raise_epoch(supplier)
    if supplier.state == "claimed" and not standing_memberships(supplier.id):
        supplier.state = "unclaimed"
        emit(SupplierChanged(supplier.id))
    session.flush()
    record(actor, "end_membership", "supplier", supplier.public_id, account=account.public_id)
    emit(MembershipEnded(account.id, supplier.id, by_itself))


def end_all(actor: Actor, supplier: Supplier, memberships: Sequence[MembershipRow]) -> None:
    """An officer ends these people's rights over the supplier, each once: one may have come to two that are one now."""
    for membership in memberships:
        if membership.ended_at is None:
            end_membership(actor, membership)


def end_everybody(actor: Actor, supplier: Supplier) -> None:
    """An officer ends everybody's rights over the supplier, and takes back the invitations that stand."""
    lock_members(supplier)
    end_all(actor, supplier, standing_memberships(supplier.id))
    session.execute(
        update(MemberInvitation)
        .where(
            MemberInvitation.supplier_id.in_(among([supplier.id])),
            MemberInvitation.accepted_at.is_(None),
            MemberInvitation.cancelled_at.is_(None),
        )
        .values(cancelled_at=now())
    )
    record(actor, "end_everybody", "supplier", supplier.public_id)


def give_mailbox(supplier: Supplier, account: Account, *, instead: bool) -> None:
    """Let the supplier's mails go to its new manager's confirmed address: ``instead`` of others', or if it has none."""
    present = mailboxes_of(supplier.id)
    if not account.email or account.confirmed_at is None or account.email in present:
        return
    if not present or (instead and len(present) < MOST_MAILBOXES):
        session.add(Mailbox(supplier_id=supplier.id, address=account.email, added_at=now(), account_id=account.id))
        session.flush()
        if not present:
            emit(MailboxOpened(supplier.id))


def _drop_mailbox(supplier: Supplier, account: Account) -> None:
    """The address that the account has now, and one that it brought and has changed since."""
    its_own = or_(Mailbox.address == account.email, Mailbox.account_id == account.id)
    session.execute(delete(Mailbox).where(Mailbox.supplier_id.in_(among([supplier.id])), its_own))


def _cancel_invitations_by(actor: Actor, supplier: Supplier, account_id: int) -> None:
    """Else somebody could come back in by an invitation that he made before he went."""
    session.execute(
        update(MemberInvitation)
        .where(
            MemberInvitation.supplier_id.in_(among([supplier.id])),
            or_(MemberInvitation.invited_by_id == account_id, MemberInvitation.replaces_account_id == account_id),
            MemberInvitation.accepted_at.is_(None),
            MemberInvitation.cancelled_at.is_(None),
        )
        .values(cancelled_at=now())
    )


def _raise_epoch(supplier: Supplier) -> None:
    """Links of mails about what was merged into it end too."""
    session.execute(
        update(Supplier)
        .where(or_(Supplier.id == supplier.id, Supplier.merged_into_id == supplier.id))
        .values(link_epoch=Supplier.link_epoch + 1)
        .execution_options(synchronize_session="fetch")
    )
