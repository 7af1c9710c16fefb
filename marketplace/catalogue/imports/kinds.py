"""The kinds of lists."""

from dataclasses import dataclass

from marketplace.catalogue.imports.taking import Plan, plan_product, plan_supplier
from marketplace.catalogue.models import Product
from marketplace.suppliers.models import Supplier


@dataclass(frozen=True)
class Kind:
    """A kind of list: what plans its rows, the column that it can't do without, and what it is about."""

    plan: Plan
    needed: str
    table: type[Product] | type[Supplier]


KINDS = {
    "products": Kind(plan_product, "name", Product),
    "suppliers": Kind(plan_supplier, "supplier", Supplier),
}
