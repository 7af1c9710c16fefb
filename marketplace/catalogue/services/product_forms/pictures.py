"""Pictures of a draft: their order, their words, and the certificate's scan."""

from typing import Literal

from sqlalchemy import delete, func, select

from marketplace.catalogue.models import DraftPhoto, ProductDraft
from marketplace.catalogue.vocabulary.product_forms import MOST_PHOTOS
from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.media.models import Photo
from marketplace.media.services import keep_picture
from marketplace.media.vocabulary import TakenPicture

TOO_MANY = N_("Nhiều nhất %(most)s ảnh: hãy bỏ bớt một ảnh trước.")
Step = Literal["len", "xuong", "bo", "mo-ta"]


def add_picture(actor: Actor, draft: ProductDraft, taken: TakenPicture) -> None:
    """Put a picture behind the others. Raises Refused (``photo``) where there are MOST_PHOTOS already.

    The same picture sent twice is there once.
    """
    rows = _pictures(draft)
    digests = select(Photo.digest).where(Photo.id.in_([row.photo_id for row in rows]))
    if taken.digest in set(session.scalars(digests)):
        return
    if len(rows) >= MOST_PHOTOS:
        raise Refused(TOO_MANY, field="photo", most=MOST_PHOTOS)
    photo = keep_picture(actor, taken)
    last = session.scalar(select(func.max(DraftPhoto.position)).where(DraftPhoto.draft_id == draft.id))
    session.add(DraftPhoto(draft_id=draft.id, photo_id=photo.id, position=0 if last is None else last + 1))
    draft.saved_at = now()
    session.flush()


def move_picture(draft: ProductDraft, photo_id: int, step: Step) -> None:
    """Take a picture one place up (``len``) or down (``xuong``), or out (``bo``); others keep their order."""
    rows = _pictures(draft)
    at = next((number for number, row in enumerate(rows) if row.photo_id == photo_id), None)
    if at is None:
        return
    draft.saved_at = now()
    if step == "bo":
        session.execute(delete(DraftPhoto).where(DraftPhoto.draft_id == draft.id, DraftPhoto.photo_id == photo_id))
        return
    other = {"len": at - 1, "xuong": at + 1}.get(step, at)
    if 0 <= other < len(rows):
        rows[at], rows[other] = rows[other], rows[at]
    for position, row in enumerate(rows):
        row.position = position
    session.flush()


def put_scan(actor: Actor, draft: ProductDraft, taken: TakenPicture) -> None:
    """The certificate's scan: private, for supplier and officers; it stands for one that was there before."""
    draft.scan_id = keep_picture(actor, taken, private=True).id
    draft.saved_at = now()
    session.flush()


def drop_scan(draft: ProductDraft) -> None:
    """No scan."""
    draft.scan_id, draft.saved_at = None, now()
    session.flush()


def _pictures(draft: ProductDraft) -> list[DraftPhoto]:
    query = select(DraftPhoto).where(DraftPhoto.draft_id == draft.id)
    return list(session.scalars(query.order_by(DraftPhoto.position, DraftPhoto.photo_id)))
