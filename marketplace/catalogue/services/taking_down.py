"""An officer takes one product off the market at once, says why, and can take that back.

The State may ask for it within the hour. The supplier keeps what it wrote and hands it in again when it is mended.
"""

from sqlalchemy import select

from marketplace.catalogue.models import Product
from marketplace.catalogue.services.product_forms.drafting import reopen_draft
from marketplace.catalogue.services.product_forms.handing_in import HANDED_IN
from marketplace.catalogue.services.products import product_changed
from marketplace.catalogue.vocabulary.happenings import ProductReturned, ProductsPassed
from marketplace.catalogue.vocabulary.returns import PUT_BACK, TAKE_DOWN, TAKE_DOWN_REASONS
from marketplace.core.actor import Actor
from marketplace.core.audit import AuditRow, record
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_
from marketplace.suppliers.queries import hidden_among
from marketplace.suppliers.services import write_message

NO_REASON = N_("Hãy chọn vì sao gỡ.")
NOT_SHOWN = N_("Sản phẩm này không còn bày nữa.")
NOT_DOWN = N_("Sản phẩm này không phải đang bị gỡ.")


def take_down(actor: Actor, product: Product, reason: str, words: str = "") -> None:
    """Hide a shown product with a reason of TAKE_DOWN_REASONS; its supplier may mend it and hand it in again.

    Raises Refused (``reason``) for any other reason, and where it isn't shown. Emits ProductChanged, ProductReturned.
    """
    if reason not in TAKE_DOWN_REASONS:
        raise Refused(NO_REASON, field="reason")
    if product.state not in ("published", "paused"):
        raise Refused(NOT_SHOWN)
    if product.pending_version_id is not None:
        reopen_draft(product)
    product.state, product.pending_version_id, product.pending_class = "returned", None, None
    message = write_message(actor, "product", product.id, "officer", words, reason)
    record(actor, TAKE_DOWN, "product", product.public_id, reason=reason)
    session.flush()
    emit(ProductReturned(product.id, message.id))
    product_changed(product)


def put_back(actor: Actor, product: Product) -> None:
    """Show it again as it was. Raises Refused where no officer took it down. Emits ProductChanged, ProductsPassed."""
    if not is_taken_down(product):
        raise Refused(NOT_DOWN)
    product.state = "paused" if hidden_among([product.supplier_id]) else "published"
    record(actor, PUT_BACK, "product", product.public_id)
    session.flush()
    if product.supplier_id is not None and product.state == "published":
        emit(ProductsPassed(product.supplier_id, [product.id]))
    product_changed(product)


def is_taken_down(product: Product) -> bool:
    """Whether it is off the market because an officer took it down, and its supplier hasn't handed it in since."""
    query = select(AuditRow.action).where(
        AuditRow.object_kind == "product",
        AuditRow.object_id == product.public_id,
        AuditRow.action.in_((TAKE_DOWN, PUT_BACK, HANDED_IN)),
    )
    newest = session.scalars(query.order_by(AuditRow.id.desc()).limit(1)).one_or_none()
    return product.state == "returned" and newest == TAKE_DOWN
