"""Reads of what people report about listings."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select

from marketplace.catalogue.models import ListingReport, Product, ProductSlug, ProductVersion
from marketplace.catalogue.queries.merges import root_product_id
from marketplace.catalogue.vocabulary.reports import Subject
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier, SupplierSlug
from marketplace.suppliers.queries import PUBLIC_STATES, of_actor, reviewed_by, root_supplier_id

_ADDRESS = re.compile(r"/(san-pham|chu-the)/([a-z0-9-]+)")


@dataclass(frozen=True)
class Reported:
    """A public listing that can be reported; ``slug`` is its present address."""

    subject: Subject
    id: int
    public_id: str
    slug: str
    name: str


@dataclass(frozen=True)
class ReportFile:
    """A report with what it is about; ``maker`` is the supplier by whose area it is somebody's."""

    row: ListingReport
    about: Reported
    other: Reported | None
    maker: str
    may_settle: bool


def reported_supplier(_actor: Actor, slug: str) -> Reported | None:
    """The public supplier at an address, also at an old one."""
    found = session.execute(
        _suppliers()
        .join(SupplierSlug, Supplier.id == root_supplier_id(SupplierSlug.supplier_id))
        .where(SupplierSlug.slug == slug, Supplier.state.in_(PUBLIC_STATES))
    ).one_or_none()
    return Reported("supplier", *found) if found else None


def reported_product(_actor: Actor, slug: str) -> Reported | None:
    """The product on show at an address, also at an old one."""
    found = session.execute(
        _products()
        .join(ProductSlug, Product.id == root_product_id(ProductSlug.product_id))
        .where(ProductSlug.slug == slug, Product.state == "published")
    ).one_or_none()
    return Reported("product", *found) if found else None


def reported_at(address: str, subject: Subject) -> Reported | None:
    """The public listing of that kind whose address somebody pasted, whole or in part."""
    found = _ADDRESS.search(address.strip().lower())
    if found is None or (found[1] == "san-pham") is not (subject == "product"):
        return None
    return (reported_product if subject == "product" else reported_supplier)(Actor(), found[2])


def open_reports(actor: Actor) -> list[ReportFile]:
    """What nobody has settled in the actor's areas, oldest first."""
    return _files(actor, ListingReport.settled_at.is_(None))


def settled_reports(actor: Actor, limit: int = 20) -> list[ReportFile]:
    """What was settled last in the actor's areas, newest first."""
    found = _files(actor, ListingReport.settled_at.is_not(None))
    return sorted(found, key=lambda file: file.row.settled_at or file.row.reported_at, reverse=True)[:limit]


def report_of_area(actor: Actor, public_id: str) -> ReportFile | None:
    """One report in the actor's areas."""
    return next(iter(_files(actor, ListingReport.public_id == public_id)), None)


def open_report_count(actor: Actor) -> int:
    """How many wait in the actor's areas."""
    query = select(func.count()).select_from(ListingReport).outerjoin(Product, _is_product())
    query = query.outerjoin(Supplier, _is_its_supplier()).where(ListingReport.settled_at.is_(None), _seen(actor))
    return session.scalar(query) or 0


def report_by_id(report_id: int) -> ListingReport | None:
    """A report by its key, for the worker."""
    return session.get(ListingReport, report_id)


def reported_by_key(subject: str, keys: Iterable[int]) -> dict[int, Reported]:
    """Listings by their key, public or not."""
    columns = _products() if subject == "product" else _suppliers()
    table = Product if subject == "product" else Supplier
    kind: Subject = "product" if subject == "product" else "supplier"
    return {row.id: Reported(kind, *row) for row in session.execute(columns.where(table.id.in_(set(keys))))}


def _files(actor: Actor, condition: ColumnElement[bool]) -> list[ReportFile]:
    query = (
        select(ListingReport, Supplier.name, reviewed_by(actor))
        .outerjoin(Product, _is_product())
        .outerjoin(Supplier, _is_its_supplier())
        .where(condition, _seen(actor))
        .order_by(ListingReport.id)
    )
    rows = session.execute(query).all()
    known = {subject: reported_by_key(subject, _keys(rows, subject)) for subject in ("supplier", "product")}
    return [
        ReportFile(
            row,
            known[row.subject][row.subject_id],
            known[row.subject].get(row.other_id or 0),
            maker or "",
            bool(may) or actor.is_administrator,
        )
        for row, maker, may in rows
    ]


def _keys(rows: Iterable[Any], subject: str) -> set[int]:
    found = [row[0] for row in rows if row[0].subject == subject]
    return {key for row in found for key in (row.subject_id, row.other_id) if key is not None}


def _is_product() -> ColumnElement[bool]:
    return (ListingReport.subject == "product") & (Product.id == ListingReport.subject_id)


def _is_its_supplier() -> ColumnElement[bool]:
    """Condition: reported itself, or the maker; of one that is taken for another, that other."""
    about = case((ListingReport.subject == "supplier", ListingReport.subject_id), else_=Product.supplier_id)
    return Supplier.id == root_supplier_id(about)


def _seen(actor: Actor) -> ColumnElement[bool]:
    """What has no supplier is the administrator's."""
    return of_actor(actor) if actor.is_administrator else Supplier.id.is_not(None) & of_actor(actor)


def _suppliers() -> Select[*tuple[Any, ...]]:
    return select(Supplier.id, Supplier.public_id, Supplier.slug, Supplier.name)


def _products() -> Select[*tuple[Any, ...]]:
    columns = select(Product.id, Product.public_id, Product.slug, ProductVersion.name)
    return columns.join(ProductVersion, ProductVersion.id == Product.version_id)
