"""What the home page and the site's own files show."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from marketplace.catalogue.models import Product, ProductVersion
from marketplace.catalogue.queries import is_shown
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import PUBLIC_STATES, root_supplier_id
from marketplace.suppliers.queries.merges import is_root


@dataclass(frozen=True)
class Counts:
    """How much there is."""

    products: int
    producers: int


def counts() -> Counts:
    """Published products and those who make them."""
    makers = func.count(func.distinct(root_supplier_id(Product.supplier_id)))
    row = session.execute(select(func.count(Product.id), makers).where(is_shown())).one()
    return Counts(*row)


def class_counts() -> dict[str, int]:
    """Published products per class code."""
    query = select(Product.class_code, func.count()).where(is_shown(), Product.class_code.is_not(None))
    return {code: count for code, count in session.execute(query.group_by(Product.class_code)) if code}


def in_season(month: int, classes_left_out: list[str], limit: int) -> tuple[list[int], int]:
    """Ids of some products that are to be had in ``month`` (1–12), newest first, and how many there are."""
    has_month = func.coalesce(ProductVersion.months, 0).bitwise_and(1 << (month - 1)) != 0
    wanted = (
        select(Product.id)
        .join(ProductVersion, ProductVersion.id == Product.version_id)
        .where(is_shown(), has_month, Product.supplier_id.is_not(None))
    )
    total = session.scalar(select(func.count()).select_from(wanted.subquery())) or 0
    shown = wanted.where(Product.class_code.not_in(classes_left_out)).order_by(Product.published_at.desc(), Product.id)
    return list(session.scalars(shown.limit(limit))), total


def addresses() -> list[tuple[str, str, date]]:
    """("product" or "supplier", slug, day of the last change) of every public page, for the sitemap."""
    products = select(Product.slug, Product.changed_at).where(is_shown()).order_by(Product.id)
    suppliers = select(Supplier.slug, Supplier.changed_at).where(Supplier.state.in_(PUBLIC_STATES), is_root())
    return [
        *(("product", slug, at.date()) for slug, at in session.execute(products)),
        *(("supplier", slug, at.date()) for slug, at in session.execute(suppliers.order_by(Supplier.id))),
    ]


def answers() -> bool:
    """Whether the database answers."""
    return session.scalar(select(1)) == 1
