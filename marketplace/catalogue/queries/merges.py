"""Which products are taken for which: the one place where readers ask for it."""

from sqlalchemy import ColumnElement

from marketplace.catalogue.models import Product, ProductMerge
from marketplace.core.db import session
from marketplace.core.merges import Merges

product_merges = Merges(Product, ProductMerge)
root_ids, group_of, groups_of = product_merges.root_ids, product_merges.group_of, product_merges.groups_of
among, with_merged, root_product_id = product_merges.among, product_merges.with_merged, product_merges.root_of


def is_root() -> ColumnElement[bool]:
    """Condition: the product is taken for no other."""
    return Product.merged_into_id.is_(None)


def product_merge(merge_id: int) -> ProductMerge | None:
    """A merge by its key."""
    return session.get(ProductMerge, merge_id)
