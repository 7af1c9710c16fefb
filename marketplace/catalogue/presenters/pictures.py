"""The picture of a product without a photograph: the print of its class, never a grey box."""

from dataclasses import dataclass

from marketplace.catalogue.vocabulary import ocop_class
from marketplace.core.text import exact_key
from marketplace.media.presenters import ShownPhoto

_UNCLASSED = ("persimmons", "plate")
# Within a class of many things the name says which print is true.
_NAMED = tuple(
    (exact_key(words), art)
    for words, art in (
        ("su su", "chayote"),
        ("hồng không hạt", "persimmons"),
        ("hồng sấy", "persimmons"),
        ("nghệ", "turmeric-root"),
        ("củ mài", "turmeric-root"),
        ("sắn dây", "turmeric-root"),
        ("giảo cổ lam", "tea"),
        ("trà quýt", "tea"),
        ("ớt", "chilli"),
    )
)


@dataclass(frozen=True)
class Art:
    """A print of ``static/art`` on the ground of its sector: ``plate``, ``cloth`` or ``wash``."""

    name: str
    ground: str


@dataclass(frozen=True)
class Picture:
    """What stands in a product's frame."""

    art: Art
    photo: ShownPhoto | None = None


def art_of(class_code: str | None, name: str = "") -> Art:
    """The print of a class, or of the thing that ``name`` names where the class's would show another."""
    found = ocop_class(class_code) if class_code else None
    key = f" {exact_key(name)} "
    named = next((art for words, art in _NAMED if f" {words} " in key), None)
    if found is None:
        return Art(named, _UNCLASSED[1]) if named else Art(*_UNCLASSED)
    return Art(named or found.art, found.ground)
