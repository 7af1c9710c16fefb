"""What officers are asked about doubles in the scene: a pair, and two closed places that were merged."""

from typing import NamedTuple

from sqlalchemy import select

from marketplace.core.db import session, transaction
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.services import merge_suppliers
from tests import factories
from tests.cast import QUANG_BACH, Cast


class Doubles(NamedTuple):
    """Public ids of two suppliers of Quảng Bạch, and the key of a merge there."""

    one: str
    other: str
    merge: int


def leave_doubles(cast: Cast, other_slug: str) -> Doubles:
    """HTX Hồng Luân and another of its commune; and two that were closed and merged."""
    with transaction(write=True):
        pair = [
            factories.make_supplier(name, place_id=QUANG_BACH, state="closed")
            for name in ("Quầy chợ Quảng Bạch cũ", "Quầy chợ Quảng Bạch")
        ]
        merge = merge_suppliers(cast.actor("administrator"), *pair)
        other = session.scalars(select(Supplier.public_id).where(Supplier.slug == other_slug)).one()
        return Doubles(cast.hong_luan.public_id, other, merge.id)
