"""Keeping and removing pictures: rows in the database, files in the storage."""

from dataclasses import dataclass
from datetime import timedelta
from typing import IO

from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_, say
from marketplace.media.imaging import TOO_LARGE, take_picture
from marketplace.media.models import Photo
from marketplace.media.queries import living_digests, unnamed_photos
from marketplace.media.storage import digest_in, name_of, storage
from marketplace.media.vocabulary import ALT_LENGTH, MOST_BYTES, PictureKept, TakenPicture

__all__ = [
    "Sent",
    "drop_unused",
    "keep_picture",
    "mark_rendered",
    "remove_picture",
    "take_picture",
    "take_sent",
    "too_large_words",
]

NO_FILE = N_("Hãy chọn một tấm ảnh.")

UNNAMED_FOR = timedelta(days=7)  # who began a form on Friday finds the pictures on Monday
FILES_KEPT_FOR = timedelta(days=1)  # a file is written a moment before the row that names it
_AT_ONCE = 500


@dataclass(frozen=True)
class Sent:
    """What a form with a picture brought: the picture, or why it is none; neither where nobody had it read."""

    taken: TakenPicture | None = None
    refusal: Refused | None = None


def take_sent(file: IO[bytes] | None) -> Sent:
    """Take in the picture of a form's field; for ``prepare=``, for it is slow. None stands for no file."""
    if file is None:
        return Sent(refusal=Refused(NO_FILE, field="photo"))
    try:
        return Sent(take_picture(file))
    except Refused as error:
        return Sent(refusal=error)
    finally:
        file.seek(0)  # what was sent is compared with what was sent before


def too_large_words() -> str:
    """What a form says of a body that was larger than it takes, of which nothing was read."""
    return say(TOO_LARGE, megabytes=MOST_BYTES // 1024 // 1024)


def keep_picture(actor: Actor, taken: TakenPicture, *, private: bool = False, alt: str = "") -> Photo:
    """Keep a picture that ``take_picture`` made, and have its widths rendered; ``private`` keeps it from strangers.

    The file is written here, inside the transaction, so that the nightly job can't drop it between file and row. When
    the transaction fails, a file without a row remains, which that job drops.
    """
    storage().put(name_of(taken.digest), taken.content)
    photo = Photo(
        digest=taken.digest,
        media_type=taken.media_type,
        width=taken.width,
        height=taken.height,
        dominant_colour=taken.dominant_colour,
        alt=alt.strip()[:ALT_LENGTH],
        is_private=private,
        uploaded_by_id=actor.account_id,
        uploaded_at=now(),
    )
    session.add(photo)
    session.flush()
    if not private:
        emit(PictureKept(photo_id=photo.id))
    return photo


def remove_picture(photo: Photo) -> None:
    """Show a picture no more; its files go in the night, unless another picture is the same."""
    photo.removed_at = photo.removed_at or now()
    photo.alt = ""
    session.flush()


def mark_rendered(photo: Photo) -> None:
    """Its widths lie in the storage."""
    photo.rendered_at = photo.rendered_at or now()
    session.flush()


def drop_unused() -> None:
    """Remove pictures that nothing has named for a week, and delete files to which no picture belongs any more."""
    for photo in unnamed_photos(now() - UNNAMED_FOR, _AT_ONCE):
        remove_picture(photo)
    names = list(storage().names(before=(now() - FILES_KEPT_FOR).timestamp()))
    for begin in range(0, len(names), _AT_ONCE):
        some = names[begin : begin + _AT_ONCE]
        living = living_digests({digest_in(name) for name in some})
        for name in some:
            if digest_in(name) not in living:
                storage().delete(name)
