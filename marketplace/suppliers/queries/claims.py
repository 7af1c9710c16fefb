"""Reads of claims and of the codes with which suppliers are claimed."""

from dataclasses import dataclass

from sqlalchemy import func, or_, select

from marketplace.accounts.models import Account
from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.suppliers.models import Claim, ClaimCode, Supplier
from marketplace.suppliers.queries.merges import among, root_supplier_id
from marketplace.suppliers.queries.organisations import PUBLIC_STATES, SupplierMoved, of_actor, public_supplier


@dataclass(frozen=True)
class ClaimFile:
    """A claim with the supplier, or what that is taken for, and whoever claims it."""

    claim: Claim
    supplier: Supplier
    account: Account


def claimable_supplier(actor: Actor, slug: str) -> Supplier | SupplierMoved | None:
    """The supplier at ``slug`` if it may be claimed, or where it moved to."""
    found = public_supplier(actor, slug)
    return None if isinstance(found, Supplier) and not is_claimable(found) else found


def is_claimable(supplier: Supplier) -> bool:
    """Whether it is public, and not merged into another."""
    return supplier.state in PUBLIC_STATES and supplier.merged_into_id is None


def open_code(supplier_id: int) -> ClaimCode | None:
    """The newest code with which the supplier may be claimed now."""
    return next(iter(open_codes(supplier_id)), None)


def open_codes(supplier_id: int) -> list[ClaimCode]:
    """All of them, the newest first: those for what was merged with it too.

    Without those of the merged that replace who holds it: nobody said that the people of this one are to go.
    """
    merged = ClaimCode.supplier_id.in_(among([supplier_id])) & ~ClaimCode.replaces_holders
    query = select(ClaimCode).where(
        or_(ClaimCode.supplier_id == supplier_id, merged),
        ClaimCode.used_at.is_(None),
        ClaimCode.withdrawn_at.is_(None),
        ClaimCode.expires_at > now(),
    )
    return list(session.scalars(query.order_by(ClaimCode.id.desc())))


def own_claim(actor: Actor, public_id: str) -> ClaimFile | None:
    """A claim that the actor made."""
    return next(iter(_files(Claim.public_id == public_id, Claim.account_id == actor.account_id)), None)


def own_claims(actor: Actor) -> list[ClaimFile]:
    """The claims that the actor made with proof, the newest first."""
    return _files(Claim.account_id == actor.account_id, Claim.way == "proof")[::-1]


def claim_by_id(claim_id: int) -> ClaimFile | None:
    """A claim by its key, for the worker."""
    return next(iter(_files(Claim.id == claim_id)), None)


def pending_between(account_id: int, supplier_id: int) -> Claim | None:
    """The account's claim of the supplier, or of what was merged with it, that waits."""
    query = select(Claim).where(
        Claim.account_id == account_id, Claim.supplier_id.in_(among([supplier_id])), Claim.state == "pending"
    )
    return session.scalars(query.limit(1)).one_or_none()


def pending_of_account(account_id: int) -> int:
    """How many claims of the account wait."""
    query = select(func.count()).where(Claim.account_id == account_id, Claim.state == "pending")
    return session.scalar(query) or 0


def claim_of_area(actor: Actor, public_id: str) -> ClaimFile | None:
    """A claim of a supplier in one of the officer's areas."""
    return next(iter(_files(Claim.public_id == public_id, of_actor(actor))), None) if _oversees(actor) else None


def pending_claims(actor: Actor) -> list[ClaimFile]:
    """The claims that wait in the officer's areas: what was promised for the earliest moment first."""
    found = _files(Claim.state == "pending", of_actor(actor)) if _oversees(actor) else []
    return sorted(found, key=lambda file: (file.claim.due_at, file.claim.id))


def decided_claims(actor: Actor, limit: int = 20) -> list[ClaimFile]:
    """The claims of the officer's areas that were decided last."""
    if not _oversees(actor):
        return []
    found = _files(Claim.state != "pending", of_actor(actor))
    return sorted(found, key=lambda file: file.claim.decided_at or file.claim.claimed_at, reverse=True)[:limit]


def pending_claim_count(actor: Actor) -> int:
    """How many claims wait in the officer's areas."""
    query = (
        select(func.count())
        .select_from(Claim)
        .join(Supplier, Supplier.id == root_supplier_id(Claim.supplier_id))
        .where(Claim.state == "pending", of_actor(actor))
    )
    return session.scalar(query) or 0


def claims_of_supplier(supplier_id: int) -> list[ClaimFile]:
    """Whoever claims the supplier, or what was merged with it, now, and who did before."""
    return _files(Claim.supplier_id.in_(among([supplier_id])))


def _oversees(actor: Actor) -> bool:
    return actor.is_officer or actor.is_administrator


def _files(*conditions: object) -> list[ClaimFile]:
    query = (
        select(Claim, Supplier, Account)
        .select_from(Claim)
        .join(Supplier, Supplier.id == root_supplier_id(Claim.supplier_id))
        .join(Account, Account.id == Claim.account_id)
        .where(*conditions)  # type: ignore[arg-type]  # comparisons of columns
        .order_by(Claim.id)
    )
    return [ClaimFile(*row) for row in session.execute(query)]
