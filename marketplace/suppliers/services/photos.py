"""The picture that stands on a supplier's page."""

from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.media.queries import shown_photo
from marketplace.media.services import keep_picture, remove_picture
from marketplace.media.vocabulary import ALT_LENGTH, TakenPicture
from marketplace.suppliers.models import Supplier


def put_photo(actor: Actor, supplier: Supplier, taken: TakenPicture) -> None:
    """Give the supplier a picture, in place of the one before; the words for what it shows are asked then."""
    _take_down(supplier)
    supplier.photo_id, supplier.changed_at = keep_picture(actor, taken).id, now()
    session.flush()
    record(actor, "put_photo", "supplier", supplier.public_id)


def put_photo_words(actor: Actor, supplier: Supplier, words: str) -> None:
    """Say what the supplier's picture shows: under it, and to who can't see it."""
    photo = shown_photo(supplier.photo_id)
    if photo is not None:
        photo.alt, supplier.changed_at = " ".join(words.split())[:ALT_LENGTH], now()
        session.flush()
        record(actor, "put_photo_words", "supplier", supplier.public_id)


def drop_photo(actor: Actor, supplier: Supplier) -> None:
    """Take the supplier's picture down."""
    _take_down(supplier)
    session.flush()
    record(actor, "drop_photo", "supplier", supplier.public_id)


def _take_down(supplier: Supplier) -> None:
    photo = shown_photo(supplier.photo_id)
    supplier.photo_id, supplier.changed_at = None, now()
    if photo is not None:
        remove_picture(photo)
