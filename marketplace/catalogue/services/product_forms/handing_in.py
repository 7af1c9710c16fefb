"""Handing a draft in: a new product, or what becomes of one that is there.

Prices, packs, months, what can be made, storage and pictures apply at once. Other words of a product that is shown
wait for an officer beside the present ones (DESIGN section 4), unless ``waits_for_officer`` says that they need not.
"""

from dataclasses import replace

from sqlalchemy import select

from marketplace.catalogue.models import DraftPhoto, Product, ProductDraft, ProductVersion
from marketplace.catalogue.services.entering import enter_products
from marketplace.catalogue.services.photos import put_photos
from marketplace.catalogue.services.product_forms.packs import put_packs
from marketplace.catalogue.services.product_forms.papers import put_papers
from marketplace.catalogue.services.products import (
    enter_version,
    product_changed,
    put_class,
    revise_product,
    show_version,
    words_of,
)
from marketplace.catalogue.vocabulary import NewProduct, Words
from marketplace.catalogue.vocabulary.product_forms import WrittenProduct, waits_for_officer
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.media.models import Photo
from marketplace.suppliers.models import Supplier

HANDED_IN = "hand_in_product"  # the act in the audit log
STOPPED_ONE = N_("Sản phẩm này đã thôi bán. Hãy bày lại trước khi sửa.")


def hand_in_draft(actor: Actor, draft: ProductDraft, written: WrittenProduct) -> Product:
    """Make of a draft what it says; a draft that was handed in already does nothing more. Emits ProductChanged.

    Raises Refused for a product that its supplier has stopped selling.
    """
    if draft.handed_in_at is not None:
        return session.get_one(Product, draft.product_id)
    if draft.product_id is None:
        product = _enter(actor, draft.supplier_id, written)
    else:
        product = session.get_one(Product, draft.product_id)
        _revise(actor, product, written)
    put_packs(actor, product, written.packs, written.least)
    put_papers(actor, product, written.papers, draft)
    _put_pictures(product, draft)
    draft.product_id, draft.handed_in_at = product.id, now()
    record(actor, HANDED_IN, "product", product.public_id, draft=draft.public_id)
    product_changed(product)
    return product


def _enter(actor: Actor, supplier_id: int, written: WrittenProduct) -> Product:
    new = NewProduct(words=written.words, supplier_id=supplier_id, class_code=written.class_code, state="pending")
    (product,) = enter_products(actor, [new])
    return product


def _revise(actor: Actor, product: Product, written: WrittenProduct) -> None:
    if product.state == "removed":
        raise Refused(STOPPED_ONE)
    if product.state == "published":
        _revise_shown(actor, product, written)
        return
    revise_product(actor, product, written.words)
    if written.class_code and written.class_code != product.class_code:
        put_class(actor, product, written.class_code)
    product.state = "pending"


def _revise_shown(actor: Actor, product: Product, written: WrittenProduct) -> None:
    before = words_of(session.get_one(ProductVersion, product.version_id))
    wanted = written.class_code or product.class_code
    same_class = wanted == product.class_code
    supplier = session.get_one(Supplier, product.supplier_id)
    product.pending_version_id = product.pending_class = None
    if not waits_for_officer(
        before, written.words, same_class=same_class, is_verified=supplier.verified_at is not None
    ):
        revise_product(actor, product, written.words)
        return
    revise_product(actor, product, _at_once(before, written.words))
    product.pending_version_id = enter_version(actor, product, written.words).id
    product.pending_class = None if same_class else wanted


def show_waiting_words(actor: Actor, product: Product) -> None:
    """An officer passed the words that waited: they are shown, with the class that they asked for."""
    waiting = session.get_one(ProductVersion, product.pending_version_id)
    shown = words_of(session.get_one(ProductVersion, product.version_id))
    words = _at_once(words_of(waiting), shown)  # these may have changed since then
    version = waiting if words == words_of(waiting) else enter_version(actor, product, words)
    if product.pending_class:
        product.class_code, product.proposed_class = product.pending_class, None
    product.pending_class = None
    show_version(actor, product, version)


def _at_once(words: Words, given: Words) -> Words:
    """Words with what of ``given`` applies at once."""
    return replace(words, months=given.months, monthly_grams=given.monthly_grams, storage=given.storage)


def _put_pictures(product: Product, draft: ProductDraft) -> None:
    pictures = (
        select(Photo, DraftPhoto.alt)
        .join(DraftPhoto, DraftPhoto.photo_id == Photo.id)
        .where(DraftPhoto.draft_id == draft.id, Photo.removed_at.is_(None))
        .order_by(DraftPhoto.position, Photo.id)
    )
    put_photos(product, [(row[0], row[1]) for row in session.execute(pictures)])
