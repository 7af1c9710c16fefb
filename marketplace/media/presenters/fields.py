"""The field by which pictures come in: ``templates/components/photo_field.html``."""

from collections.abc import Sequence
from dataclasses import dataclass

from marketplace.core.texts import say
from marketplace.media.imaging import knows_heic
from marketplace.media.presenters.showing import address
from marketplace.media.vocabulary import MOST_BYTES, PictureFacts, widths_of

_TILE_WIDTH = 320  # pixels


@dataclass(frozen=True)
class PhotoTile:
    """A picture that is there already; ``key`` is its public id."""

    key: str
    src: str
    alt: str


@dataclass(frozen=True)
class PhotoField:
    """The pictures that are there, and the form for one more while there is ``room``.

    ``accept`` names HEIC only where it can be read: phones then send JPEG by themselves. Each picture is a POST of its
    own to ``action``, with the fields ``photo``, ``form_key`` and ``csrf_token``; ``error`` says why the last was none.
    """

    id: str
    action: str
    form_key: str
    label: str
    hint: str
    tiles: tuple[PhotoTile, ...]
    room: int
    replaces: bool
    single: bool
    error: str | None
    accept: str
    most_bytes: int


def photo_field(
    action: str,
    form_key: str,
    tiles: Sequence[PhotoTile] = (),
    *,
    most: int = 1,
    replaces: bool = False,
    label: str | None = None,
    hint: str | None = None,
    error: str | None = None,
    id: str = "anh",
) -> PhotoField:
    """A field for at most ``most`` pictures, or (``replaces``) for one that takes the place of the present one.

    ``id`` where there are several fields on a page.
    """
    kinds = ["image/jpeg", "image/png", "image/webp", *(["image/heic", "image/heif"] if knows_heic() else [])]
    return PhotoField(
        id=id,
        action=action,
        form_key=form_key,
        label=label or say("Ảnh"),
        hint=hint or say("Mỗi ảnh tối đa 20 MB. Ảnh được xoay đứng, thu nhỏ, và bỏ nơi chụp ghi trong ảnh."),
        tiles=tuple(tiles),
        room=1 if replaces else max(0, most - len(tiles)),
        replaces=replaces,
        single=most == 1,
        error=error,
        accept=",".join(kinds),
        most_bytes=MOST_BYTES,
    )


def tile(photo: PictureFacts, *, alt: str | None = None, src: str | None = None) -> PhotoTile:
    """A picture as a tile; ``src`` is where a private one is fetched, by those who may."""
    fetched = src or address(photo, min(_TILE_WIDTH, widths_of(photo.width)[0]))
    return PhotoTile(photo.public_id, fetched, photo.alt if alt is None else alt)
