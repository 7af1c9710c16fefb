"""Reads of who speaks for a supplier, and who is invited to."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from marketplace.accounts.models import Account
from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.links import opened_token, private_token
from marketplace.suppliers.models import MemberInvitation, MembershipRow, Supplier
from marketplace.suppliers.queries.merges import among, is_root, root_supplier_id
from marketplace.suppliers.queries.organisations import PUBLIC_STATES, supplier_by_slug, supplier_of_area
from marketplace.suppliers.vocabulary import MEMBER_INVITATION


@dataclass(frozen=True)
class Member:
    """Somebody who speaks for a supplier, with the supplier and the row that says so."""

    supplier: Supplier
    account: Account
    row: MembershipRow


@dataclass(frozen=True)
class Invited:
    """An invitation with the supplier and whoever invites."""

    invitation: MemberInvitation
    supplier: Supplier
    inviter: Account

    @property
    def is_open(self) -> bool:
        """Whether it can still be accepted: not used, not cancelled, not too old, and the supplier stands."""
        row = self.invitation
        return is_open(row, now()) and self.supplier.state in PUBLIC_STATES

    @property
    def is_hand_over(self) -> bool:
        """Whether whoever accepts takes somebody's place."""
        return self.invitation.replaces_account_id is not None


def is_open(row: MemberInvitation, moment: datetime) -> bool:
    """Whether the invitation is neither used nor cancelled nor too old."""
    return row.accepted_at is None and row.cancelled_at is None and row.expires_at > moment


def own_supplier(actor: Actor, slug: str) -> Supplier | None:
    """The supplier at ``slug`` if the actor speaks for it."""
    supplier = supplier_by_slug(actor, slug)
    return supplier if supplier and actor.speaks_for(supplier.id) else None


def own_suppliers(actor: Actor) -> list[Supplier]:
    """The suppliers for whom the actor speaks, by name; most readers speak for none, which needs no asking."""
    if not actor.supplier_ids:
        return []
    query = (
        select(Supplier).where(Supplier.id.in_(actor.supplier_ids), is_root()).order_by(Supplier.sort_key, Supplier.id)
    )
    return list(session.scalars(query))


def own_member(actor: Actor, slug: str, account_id: str) -> Member | None:
    """Who speaks for one of the actor's own suppliers, by the account's public id."""
    supplier = own_supplier(actor, slug)
    if supplier is None:
        return None
    query = (
        select(MembershipRow, Account)
        .join(Account, Account.id == MembershipRow.account_id)
        .where(
            MembershipRow.supplier_id.in_(among([supplier.id])),
            MembershipRow.ended_at.is_(None),
            Account.public_id == account_id,
        )
        .order_by(MembershipRow.role != "manager", MembershipRow.id)
    )
    row = session.execute(query.limit(1)).one_or_none()
    return Member(supplier, row[1], row[0]) if row else None


def member_of_area(actor: Actor, slug: str, account_id: str) -> Member | None:
    """Who speaks for a supplier of the officer's areas, by the account's public id."""
    supplier = supplier_of_area(actor, slug)
    account = session.scalars(select(Account).where(Account.public_id == account_id)).one_or_none()
    row = membership_between(account.id, supplier.id) if supplier and account else None
    return Member(supplier, account, row) if supplier and account and row else None


def membership_between(account_id: int, supplier_id: int) -> MembershipRow | None:
    """The row with which the account speaks for the supplier now; that of a manager before another's."""
    query = select(MembershipRow).where(
        MembershipRow.account_id == account_id,
        MembershipRow.supplier_id.in_(among([supplier_id])),
        MembershipRow.ended_at.is_(None),
    )
    return session.scalars(query.order_by(MembershipRow.role != "manager", MembershipRow.id).limit(1)).one_or_none()


def standing_memberships(supplier_id: int) -> list[MembershipRow]:
    """The rows of all who speak for the supplier now, in the order in which they came."""
    query = select(MembershipRow).where(
        MembershipRow.supplier_id.in_(among([supplier_id])), MembershipRow.ended_at.is_(None)
    )
    return list(session.scalars(query.order_by(MembershipRow.id)))


def own_memberships(account_id: int) -> list[tuple[Supplier, MembershipRow]]:
    """The suppliers for which the account speaks, whatever their state, with the rows that say so.

    Of one that is taken for another, that other.
    """
    query = (
        select(Supplier, MembershipRow)
        .join(MembershipRow, Supplier.id == root_supplier_id(MembershipRow.supplier_id))
        .where(MembershipRow.account_id == account_id, MembershipRow.ended_at.is_(None))
    )
    return [(row[0], row[1]) for row in session.execute(query.order_by(MembershipRow.id))]


def manager_count(supplier_id: int) -> int:
    """How many manage the supplier now."""
    query = select(func.count(MembershipRow.account_id.distinct())).where(
        MembershipRow.supplier_id.in_(among([supplier_id])),
        MembershipRow.ended_at.is_(None),
        MembershipRow.role == "manager",
    )
    return session.scalar(query) or 0


def manager_addresses(supplier_id: int, *, without: int | None = None) -> tuple[str, ...]:
    """The e-mail addresses of the managers, without that of one account."""
    query = (
        select(Account.email)
        .join(MembershipRow, MembershipRow.account_id == Account.id)
        .where(
            MembershipRow.supplier_id.in_(among([supplier_id])),
            MembershipRow.ended_at.is_(None),
            MembershipRow.role == "manager",
            Account.id != (without or 0),
            Account.email.is_not(None),
            Account.disabled_at.is_(None),
        )
    )
    return tuple(dict.fromkeys(address for address in session.scalars(query.order_by(MembershipRow.id)) if address))


def open_invitations(supplier_id: int) -> list[MemberInvitation]:
    """Who is invited and hasn't come yet, the newest first."""
    query = select(MemberInvitation).where(
        MemberInvitation.supplier_id.in_(among([supplier_id])),
        MemberInvitation.accepted_at.is_(None),
        MemberInvitation.cancelled_at.is_(None),
        MemberInvitation.expires_at > now(),
    )
    return list(session.scalars(query.order_by(MemberInvitation.id.desc())))


def invitations_since(supplier_id: int, moment: datetime) -> int:
    """How many were invited since ``moment``."""
    query = select(func.count()).where(
        MemberInvitation.supplier_id.in_(among([supplier_id])), MemberInvitation.invited_at > moment
    )
    return session.scalar(query) or 0


def invitation_token_of(invitation: MemberInvitation) -> str:
    """The token of the page on which the invitation is accepted."""
    return private_token(MEMBER_INVITATION, invitation.public_id)


def invitation_by_token(_actor: Actor, token: str) -> Invited | None:
    """The invitation that a link names, be it still open or not."""
    public_id = opened_token(MEMBER_INVITATION, token)
    return _invited(MemberInvitation.public_id == public_id) if public_id else None


def invitation_by_id(invitation_id: int) -> Invited | None:
    """An invitation by its key, for the worker."""
    return _invited(MemberInvitation.id == invitation_id)


def own_invitation(actor: Actor, public_id: str) -> Invited | None:
    """An invitation to one of the actor's own suppliers."""
    found = _invited(MemberInvitation.public_id == public_id)
    return found if found and actor.speaks_for(found.supplier.id) else None


def invitation_of_area(actor: Actor, slug: str, public_id: str) -> Invited | None:
    """An invitation to a supplier in one of the officer's areas."""
    supplier = supplier_of_area(actor, slug)
    found = _invited(MemberInvitation.public_id == public_id)
    return found if found and supplier and found.supplier.id == supplier.id else None


def _invited(condition: object) -> Invited | None:
    query = (
        select(MemberInvitation, Supplier, Account)
        .select_from(MemberInvitation)
        .join(Supplier, Supplier.id == root_supplier_id(MemberInvitation.supplier_id))
        .join(Account, Account.id == MemberInvitation.invited_by_id)
        .where(condition)  # type: ignore[arg-type]  # a comparison of columns
    )
    row = session.execute(query).one_or_none()
    return Invited(*row) if row else None
