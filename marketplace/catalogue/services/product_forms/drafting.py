"""Beginning, saving and dropping drafts of product forms."""

from sqlalchemy import delete, or_, select

from marketplace.catalogue.models import DraftPhoto, Product, ProductDraft, ProductPhoto
from marketplace.catalogue.services.product_forms.filling import fields_of
from marketplace.catalogue.vocabulary.product_forms import KEPT_FOR, RawFields
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Conflict
from marketplace.core.texts import N_

OLDER_TAB = N_("Bản nháp này đã được lưu ở một nơi khác sau khi bạn mở trang này.")
FRESH: RawFields = {"season": ["all"]}


def begin_draft(actor: Actor, supplier_id: int) -> ProductDraft:
    """An empty sheet for a new product of the supplier."""
    return _begin(actor, supplier_id, None, dict(FRESH))


def begin_edit(actor: Actor, product: Product) -> ProductDraft:
    """The draft in which this product is being written; a new one is filled with what the product says now."""
    assert product.supplier_id is not None  # whose producer isn't known, nobody speaks for
    query = select(ProductDraft).where(
        ProductDraft.product_id == product.id,
        ProductDraft.supplier_id == product.supplier_id,
        ProductDraft.handed_in_at.is_(None),
    )
    present = session.scalars(query.order_by(ProductDraft.id.desc()).limit(1)).one_or_none()
    if present is not None:
        return present
    draft = _begin(actor, product.supplier_id, product.id, fields_of(product))
    pictures = select(ProductPhoto).where(ProductPhoto.product_id == product.id)
    session.add_all(
        DraftPhoto(draft_id=draft.id, photo_id=row.photo_id, position=row.position, alt=row.caption)
        for row in session.scalars(pictures)
    )
    session.flush()
    return draft


def save_draft(draft: ProductDraft, fields: RawFields, alts: dict[int, str], number: int) -> None:
    """Keep what was typed, right or wrong; ``alts`` are the words of pictures by key.

    ``number`` is the one of the draft when its page was opened; raises Conflict where something else was saved since.
    """
    if number != draft.number and fields != draft.fields:
        raise Conflict(OLDER_TAB)
    draft.fields, draft.number, draft.saved_at = fields, draft.number + 1, now()
    for picture in session.scalars(select(DraftPhoto).where(DraftPhoto.draft_id == draft.id)):
        picture.alt = alts.get(picture.photo_id, picture.alt)
    session.flush()


def drop_draft(actor: Actor, draft: ProductDraft) -> None:
    """Throw a draft away that was not handed in; what it was about stays as it is."""
    record(actor, "drop_draft", "product_draft", draft.public_id)
    _delete([draft.id])


def reopen_draft(product: Product) -> None:
    """Let the supplier go on where it was: the draft that it handed in last for this product is open again."""
    query = select(ProductDraft).where(ProductDraft.product_id == product.id).order_by(ProductDraft.id.desc())
    newest = session.scalars(query.limit(1)).one_or_none()
    if newest is not None and newest.handed_in_at is not None:
        newest.handed_in_at, newest.saved_at = None, now()
        session.flush()


def forget_old_drafts() -> None:
    """Drop drafts that nobody has touched for KEPT_FOR."""
    limit = now() - KEPT_FOR
    old = or_(ProductDraft.saved_at < limit, ProductDraft.handed_in_at < limit)
    _delete(list(session.scalars(select(ProductDraft.id).where(old))))


def _begin(actor: Actor, supplier_id: int, product_id: int | None, fields: RawFields) -> ProductDraft:
    assert actor.account_id is not None  # strangers speak for nobody
    draft = ProductDraft(
        supplier_id=supplier_id,
        product_id=product_id,
        account_id=actor.account_id,
        fields=fields,
        number=0,
        began_at=now(),
        saved_at=now(),
    )
    session.add(draft)
    session.flush()
    record(actor, "begin_draft", "product_draft", draft.public_id)
    return draft


def _delete(draft_ids: list[int]) -> None:
    for start in range(0, len(draft_ids), 500):
        some = draft_ids[start : start + 500]
        session.execute(delete(DraftPhoto).where(DraftPhoto.draft_id.in_(some)))
        session.execute(delete(ProductDraft).where(ProductDraft.id.in_(some)))
