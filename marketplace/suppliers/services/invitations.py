"""Writes of invitations: a person is invited to speak for a supplier, or to take somebody's place, and accepts.

Who may accept: the account that has the invited address confirmed, or signs in by the invited number. Whoever has
none of that kind may with the link alone, for it came from that mailbox, or from somebody who was handed it; an
account with another address, or another number, may not: a link that was passed on by mistake opens nothing for it.
"""

from datetime import timedelta

from sqlalchemy import update

from marketplace.accounts.models import Account
from marketplace.core.actor import Actor, MemberRole
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_
from marketplace.suppliers.models import MemberInvitation, Supplier
from marketplace.suppliers.queries import (
    PUBLIC_STATES,
    Invited,
    invitations_since,
    members_of,
    membership_between,
    open_invitations,
)
from marketplace.suppliers.services.members import (
    ALREADY,
    add_or_raise,
    end_membership,
    give_mailbox,
    lock_members,
)
from marketplace.suppliers.services.rivals import settle_own_claims
from marketplace.suppliers.vocabulary import (
    INVITATION_LASTS,
    MOST_INVITATIONS_A_DAY,
    Addressee,
    MemberInvited,
)

NOT_ONESELF = N_("Cán bộ không tự thêm mình vào một nơi. Cần một cán bộ khác hoặc quản trị mời.")
ONESELF = N_("Đây là địa chỉ hoặc số của chính bạn.")
TOO_MANY = N_("Hôm nay đã mời nhiều người. Xin mời tiếp vào ngày mai.")
NOT_NOW = N_("Nơi này hiện không công khai nên chưa mời ai được. Khi hiện trên trang thì mời được.")
CLOSED = N_("Lời mời này đã dùng, đã rút lại hoặc đã hết hạn. Xin người mời gửi lời mời mới.")
ANOTHER_EMAIL = N_("Lời mời này gửi tới một địa chỉ thư khác. Hãy đăng nhập bằng tài khoản có địa chỉ ấy.")
ANOTHER_PHONE = N_("Lời mời này dành cho một số điện thoại khác. Hãy đăng nhập bằng tài khoản có số ấy.")
_DAY = timedelta(days=1)


def invite(actor: Actor, supplier: Supplier, to: Addressee, role: MemberRole) -> MemberInvitation:
    """Invite somebody to speak for the supplier; an older invitation of the same address ends. Emits MemberInvited.

    Raises Refused (``to``) for oneself, for who is a member already, for too many on one day, and while the supplier
    isn't public: nobody could accept, and no mail would go out.
    """
    _refuse_oneself(actor, to, NOT_ONESELF if not actor.speaks_for(supplier.id) else ONESELF)
    if any(to.text in (account.email, account.phone) for _row, account in members_of(supplier.id)):
        raise Refused(ALREADY, field="to")
    return _invite(actor, supplier, to, MemberInvitation(role=role))


def hand_over(actor: Actor, supplier: Supplier, to: Addressee, *, drops_mailbox: bool) -> MemberInvitation:
    """Invite somebody to take the acting manager's place. Nothing changes before it is accepted. Emits MemberInvited.

    Raises Refused (``to``) for oneself, for too many on one day, and while the supplier isn't public.
    """
    _refuse_oneself(actor, to, ONESELF)
    for row in open_invitations(supplier.id):
        if row.replaces_account_id == actor.account_id:
            cancel_invitation(actor, supplier, row)
    new = MemberInvitation(role="manager", replaces_account_id=actor.account_id, drops_mailbox=drops_mailbox)
    return _invite(actor, supplier, to, new)


def _refuse_oneself(actor: Actor, to: Addressee, words: str) -> None:
    account = session.get(Account, actor.account_id) if actor.account_id else None
    if account is not None and to.text in (account.email, account.phone):
        raise Refused(words, field="to")


def _invite(actor: Actor, supplier: Supplier, to: Addressee, new: MemberInvitation) -> MemberInvitation:
    lock_members(supplier)
    if supplier.state not in PUBLIC_STATES:
        raise Refused(NOT_NOW, field="to")
    if invitations_since(supplier.id, now() - _DAY) >= MOST_INVITATIONS_A_DAY:
        raise Refused(TOO_MANY, field="to")
    for row in open_invitations(supplier.id):
        if to.text in (row.email, row.phone):
            cancel_invitation(actor, supplier, row)
    new.supplier_id, new.email, new.phone = supplier.id, to.email, to.phone
    new.invited_by_id = actor.account_id or 0
    new.invited_at, new.expires_at = now(), now() + INVITATION_LASTS
    session.add(new)
    session.flush()
    replaces = new.replaces_account_id is not None
    record(actor, "invite_member", "supplier", supplier.public_id, invitation=new.public_id, hand_over=replaces)
    emit(MemberInvited(new.id))
    return new


def cancel_invitation(actor: Actor, supplier: Supplier, invitation: MemberInvitation) -> None:
    """Take an invitation back; one that was accepted or cancelled stays as it is."""
    if invitation.accepted_at is None and invitation.cancelled_at is None:
        invitation.cancelled_at = now()
        session.flush()
        record(actor, "cancel_invitation", "supplier", supplier.public_id, invitation=invitation.public_id)


def accept_invitation(actor: Actor, account: Account, invited: Invited) -> None:
    """The invited person takes it up; with a hand-over the one who is replaced speaks no more, all in one go.

    Raises Refused when the invitation was used, cancelled or is too old, for another's, and for who made it.
    """
    supplier, row = invited.supplier, invited.invitation
    lock_members(supplier)
    if not invited.is_open:
        raise Refused(CLOSED)
    _refuse_another(account, row)
    if row.invited_by_id == account.id:
        raise Refused(NOT_ONESELF)
    _use(account, row)
    replaced = membership_between(row.replaces_account_id, supplier.id) if row.replaces_account_id else None
    if row.replaces_account_id and (replaced is None or replaced.role != "manager"):
        raise Refused(CLOSED)
    present = membership_between(account.id, supplier.id)
    if replaced is None or present is None or present.role != "manager":  # to a manager one hands over by leaving
        role: MemberRole = "manager" if row.role == "manager" else "member"
        add_or_raise(actor, supplier, account, role, row.supplier_id)
    if row.role == "manager":
        settle_own_claims(Actor(row.invited_by_id), supplier, account)
    record(actor, "accept_invitation", "supplier", supplier.public_id, invitation=row.public_id)
    if replaced is not None:
        end_membership(actor, replaced, by_itself=True, drops_mailbox=row.drops_mailbox)
        give_mailbox(supplier, account, instead=True)
    elif row.role == "manager":
        give_mailbox(supplier, account, instead=False)


def _refuse_another(account: Account, row: MemberInvitation) -> None:
    if row.email and account.email and account.email != row.email:
        raise Refused(ANOTHER_EMAIL)
    if row.phone and account.phone and account.phone != row.phone:
        raise Refused(ANOTHER_PHONE)


def _use(account: Account, row: MemberInvitation) -> None:
    """Two may accept at the same moment; the database lets one."""
    used = session.execute(
        update(MemberInvitation)
        .where(
            MemberInvitation.id == row.id,
            MemberInvitation.accepted_at.is_(None),
            MemberInvitation.cancelled_at.is_(None),
        )
        .values(accepted_at=now(), accepted_by_id=account.id)
        .execution_options(synchronize_session="fetch")
    )
    if used.rowcount != 1:  # type: ignore[attr-defined]  # an UPDATE counts its rows
        raise Refused(CLOSED)
