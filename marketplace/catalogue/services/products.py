"""Entering products and giving them new words."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import func, select, update

from marketplace.catalogue.models import Product, ProductVersion
from marketplace.catalogue.services.entering import enter_products, product_match_key
from marketplace.catalogue.vocabulary import NewProduct, ProductChanged, Words, propose_class
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.outbox import emit, emit_all

_WORDS = tuple(Words.__dataclass_fields__)
_MOST_BOUND = 500  # values of one statement


def add_product(actor: Actor, new: NewProduct) -> Product:
    """Enter a product with its first version and its address on the site; emits ProductChanged."""
    (product,) = enter_products(actor, [new])
    product_changed(product)
    return product


def revise_product(actor: Actor, product: Product, words: Words) -> bool:
    """Give a product a new version where its words differ; says whether they did.

    Old versions stay: an inquiry names the one that the trader saw.
    """
    present = session.get(ProductVersion, product.version_id)
    assert present is not None
    if words_of(present) == words:
        return False
    show_version(actor, product, enter_version(actor, product, words))
    return True


def words_of(version: ProductVersion) -> Words:
    """What a version says."""
    return Words(**{name: getattr(version, name) for name in _WORDS})


def enter_version(actor: Actor, product: Product, words: Words) -> ProductVersion:
    """New words of a product, which nobody sees yet."""
    newest = session.scalar(select(func.max(ProductVersion.number)).where(ProductVersion.product_id == product.id))
    version = ProductVersion(
        product_id=product.id,
        number=(newest or 0) + 1,
        created_at=now(),
        created_by_id=actor.account_id,
        **asdict(words),
    )
    session.add(version)
    session.flush()
    return version


def show_version(actor: Actor, product: Product, version: ProductVersion) -> None:
    """Show these words from now on; nothing waits any more. Emits ProductChanged."""
    product.version_id, product.pending_version_id = version.id, None
    product.match_key = product_match_key(version.name)
    if product.class_code is None:
        product.proposed_class = propose_class(version.name) or product.proposed_class
    record(actor, "revise_product", "product", product.public_id, version=version.number)
    product_changed(product)


def put_class(actor: Actor, product: Product, class_code: str) -> None:
    """Say to which class a product belongs."""
    product.class_code, product.proposed_class = class_code, None
    record(actor, "put_class", "product", product.public_id, class_code=class_code)
    product_changed(product)


def product_changed(product: Product) -> None:
    """Note that a product is another now, so that it is indexed again."""
    product.changed_at = now()
    session.flush()
    emit(ProductChanged(product.id))


def products_changed(product_ids: Sequence[int]) -> None:
    """As ``product_changed`` for many, with one statement; each is announced once."""
    moment = now()
    for start in range(0, len(product_ids), _MOST_BOUND):
        some = product_ids[start : start + _MOST_BOUND]
        session.execute(
            update(Product)
            .where(Product.id.in_(some))
            .values(changed_at=moment)
            .execution_options(synchronize_session=False)
        )
    emit_all([ProductChanged(product_id) for product_id in product_ids])
