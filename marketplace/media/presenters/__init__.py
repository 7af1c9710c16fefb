"""What pages need to show pictures and to take them in."""

from marketplace.media.presenters.fields import PhotoField, PhotoTile, photo_field, tile
from marketplace.media.presenters.showing import ShownPhoto, Source, address, largest_address, shown

__all__ = [
    "PhotoField",
    "PhotoTile",
    "ShownPhoto",
    "Source",
    "address",
    "largest_address",
    "photo_field",
    "shown",
    "tile",
]
