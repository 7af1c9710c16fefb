"""What a supplier is writing, and what it may write about; always within the suppliers for whom the actor speaks."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from marketplace.catalogue.models import DraftPhoto, Product, ProductDraft, ProductVersion
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.media.models import Photo


@dataclass(frozen=True)
class DraftPicture:
    """A picture of a draft, and what was written of it."""

    photo: Photo
    alt: str


@dataclass(frozen=True)
class WrittenDraft:
    """A draft in a list; ``product_name`` is that of the product that it is to change, None for a new one."""

    public_id: str
    name: str
    product_name: str | None
    saved_at: datetime
    pictures: int


def draft_of(actor: Actor, public_id: str) -> ProductDraft | None:
    """The draft with this public id, handed in or not."""
    query = select(ProductDraft).where(
        ProductDraft.public_id == public_id, ProductDraft.supplier_id.in_(actor.supplier_ids)
    )
    return session.scalars(query).one_or_none()


def open_draft_of(actor: Actor, public_id: str) -> ProductDraft | None:
    """The draft with this public id while it hasn't been handed in."""
    found = draft_of(actor, public_id)
    return found if found is not None and found.handed_in_at is None else None


def own_product(actor: Actor, product_id: str) -> Product | None:
    """The product with this public id if one of the actor's suppliers makes it, whatever its state."""
    query = select(Product).where(
        Product.public_id == product_id,
        Product.supplier_id.in_(actor.supplier_ids),
        Product.merged_into_id.is_(None),
    )
    return session.scalars(query).one_or_none()


def drafts_of(actor: Actor) -> list[WrittenDraft]:
    """What is being written for the actor's suppliers, the newest first."""
    query = (
        select(ProductDraft, ProductVersion.name)
        .outerjoin(Product, Product.id == ProductDraft.product_id)
        .outerjoin(ProductVersion, ProductVersion.id == Product.version_id)
        .where(ProductDraft.supplier_id.in_(actor.supplier_ids), ProductDraft.handed_in_at.is_(None))
        .order_by(ProductDraft.saved_at.desc(), ProductDraft.id.desc())
    )
    rows = session.execute(query).all()
    counted: dict[int, int] = {}
    pictures = select(DraftPhoto.draft_id).where(DraftPhoto.draft_id.in_([row[0].id for row in rows]))
    for draft_id in session.scalars(pictures):
        counted[draft_id] = counted.get(draft_id, 0) + 1
    return [
        WrittenDraft(
            public_id=draft.public_id,
            name=next(iter(draft.fields.get("name", [])), "").strip(),
            product_name=name,
            saved_at=draft.saved_at,
            pictures=counted.get(draft.id, 0),
        )
        for draft, name in rows
    ]


def draft_pictures(draft: ProductDraft) -> list[DraftPicture]:
    """The pictures of a draft, in their order."""
    query = (
        select(Photo, DraftPhoto.alt)
        .join(DraftPhoto, DraftPhoto.photo_id == Photo.id)
        .where(DraftPhoto.draft_id == draft.id, Photo.removed_at.is_(None))
        .order_by(DraftPhoto.position, Photo.id)
    )
    return [DraftPicture(row[0], row[1]) for row in session.execute(query)]


def picture_of_draft(draft: ProductDraft, photo_id: str) -> int | None:
    """The key of the draft's picture with this public id."""
    query = (
        select(Photo.id)
        .join(DraftPhoto, DraftPhoto.photo_id == Photo.id)
        .where(DraftPhoto.draft_id == draft.id, Photo.public_id == photo_id)
    )
    return session.scalar(query)
