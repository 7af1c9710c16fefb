"""Small lists for tests, written as tables, and what became of them."""

from typing import Any

from sqlalchemy import func, select

from marketplace.catalogue.imports import ImportReport, run_import
from marketplace.catalogue.models import Product, ProductVersion
from marketplace.core.actor import STRANGER
from marketplace.core.db import session, transaction
from marketplace.core.texts import say
from marketplace.suppliers.models import Supplier


def take(*lines: str, kind: str = "products", dry_run: bool = False) -> ImportReport:
    """Take a list of semicolon-separated lines, the header first."""
    return run_import(STRANGER, kind, "list.csv", "\n".join(lines).encode(), dry_run=dry_run)


def reasons(report: ImportReport) -> list[str]:
    """Why rows were refused, as a person reads it."""
    return [say(p.message, **p.params) for refused in report.refused for p in refused.problems]


def supplier(name: str) -> Supplier:
    """The supplier of that name."""
    with transaction(write=False):
        return session.scalars(select(Supplier).where(Supplier.name == name)).one()


def words(product: Product | None = None) -> ProductVersion:
    """The present words of a product, or of the only one that there is."""
    with transaction(write=False):
        query = select(ProductVersion).join(Product, Product.version_id == ProductVersion.id)
        return session.scalars(query.where(Product.id == product.id) if product else query).one()


def all_of(table: type[Any]) -> list[Any]:
    """The rows of a table in the order of their keys."""
    with transaction(write=False):
        return list(session.scalars(select(table).order_by(table.id)))


def count(table: type[Any]) -> int:
    """How many rows a table has."""
    with transaction(write=False):
        return session.scalar(select(func.count()).select_from(table)) or 0
