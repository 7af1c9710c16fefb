"""Reads of the lists that were handed in, and of their rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, Text, and_, cast, false, func, or_, select, true

from marketplace.accounts.models import Account
from marketplace.catalogue.models import ImportRow, ImportRun, Product
from marketplace.catalogue.vocabulary.reasons import Outcome
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import PUBLIC_STATES

Kept = Outcome | Literal["remarked"]


@dataclass(frozen=True)
class ListedRun:
    """A list with who handed it in (None: a command) and for which supplier (None: for the area)."""

    run: ImportRun
    handed_in_by: str | None
    supplier: str | None


@dataclass(frozen=True)
class MarkedRow:
    """A row that is refused, or that a person should look at though it is taken."""

    id: int
    outcome: Outcome
    problems: list[dict[str, Any]]
    remarks: list[dict[str, Any]]


@dataclass(frozen=True)
class RowCounts:
    """Rows of a list by outcome, and how many of those taken carry remarks."""

    by_outcome: Counter[str]
    remarked: int

    @property
    def total(self) -> int:
        """Rows about which something was said."""
        return sum(self.by_outcome.values())

    @property
    def takeable(self) -> int:
        """Rows that aren't refused."""
        return self.total - self.by_outcome["refused"]

    def of(self, kept: Kept | None) -> int:
        """How many rows ``rows_of`` gives for the same word."""
        if kept is None:
            return self.total
        return self.remarked if kept == "remarked" else self.by_outcome[kept]


def run_of(actor: Actor, list_id: str) -> ImportRun | None:
    """A list that the officer handed in; to an administrator any."""
    return _run(_of_officer(actor), list_id)


def own_run_of(actor: Actor, list_id: str) -> ImportRun | None:
    """A list of one of the actor's suppliers: handed in by the actor, or for a supplier that the actor manages."""
    return _run(_of_suppliers(actor), list_id)


def runs_of(actor: Actor, *, offset: int = 0, limit: int = 20) -> tuple[list[ListedRun], int]:
    """The officer's lists, newest first, and how many there are; to an administrator all."""
    return _runs(_of_officer(actor), offset, limit)


def own_runs_of(actor: Actor, *, offset: int = 0, limit: int = 20) -> tuple[list[ListedRun], int]:
    """The lists of the actor's suppliers, newest first, and how many there are."""
    return _runs(_of_suppliers(actor), offset, limit)


def counts_of(run_id: int) -> RowCounts:
    """What is said about the rows of a list."""
    query = select(ImportRow.outcome, func.count()).where(ImportRow.run_id == run_id, ImportRow.outcome.is_not(None))
    counted = Counter({str(row[0]): int(row[1]) for row in session.execute(query.group_by(ImportRow.outcome))})
    remarked = select(func.count()).select_from(ImportRow).where(ImportRow.run_id == run_id, _is("remarked"))
    return RowCounts(counted, session.scalar(remarked) or 0)


def rows_of(run_id: int, kept: Kept | None = None, *, offset: int = 0, limit: int | None = None) -> list[ImportRow]:
    """Rows of a list that were looked at, in its order; ``kept`` keeps those of an outcome, or those with remarks."""
    query = select(ImportRow).where(ImportRow.run_id == run_id, _is(kept)).order_by(ImportRow.number)
    return list(session.scalars(query.offset(offset).limit(limit)))


def rows_by_id(row_ids: Sequence[int]) -> list[ImportRow]:
    """These rows, in the list's order; at most some hundreds."""
    return list(session.scalars(select(ImportRow).where(ImportRow.id.in_(row_ids)).order_by(ImportRow.number)))


def marked_rows_of(run_id: int) -> list[MarkedRow]:
    """Rows of a list that are refused or remarked, in its order."""
    query = (
        select(ImportRow.id, ImportRow.outcome, ImportRow.problems, ImportRow.remarks)
        .where(ImportRow.run_id == run_id, or_(_is("refused"), _is("remarked")))
        .order_by(ImportRow.number)
    )
    return [MarkedRow(*row) for row in session.execute(query)]


def public_slugs_of(kind: str, subject_ids: Sequence[int]) -> dict[int, str]:
    """Addresses of those of these products (or suppliers) that everybody may see, by key; at most some hundreds."""
    query: Select[int, str]
    if kind == "products":
        query = select(Product.id, Product.slug).where(Product.id.in_(subject_ids), Product.state == "published")
    else:
        query = select(Supplier.id, Supplier.slug).where(
            Supplier.id.in_(subject_ids), Supplier.state.in_(PUBLIC_STATES)
        )
    return {row[0]: row[1] for row in session.execute(query)}


def _is(kept: Kept | None) -> ColumnElement[bool]:
    if kept is None:
        return ImportRow.outcome.is_not(None)
    if kept == "remarked":
        return and_(ImportRow.outcome != "refused", cast(ImportRow.remarks, Text) != "[]")
    return ImportRow.outcome == kept


def _of_officer(actor: Actor) -> ColumnElement[bool]:
    if actor.is_administrator:
        return true()
    return and_(ImportRun.account_id == actor.account_id, ImportRun.supplier_id.is_(None))


def _of_suppliers(actor: Actor) -> ColumnElement[bool]:
    """One who speaks for a supplier no more doesn't see its lists either, the own ones included."""
    managed = [each.supplier_id for each in actor.memberships if each.role == "manager"]
    own = and_(ImportRun.account_id == actor.account_id, ImportRun.supplier_id.in_(actor.supplier_ids))
    return or_(own, ImportRun.supplier_id.in_(managed)) if actor.supplier_ids else false()


def _run(condition: ColumnElement[bool], list_id: str) -> ImportRun | None:
    return session.scalars(select(ImportRun).where(ImportRun.public_id == list_id, condition)).one_or_none()


def _runs(condition: ColumnElement[bool], offset: int, limit: int) -> tuple[list[ListedRun], int]:
    total = session.scalar(select(func.count()).select_from(ImportRun).where(condition)) or 0
    query = (
        select(ImportRun, Account.name, Supplier.name)
        .outerjoin(Account, Account.id == ImportRun.account_id)
        .outerjoin(Supplier, Supplier.id == ImportRun.supplier_id)
        .where(condition)
        .order_by(ImportRun.began_at.desc(), ImportRun.id.desc())
    )
    return [ListedRun(*row) for row in session.execute(query.offset(offset).limit(limit))], total
