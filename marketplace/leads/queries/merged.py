"""What officers merged or told apart in their areas."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select

from marketplace.catalogue.models import Product, ProductMerge, ProductVersion
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.leads.queries.doubles import KIND_OF, Side, Subject, sides_of
from marketplace.suppliers.models import DistinctPair, Supplier, SupplierMerge
from marketplace.suppliers.queries import of_actor, reviewed_by

MOST_LISTED = 50


@dataclass(frozen=True)
class Merged:
    """A merge with both names; ``undone_at`` when somebody took it back."""

    subject: Subject
    merge: Any
    from_name: str
    into_name: str
    undone_at: datetime | None


def merged_of(actor: Actor) -> list[Merged]:
    """What was merged in areas that the actor reviews, newest first."""
    area = reviewed_by(actor)
    found = [*_merged("chu-the", SupplierMerge, area), *_merged("san-pham", ProductMerge, area)]
    return sorted(found, key=lambda one: one.merge.recorded_at, reverse=True)[:MOST_LISTED]


def merge_of_area(actor: Actor, subject: str, merge_id: int) -> Merged | None:
    """One of them by its key."""
    table = {"chu-the": SupplierMerge, "san-pham": ProductMerge}.get(subject)
    return next(iter(_merged(subject, table, of_actor(actor), merge_id)), None) if table else None


def reviews_merge(actor: Actor, merged: Merged) -> bool:
    """Whether both that were merged lie in areas in which the officer may also change things."""
    keys = {merged.merge.from_id, merged.merge.into_id}
    return _names_of_area(merged.subject, keys, reviewed_by(actor)).keys() == keys


def _merged(subject: str, table: Any, area: ColumnElement[bool], merge_id: int | None = None) -> list[Merged]:
    query = select(table).where(table.undoes_id.is_(None)).order_by(table.id.desc())
    if merge_id is not None:
        query = query.where(table.id == merge_id)
    rows = session.scalars(query.limit(4 * MOST_LISTED)).all()
    undone = select(table.undoes_id, table.recorded_at).where(table.undoes_id.in_([row.id for row in rows]))
    undone_at = {row[0]: row[1] for row in session.execute(undone)}
    names = _names_of_area(subject, {key for row in rows for key in (row.from_id, row.into_id)}, area)
    return [
        Merged(subject, row, names[row.from_id], names[row.into_id], undone_at.get(row.id))  # type: ignore[arg-type]
        for row in rows
        if row.from_id in names and row.into_id in names
    ]


def _names_of_area(subject: str, keys: Iterable[int], area: ColumnElement[bool]) -> dict[int, str]:
    if subject == "chu-the":
        query: Any = select(Supplier.id, Supplier.name).where(Supplier.id.in_(set(keys)), area)
    else:
        query = (
            select(Product.id, ProductVersion.name)
            .select_from(Product)
            .join(ProductVersion, ProductVersion.id == Product.version_id)
            .outerjoin(Supplier, Supplier.id == Product.supplier_id)
            .where(Product.id.in_(set(keys)), area)
        )
    return {row[0]: row[1] for row in session.execute(query)}


def told_apart(actor: Actor) -> list[tuple[Subject, Side, Side]]:
    """Pairs of which somebody said that they are two, in areas that the actor reviews, newest first."""
    found: list[tuple[Subject, Side, Side]] = []
    for subject, kind in KIND_OF.items():
        query = select(DistinctPair).where(DistinctPair.subject == kind).order_by(DistinctPair.said_at.desc())
        pairs = session.scalars(query.limit(MOST_LISTED)).all()
        keys = {key for pair in pairs for key in (pair.first_id, pair.second_id)}
        sides, names = sides_of(subject, keys), _names_of_area(subject, keys, reviewed_by(actor))
        found += [
            (subject, sides[pair.first_id], sides[pair.second_id])  # type: ignore[misc]  # of KIND_OF
            for pair in pairs
            if pair.first_id in names and pair.second_id in names and {pair.first_id, pair.second_id} <= sides.keys()
        ]
    return found
