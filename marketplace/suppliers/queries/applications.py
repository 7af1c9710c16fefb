"""Reads of applications: the applicant's own, and the queue of an officer's areas."""

from dataclasses import dataclass

from sqlalchemy import func, select

from marketplace.accounts.models import Account
from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.suppliers.models import (
    MembershipRow,
    ReviewMessage,
    Supplier,
    SupplierApplication,
    SupplierDecision,
)
from marketplace.suppliers.queries.merges import among
from marketplace.suppliers.queries.organisations import of_actor, reviewed_by
from marketplace.suppliers.vocabulary.reviews import Queue


@dataclass(frozen=True)
class Application:
    """An application with the supplier that it is about and whoever applied."""

    row: SupplierApplication
    supplier: Supplier
    applicant: Account
    may_decide: bool = False


def own_applications(actor: Actor) -> list[Application]:
    """The actor's applications, newest first."""
    query = (
        select(SupplierApplication, Supplier, Account)
        .join(Supplier, Supplier.id == SupplierApplication.supplier_id)
        .join(Account, Account.id == SupplierApplication.account_id)
        .where(SupplierApplication.account_id == actor.account_id)
        .order_by(SupplierApplication.id.desc())
    )
    return [Application(*row) for row in session.execute(query)]


def own_application(actor: Actor, public_id: str) -> Application | None:
    """One of the actor's applications."""
    return next((one for one in own_applications(actor) if one.row.public_id == public_id), None)


def open_application_of(account_id: int | None, match_key: str) -> SupplierApplication | None:
    """The account's application for an organisation of that name that nobody has settled."""
    query = (
        select(SupplierApplication)
        .join(Supplier, Supplier.id == SupplierApplication.supplier_id)
        .where(
            SupplierApplication.account_id == account_id,
            SupplierApplication.state.in_(("open", "changes_asked")),
            Supplier.match_key == match_key,
        )
    )
    return session.scalars(query.limit(1)).one_or_none()


def waiting_applications(actor: Actor) -> list[Application]:
    """What waits for a decision in the actor's areas: what is due first stands first, so what is overdue does."""
    reviewed = reviewed_by(actor)
    query = (
        select(SupplierApplication, Supplier, Account, reviewed)
        .join(Supplier, Supplier.id == SupplierApplication.supplier_id)
        .join(Account, Account.id == SupplierApplication.account_id)
        .where(SupplierApplication.state == "open", of_actor(actor))
        .order_by(SupplierApplication.due_at, SupplierApplication.id)
    )
    return [Application(*row) for row in session.execute(query)]


def application_of_area(actor: Actor, public_id: str) -> Application | None:
    """An application in one of the actor's areas, settled or not."""
    query = (
        select(SupplierApplication, Supplier, Account, reviewed_by(actor))
        .join(Supplier, Supplier.id == SupplierApplication.supplier_id)
        .join(Account, Account.id == SupplierApplication.account_id)
        .where(SupplierApplication.public_id == public_id, of_actor(actor))
    )
    row = session.execute(query).one_or_none()
    return Application(*row) if row else None


def applications_of_area(actor: Actor, public_ids: list[str]) -> list[Application] | None:
    """These applications; None where one of them isn't in the actor's areas."""
    found = [application_of_area(actor, public_id) for public_id in dict.fromkeys(public_ids)]
    return [one for one in found if one] if all(found) else None


def application_by_id(application_id: int) -> Application | None:
    """An application by its key, for the worker."""
    query = (
        select(SupplierApplication, Supplier, Account)
        .join(Supplier, Supplier.id == SupplierApplication.supplier_id)
        .join(Account, Account.id == SupplierApplication.account_id)
        .where(SupplierApplication.id == application_id)
    )
    row = session.execute(query).one_or_none()
    return Application(*row) if row else None


def application_queue(actor: Actor) -> Queue:
    """How many wait in the actor's areas."""
    query = (
        select(func.count(), func.count().filter(SupplierApplication.due_at < now()))
        .select_from(SupplierApplication)
        .join(Supplier, Supplier.id == SupplierApplication.supplier_id)
        .where(SupplierApplication.state == "open", of_actor(actor))
    )
    return Queue(*session.execute(query).one())


def standing_before(row: SupplierApplication, province_id: str | None) -> int:
    """How many applications of the same province are due before this one, as its applicant is told."""
    query = (
        select(func.count())
        .select_from(SupplierApplication)
        .join(Supplier, Supplier.id == SupplierApplication.supplier_id)
        .where(
            SupplierApplication.state == "open",
            SupplierApplication.due_at < row.due_at,
            Supplier.province_id == province_id,
        )
    )
    return session.scalar(query) or 0


def last_decision(supplier_id: int, *kinds: str) -> SupplierDecision | None:
    """The newest decision about a supplier, of these kinds where some are named."""
    query = select(SupplierDecision).where(SupplierDecision.supplier_id == supplier_id)
    if kinds:
        query = query.where(SupplierDecision.kind.in_(kinds))
    return session.scalars(query.order_by(SupplierDecision.id.desc()).limit(1)).one_or_none()


def was_never_passed(supplier_id: int) -> bool:
    """Whether it came by an application that no officer passed: it can't be shown by another way."""
    query = select(SupplierApplication.id).where(
        SupplierApplication.supplier_id == supplier_id, SupplierApplication.state != "passed"
    )
    return session.scalar(query.limit(1)) is not None


def decision_by_id(decision_id: int) -> SupplierDecision | None:
    """A decision by its key, for the worker."""
    return session.get(SupplierDecision, decision_id)


def message_of_decision(decision: SupplierDecision) -> ReviewMessage | None:
    """The words that belong to a decision, where any were written."""
    return session.get(ReviewMessage, decision.message_id) if decision.message_id else None


def addresses_about(supplier_id: int) -> tuple[str, ...]:
    """Addresses of the supplier's people, each once; while it isn't passed, of whoever applied for it too.

    Those of what is taken for it are its people; who has left since is told no more.
    """
    people = select(MembershipRow.account_id).where(
        MembershipRow.supplier_id.in_(among([supplier_id])), MembershipRow.ended_at.is_(None)
    )
    applied = select(SupplierApplication.account_id).where(
        SupplierApplication.supplier_id == supplier_id, SupplierApplication.state != "passed"
    )
    query = select(Account.email).where(
        Account.id.in_(people.union(applied)), Account.email.is_not(None), Account.disabled_at.is_(None)
    )
    return tuple(email for email in session.scalars(query.order_by(Account.id)) if email)
