"""Merging products, and taking it back."""

from marketplace.catalogue.models import Product, ProductMerge
from marketplace.catalogue.queries.merges import group_of, product_merges
from marketplace.catalogue.vocabulary import ProductChanged
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.db import session
from marketplace.core.outbox import emit_all


def merge_products(actor: Actor, product: Product, into: Product) -> ProductMerge:
    """Take ``product`` for ``into`` from now on: one page, with the packs, offers and certificates of both.

    Emits ProductChanged for all concerned. Raises Refused where they are one already.
    """
    merge: ProductMerge = product_merges.merge(actor, product.id, into.id)
    for one in (product, into):
        record(actor, "merge_product", "product", one.public_id, merge=merge.id, into=into.public_id)
    emit_all([ProductChanged(key) for key in group_of(into.id)])
    return merge


def undo_product_merge(actor: Actor, merge: ProductMerge) -> ProductMerge:
    """Take a merge back. Emits ProductChanged for all concerned. Raises Refused when it was taken back before."""
    together = group_of(merge.from_id)
    undone: ProductMerge = product_merges.undo(actor, merge)
    for key in (merge.from_id, merge.into_id):
        one = session.get_one(Product, key)
        record(actor, "undo_product_merge", "product", one.public_id, merge=merge.id)
    emit_all([ProductChanged(key) for key in together])
    return undone
