"""Products that are probably one: with what somebody types just now, and among those of a producer or a province."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from sqlalchemy import select, true

from marketplace.catalogue.models import Product, ProductVersion
from marketplace.catalogue.vocabulary.likeness import PROBABLE, product_likeness
from marketplace.core.db import session
from marketplace.core.text import fold
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import distinct_pairs

_LISTED = ("draft", "pending", "published", "returned")
_MOST_CANDIDATES = 2000


@dataclass(frozen=True)
class ProductDouble:
    """A product that is probably the same as one that was asked about; ``is_public`` when it has a page."""

    product_id: int
    public_id: str
    name: str
    slug: str
    is_public: bool
    why: str
    likeness: float


@dataclass(frozen=True)
class ProductPair:
    """Two products that are probably one; ``first_id`` < ``second_id``."""

    first_id: int
    second_id: int
    why: str
    likeness: float


def probable_product_doubles(
    name: str,
    supplier_ids: Collection[int],
    province_id: str | None = None,
    limit: int = 5,
    apart_from: int | None = None,
) -> list[ProductDouble]:
    """Products of these suppliers (one and what was merged into it; none: of unknown producers of the province).

    ``apart_from`` is the product that is being changed.
    """
    mine = Product.supplier_id.in_(supplier_ids)
    nobodys = Product.supplier_id.is_(None) & (Product.province_id == province_id)
    query = (
        select(Product.id, Product.public_id, ProductVersion.name, Product.slug, Product.state)
        .join(ProductVersion, ProductVersion.id == Product.version_id)
        .where(mine if supplier_ids else nobodys, Product.merged_into_id.is_(None), Product.state.in_(_LISTED))
        .where(Product.id != apart_from if apart_from else true())
        .order_by(Product.id)
        .limit(_MOST_CANDIDATES)
    )
    said = _words_of_suppliers(supplier_ids)
    found = []
    for row in session.execute(query):
        score, why = product_likeness(name, row.name, said)
        if score >= PROBABLE:
            found.append(ProductDouble(row.id, row.public_id, row.name, row.slug, row.state == "published", why, score))
    return sorted(found, key=lambda double: (-double.likeness, double.product_id))[:limit]


def product_pairs(supplier_groups: Iterable[Sequence[int]]) -> list[ProductPair]:
    """Pairs among the products of each group of suppliers that are one, most probable first."""
    groups = {member: min(group) for group in supplier_groups for member in group}
    query = (
        select(Product.id, Product.supplier_id, ProductVersion.name, Supplier.match_key)
        .join(ProductVersion, ProductVersion.id == Product.version_id)
        .join(Supplier, Supplier.id == Product.supplier_id)
        .where(Product.merged_into_id.is_(None), Product.state.in_(_LISTED))
    )
    made: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    said: defaultdict[int, set[str]] = defaultdict(set)
    ids = sorted(groups)
    for start in range(0, len(ids), 500):  # bound values have a limit
        for row in session.execute(query.where(Product.supplier_id.in_(ids[start : start + 500]))):
            made[groups[row.supplier_id]].append((row.id, row.name))
            said[groups[row.supplier_id]].update(row.match_key.split())
    told_apart, pairs = distinct_pairs("product"), []
    for group, products in made.items():
        for one, other in combinations(sorted(products), 2):
            score, why = product_likeness(one[1], other[1], said[group])
            if score >= PROBABLE and (one[0], other[0]) not in told_apart:
                pairs.append(ProductPair(one[0], other[0], why, score))
    return sorted(pairs, key=lambda pair: (-pair.likeness, pair.first_id, pair.second_id))


def _words_of_suppliers(supplier_ids: Collection[int]) -> set[str]:
    rows = session.scalars(select(Supplier.match_key).where(Supplier.id.in_(supplier_ids)))
    return {word for key in rows for word in fold(key).split()}
