"""An officer's word about two that are probably one."""

from marketplace.catalogue.models import Product
from marketplace.catalogue.services import merge_products, undo_product_merge
from marketplace.catalogue.services.standing import follow_standing
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.leads.queries.doubles import KIND_OF, Compared
from marketplace.leads.queries.merged import Merged
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.services import merge_suppliers, say_distinct, undo_supplier_merge, unsay_distinct

CHOOSE = N_("Hãy chọn tên được giữ.")


def merge_pair(actor: Actor, pair: Compared, kept: str) -> str:
    """Merge the two; ``kept`` is the public id of the one that stays. Gives its name. Raises Refused (``giu``)."""
    sides = {side.public_id: side for side in (pair.one, pair.other)}
    if kept not in sides:
        raise Refused(CHOOSE, field="giu")
    stays = sides.pop(kept)
    (goes,) = sides.values()
    if pair.subject == "chu-the":
        merge_suppliers(actor, session.get_one(Supplier, goes.key), session.get_one(Supplier, stays.key))
    else:
        merge_products(actor, session.get_one(Product, goes.key), session.get_one(Product, stays.key))
    return stays.name


def undo_merged(actor: Actor, merged: Merged) -> None:
    """Take a merge back: what each makes shows again as that one stands. Raises Refused when that was done before."""
    if merged.subject == "chu-the":
        undo_supplier_merge(actor, merged.merge)
        for key in (merged.merge.from_id, merged.merge.into_id):
            follow_standing(session.get_one(Supplier, key))
    else:
        undo_product_merge(actor, merged.merge)


def tell_pair_apart(actor: Actor, pair: Compared) -> None:
    """The two are two."""
    say_distinct(actor, KIND_OF[pair.subject], pair.one.key, pair.other.key)


def untell_pair_apart(actor: Actor, pair: Compared) -> None:
    """That is taken back."""
    unsay_distinct(actor, KIND_OF[pair.subject], pair.one.key, pair.other.key)
