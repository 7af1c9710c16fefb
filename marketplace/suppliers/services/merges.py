"""Merging suppliers, taking it back, and saying that two are two."""

from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_
from marketplace.suppliers.models import DistinctPair, Supplier, SupplierMerge
from marketplace.suppliers.queries import PUBLIC_STATES, standing_memberships
from marketplace.suppliers.queries.merges import group_of, supplier_merges
from marketplace.suppliers.vocabulary import SupplierChanged

UNLIKE = N_("Một trong hai nơi còn chờ thông qua, đang tạm ẩn hoặc đã đóng. Hãy giải quyết việc ấy trước, rồi hãy gộp.")


def merge_suppliers(actor: Actor, supplier: Supplier, into: Supplier) -> SupplierMerge:
    """Take ``supplier`` for ``into`` from now on; what was taken for it goes with it. Emits SupplierChanged for all.

    Raises Refused where they are one already; and where one shows and the other doesn't, or one waits to be passed:
    by a merge nobody comes in, or back, without an officer's word.
    """
    _refuse_unlike(supplier, into)
    merge: SupplierMerge = supplier_merges.merge(actor, supplier.id, into.id)
    _follow_holders(into.id)
    for one in (supplier, into):
        record(actor, "merge_supplier", "supplier", one.public_id, merge=merge.id, into=into.public_id)
    _announce(group_of(into.id))
    return merge


def _refuse_unlike(supplier: Supplier, into: Supplier) -> None:
    states = [session.get_one(Supplier, group_of(one.id)[0]).state for one in (supplier, into)]
    if "applied" in states or len({state in PUBLIC_STATES for state in states}) == 2:
        raise Refused(UNLIKE)


def undo_supplier_merge(actor: Actor, merge: SupplierMerge) -> SupplierMerge:
    """Take a merge back: from now on there are two again. Emits SupplierChanged. Raises Refused when it was before."""
    together = group_of(merge.from_id)
    undone: SupplierMerge = supplier_merges.undo(actor, merge)
    for key in (merge.from_id, merge.into_id):
        _follow_holders(key)
        one = session.get_one(Supplier, key)
        record(actor, "undo_supplier_merge", "supplier", one.public_id, merge=merge.id)
    _announce(together)
    return undone


def _follow_holders(supplier_id: int) -> None:
    """Whether somebody looks after the one that shows: its people may have come, or gone, with a merge."""
    root = session.get_one(Supplier, group_of(supplier_id)[0])
    if root.state in PUBLIC_STATES:
        root.state = "claimed" if standing_memberships(root.id) else "unclaimed"
        session.flush()


def say_distinct(actor: Actor, subject: str, first_id: int, second_id: int) -> None:
    """Say that two suppliers (or products) that look like one are two; saying it again changes nothing."""
    first, second = min(first_id, second_id), max(first_id, second_id)
    if session.get(DistinctPair, (subject, first, second)) is None:
        session.add(
            DistinctPair(subject=subject, first_id=first, second_id=second, said_at=now(), account_id=actor.account_id)
        )
        session.flush()
    record(actor, "say_distinct", subject, str(first), other=second)


def unsay_distinct(actor: Actor, subject: str, first_id: int, second_id: int) -> None:
    """Take that back: the two are offered as one again."""
    first, second = min(first_id, second_id), max(first_id, second_id)
    pair = session.get(DistinctPair, (subject, first, second))
    if pair is not None:
        session.delete(pair)
        session.flush()
        record(actor, "unsay_distinct", subject, str(first), other=second)


def _announce(supplier_ids: tuple[int, ...]) -> None:
    for key in supplier_ids:
        emit(SupplierChanged(key))
