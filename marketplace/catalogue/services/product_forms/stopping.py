"""A supplier stops selling a product, and may take that back; the product stays in the database for at least a year.

(Luật TMĐT 122/2025/QH15, Điều 17.1.e.)
"""

from sqlalchemy import select

from marketplace.catalogue.models import Product
from marketplace.catalogue.services.products import product_changed
from marketplace.core.actor import Actor
from marketplace.core.audit import AuditRow, record
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.suppliers.queries import hidden_among

STOPPED, AGAIN = "stop_selling", "sell_again"  # acts in the audit log; the first's details say what state it had
NOT_STOPPED = N_("Sản phẩm này không phải do bạn thôi bán, nên không bày lại được từ đây.")


def stop_selling(actor: Actor, product: Product) -> None:
    """Take a product off the shelf. Emits ProductChanged; one that is off already is left as it is."""
    if product.state == "removed":
        return
    record(actor, STOPPED, "product", product.public_id, was=product.state)
    product.state = "removed"
    product_changed(product)


def sell_again(actor: Actor, product: Product) -> None:
    """Put it back as it was. Raises Refused where it was not its supplier who took it off. Emits ProductChanged."""
    if product.state != "removed":
        return
    query = select(AuditRow).where(
        AuditRow.object_kind == "product",
        AuditRow.object_id == product.public_id,
        AuditRow.action.in_((STOPPED, AGAIN)),
    )
    act = session.scalars(query.order_by(AuditRow.id.desc()).limit(1)).one_or_none()
    if act is None or act.action != STOPPED:
        raise Refused(NOT_STOPPED)
    was = act.details["was"]
    product.state = _shown_now(product) if was in ("published", "paused") else was
    record(actor, AGAIN, "product", product.public_id)
    product_changed(product)


def _shown_now(product: Product) -> str:
    """What was passed is shown, or paused while its maker isn't public: that may have changed meanwhile."""
    return "paused" if hidden_among([product.supplier_id]) else "published"
