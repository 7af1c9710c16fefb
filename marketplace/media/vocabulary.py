"""Words of pictures: what was taken in, in which widths and formats it is shown, what happens to it."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from typing import Protocol

LONGEST_EDGE = 1600  # pixels; no picture is kept larger
WIDTHS = (320, 640, 960, 1600)  # pixels; in which pictures are shown
FORMATS = {"avif": "image/avif", "webp": "image/webp", "jpg": "image/jpeg"}  # ending → type, smallest file first
MOST_BYTES = 20 * 1024 * 1024  # of a picture that is sent
BODY_LIMIT = MOST_BYTES + 1024 * 1024  # bytes: the picture and what a form says around it
KEPT_TYPE = FORMATS["jpg"]  # in which pictures are kept
ALT_LENGTH = 200  # characters


@dataclass(frozen=True)
class TakenPicture:
    """A picture as it was encoded anew: upright, sRGB, no metadata; ``dominant_colour`` is ``#rrggbb``."""

    content: bytes
    media_type: str
    width: int
    height: int
    dominant_colour: str

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the content, in hex: under which it is kept."""
        return sha256(self.content).hexdigest()


class PictureFacts(Protocol):
    """What showing a picture needs to know of it: a Photo, or a row with these of its columns."""

    @property
    def public_id(self) -> str: ...
    @property
    def width(self) -> int: ...
    @property
    def height(self) -> int: ...
    @property
    def dominant_colour(self) -> str | None: ...
    @property
    def alt(self) -> str: ...
    @property
    def rendered_at(self) -> datetime | None: ...


@dataclass(frozen=True)
class PictureFile:
    """A file of a picture; ``is_final`` False while the width that was asked for hasn't been rendered."""

    name: str
    content: bytes
    media_type: str
    is_final: bool


@dataclass(frozen=True)
class PictureKept:
    """A picture was kept; its smaller widths are to be rendered."""

    photo_id: int


def widths_of(width: int) -> tuple[int, ...]:
    """The widths in which a picture of ``width`` pixels is shown, the last its own: none is made larger than it is."""
    return (*(smaller for smaller in WIDTHS if smaller < width), min(width, LONGEST_EDGE))
