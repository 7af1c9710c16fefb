"""The picture of a product without a photograph: the print of its class, never a grey box."""

from dataclasses import dataclass

from marketplace.catalogue.vocabulary import ocop_class

_UNCLASSED = ("persimmons", "plate")


@dataclass(frozen=True)
class Art:
    """A print of ``static/art`` on the ground of its sector: ``plate``, ``cloth`` or ``wash``."""

    name: str
    ground: str


@dataclass(frozen=True)
class Photo:
    """A photograph in its widths."""

    src: str
    srcset: str | None
    width: int
    height: int
    alt: str
    caption: str | None


@dataclass(frozen=True)
class Picture:
    """What stands in a product's frame."""

    art: Art
    photo: Photo | None = None


def art_of(class_code: str | None) -> Art:
    """The print of a class."""
    found = ocop_class(class_code) if class_code else None
    return Art(found.art, found.ground) if found else Art(*_UNCLASSED)
