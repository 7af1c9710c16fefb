"""Merging products, and taking it back."""

from marketplace.catalogue.models import Product, ProductMerge
from marketplace.catalogue.queries.merges import group_of, product_merges
from marketplace.catalogue.services.taking_down import is_taken_down
from marketplace.catalogue.vocabulary import ProductChanged
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit_all
from marketplace.core.texts import N_

TAKEN_DOWN = N_("Một trong hai đang bị gỡ nên chưa gộp được. Hãy giải quyết việc ấy trước.")
NOT_SHOWN = N_("Sản phẩm được giữ phải đang bày, vì sản phẩm kia đang bày.")
_SHOWN = ("published", "paused")  # paused: as long as its maker isn't public


def merge_products(actor: Actor, product: Product, into: Product) -> ProductMerge:
    """Take ``product`` for ``into`` from now on: one page, with the packs, offers and certificates of both.

    Emits ProductChanged for all concerned. Raises Refused where they are one already, where a product that is shown
    would go with one that isn't, and for what an officer took down: its packs would be on offer again.
    """
    _refuse_unlike(product, into)
    merge: ProductMerge = product_merges.merge(actor, product.id, into.id)
    for one in (product, into):
        record(actor, "merge_product", "product", one.public_id, merge=merge.id, into=into.public_id)
    emit_all([ProductChanged(key) for key in group_of(into.id)])
    return merge


def _refuse_unlike(product: Product, into: Product) -> None:
    if is_taken_down(product) or is_taken_down(into):
        raise Refused(TAKEN_DOWN)
    if product.state in _SHOWN and into.state not in _SHOWN:
        raise Refused(NOT_SHOWN)


def undo_product_merge(actor: Actor, merge: ProductMerge) -> ProductMerge:
    """Take a merge back. Emits ProductChanged for all concerned. Raises Refused when it was taken back before."""
    together = group_of(merge.from_id)
    undone: ProductMerge = product_merges.undo(actor, merge)
    for key in (merge.from_id, merge.into_id):
        one = session.get_one(Product, key)
        record(actor, "undo_product_merge", "product", one.public_id, merge=merge.id)
    emit_all([ProductChanged(key) for key in together])
    return undone
