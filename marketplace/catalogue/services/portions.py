"""Writing what a portion of a list changes: each kind of thing in one statement, those first that others need."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import select

from marketplace.catalogue.models import Certificate, Offer, Product
from marketplace.catalogue.services.certificates import correct_claim
from marketplace.catalogue.services.entering import enter_certificates, enter_offers, enter_packs, enter_products
from marketplace.catalogue.services.products import products_changed, put_class, revise_product
from marketplace.catalogue.vocabulary import NewCertificate, NewOffer, NewPack, NewProduct
from marketplace.catalogue.vocabulary.drafts import OfferDraft, PackDraft, PaperDraft, ProductDraft, SupplierDraft
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.services import put_contact, register_suppliers, update_supplier
from marketplace.suppliers.vocabulary import NewSupplier

SOURCE = "import"


def keep_drafts(actor: Actor, suppliers: Iterable[SupplierDraft], products: Iterable[ProductDraft]) -> None:
    """Write what is new or changed among the drafts; each has its key afterwards. Emits ProductChanged for products.

    Trusts that they were read in this transaction, so that nobody has written in between. Raises Conflict, by the
    caller's transaction, where a constraint refuses them.
    """
    _keep_suppliers(actor, list(suppliers))
    drafts = list(products)
    rows = _keep_products(actor, drafts)
    changed = {
        *_keep_packs_and_offers(actor, drafts, rows),
        *_keep_papers(actor, drafts),
        *(draft.id for draft in drafts if draft.has_new_words or draft.has_new_state),
    }
    for draft in drafts:
        draft.has_new_words = draft.has_new_class = draft.has_new_state = False
    products_changed(sorted(key for key in changed if key is not None))


def _keep_suppliers(actor: Actor, drafts: Sequence[SupplierDraft]) -> None:
    new = [draft for draft in drafts if draft.id is None]
    known = [draft for draft in drafts if draft.id is not None and (draft.changes or draft.email)]
    news = [NewSupplier(**draft.values, emails=(draft.email,) if draft.email else ()) for draft in new]
    for draft, supplier in zip(new, register_suppliers(actor, news), strict=True):
        draft.id = supplier.id
    rows = _by_id(Supplier, [draft.id for draft in known])
    for draft in known:
        row = rows[draft.id]
        update_supplier(actor, row, draft.changes)
        if draft.email:
            put_contact(actor, row, [draft.email], row.phone)
    for draft in drafts:
        draft.changes, draft.email = {}, None


def _keep_products(actor: Actor, drafts: Sequence[ProductDraft]) -> dict[int | None, Product]:
    """Rows of all that are new, or have something new; by key."""
    new = [draft for draft in drafts if draft.id is None]
    news = [
        NewProduct(words=draft.words, supplier_id=draft.maker.id if draft.maker else None, **draft.values)
        for draft in new
    ]
    entered = enter_products(actor, news)
    for draft, product in zip(new, entered, strict=True):
        draft.id, draft.has_new_words = product.id, True
    rows: dict[int | None, Product] = {product.id: product for product in entered}
    known = [draft for draft in drafts if draft.id not in rows and _has_news(draft)]
    rows |= _by_id(Product, [draft.id for draft in known])
    for draft in known:
        _revise(actor, rows[draft.id], draft)
    return rows


def _revise(actor: Actor, product: Product, draft: ProductDraft) -> None:
    if draft.has_new_words:
        revise_product(actor, product, draft.words)
    if product.state != draft.values["state"]:
        product.state = draft.values["state"]
        record(actor, "recheck_product", "product", product.public_id)
    if draft.has_new_class:
        put_class(actor, product, draft.values["class_code"])


def _has_news(draft: ProductDraft) -> bool:
    return (
        draft.has_new_words
        or draft.has_new_class
        or draft.has_new_state
        or any(pack.id is None or any(_is_new(offer) for offer in pack.offers) for pack in draft.packs)
    )


def _is_new(offer: OfferDraft) -> bool:
    return offer.id is None or offer.is_changed


def _keep_packs_and_offers(
    actor: Actor, drafts: Sequence[ProductDraft], rows: dict[int | None, Product]
) -> set[int | None]:
    """Keys of the products that got any."""
    packs = [(draft, pack, at) for draft in drafts for at, pack in enumerate(draft.packs) if pack.id is None]
    entered = enter_packs(actor, [(rows[d.id], NewPack(pack.label, pack.grams), at) for d, pack, at in packs])
    for (_, pack, _), row in zip(packs, entered, strict=True):
        pack.id = row.id
    offers = [(draft, pack, offer) for draft in drafts for pack in draft.packs for offer in pack.offers]
    new = [found for found in offers if found[2].id is None]
    entered_offers = enter_offers(actor, [(rows[d.id], _new_offer(pack, offer)) for d, pack, offer in new])
    for (_, _, offer), kept in zip(new, entered_offers, strict=True):
        offer.id, offer.is_changed = kept.id, False
    changed = [found for found in offers if found[2].is_changed]
    for draft, _, offer in changed:
        _change_offer(actor, rows[draft.id], offer)
    return {draft.id for draft, *_ in (*packs, *new, *changed)}


def _new_offer(pack: PackDraft, offer: OfferDraft) -> NewOffer:
    assert offer.seller.id is not None and pack.id is not None  # suppliers and packs are kept before
    return NewOffer(supplier_id=offer.seller.id, pack_id=pack.id, **offer.terms)


def _change_offer(actor: Actor, product: Product, offer: OfferDraft) -> None:
    row = session.get_one(Offer, offer.id)
    for name, value in offer.terms.items():
        setattr(row, name, value)
    row.changed_at, offer.is_changed = now(), False
    record(actor, "put_offer", "product", product.public_id, offer=row.public_id)


def _keep_papers(actor: Actor, drafts: Sequence[ProductDraft]) -> set[int | None]:
    """Keys of the products that got any."""
    papers = [(draft, paper) for draft in drafts for paper in draft.papers]
    new = [(draft, paper) for draft, paper in papers if paper.id is None]
    for (_, paper), row in zip(new, enter_certificates(actor, [_new_paper(*pair) for pair in new]), strict=True):
        paper.id = row.id
    changed = [(draft, paper) for draft, paper in papers if paper.is_changed and paper.id is not None]
    for _, paper in changed:
        row = session.get_one(Certificate, paper.id)
        row.issuer, row.remark = paper.issuer, paper.remark
        correct_claim(
            actor,
            row,
            stars=paper.stars,
            decision_no=paper.decision_no,
            issued_on=paper.issued_on,
            expires_on=paper.expires_on,
        )
    for _, paper in papers:
        paper.is_changed = False
    return {draft.id for draft, _ in (*new, *changed)}


def _new_paper(draft: ProductDraft, paper: PaperDraft) -> NewCertificate:
    return NewCertificate(
        kind="ocop",
        product_id=draft.id,
        stars=paper.stars,
        decision_no=paper.decision_no,
        issuer=paper.issuer,
        issued_on=paper.issued_on,
        expires_on=paper.expires_on,
        remark=paper.remark,
        source=SOURCE,
    )


def _by_id(table: Any, keys: Sequence[int | None]) -> dict[int | None, Any]:
    wanted = sorted({key for key in keys if key is not None})
    portions = (wanted[start : start + 500] for start in range(0, len(wanted), 500))  # bound values have a limit
    return {row.id: row for some in portions for row in session.scalars(select(table).where(table.id.in_(some)))}
