"""How a supplier stands decides whether its products show: they are paused with it, and come back with it."""

from collections.abc import Sequence

from sqlalchemy import select, update

from marketplace.catalogue.models import Certificate, Product
from marketplace.catalogue.services.products import products_changed
from marketplace.catalogue.services.reviewing import publish_products
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier, SupplierApplication
from marketplace.suppliers.queries import PUBLIC_STATES, group_of
from marketplace.suppliers.services import close, pass_application, reinstate, suspend


def suspend_supplier(actor: Actor, supplier: Supplier, reason: str, words: str) -> None:
    """Hide a supplier with all that it makes. Raises Refused as ``suspend`` does. Emits ProductChanged."""
    suspend(actor, supplier, reason, words)
    follow_standing(supplier)


def close_supplier(actor: Actor, supplier: Supplier, reason: str, words: str) -> None:
    """End a supplier on the site, with all that it makes. Raises Refused as ``close`` does. Emits ProductChanged."""
    close(actor, supplier, reason, words)
    follow_standing(supplier)


def reinstate_supplier(actor: Actor, supplier: Supplier, words: str = "") -> None:
    """Show a supplier again, with all that was shown before. Raises Refused as ``reinstate`` does."""
    reinstate(actor, supplier, words)
    follow_standing(supplier)


def pass_supplier(
    actor: Actor,
    row: SupplierApplication,
    supplier: Supplier,
    way: str,
    products: Sequence[Product],
    papers: Sequence[Certificate],
) -> None:
    """Let an organisation in together with these of its products and papers; none of them is fine too.

    Raises Refused as ``pass_application`` does. Emits ProductChanged.
    """
    pass_application(actor, row, supplier, way)
    for paper in papers:
        if paper.verified_at is None:
            paper.verified_at, paper.verified_by_id = now(), actor.account_id
            record(actor, "verify_certificate", "certificate", paper.public_id)
    if products:
        publish_products(actor, products)
    follow_standing(supplier)
    session.flush()
    products_changed(sorted({paper.product_id for paper in papers if paper.product_id is not None}))


def follow_standing(supplier: Supplier) -> None:
    """Pause what a supplier makes while it isn't public, show it again when it is. Emits ProductChanged.

    So does what is made by those that are one with it; how their root stands decides for all.
    """
    group = group_of(supplier.id)
    is_public = session.get_one(Supplier, group[0]).state in PUBLIC_STATES
    before, after = ("paused", "published") if is_public else ("published", "paused")
    ids = list(session.scalars(select(Product.id).where(Product.supplier_id.in_(group), Product.state == before)))
    session.execute(
        update(Product).where(Product.id.in_(ids)).values(state=after).execution_options(synchronize_session="fetch")
    )
    products_changed(ids)
