"""Pictures as phones, computers and mischief make them; all of a corner test card, so that turns can be seen."""

from io import BytesIO
from typing import Any

from PIL import Image

from marketplace.core.actor import STRANGER, Actor
from marketplace.media.models import Photo
from marketplace.media.services import keep_picture, take_picture

CORNERS = {
    "top left": (200, 30, 30),
    "top right": (30, 160, 30),
    "bottom left": (30, 30, 200),
    "bottom right": (0, 0, 0),
}
GROUND = (240, 235, 210)


def card(width: int = 800, height: int = 600, mode: str = "RGB") -> Image.Image:
    """Ivory, with a square of another colour in three of its corners and a black one in the fourth."""
    image = Image.new("RGB", (width, height), GROUND)
    edge = max(1, min(width, height) // 4)
    for name, colour in CORNERS.items():
        left = 0 if name.endswith("left") else width - edge
        top = 0 if name.startswith("top") else height - edge
        image.paste(colour, (left, top, left + edge, top + edge))
    return image if mode == "RGB" else image.convert(mode)


def corners_of(image: Image.Image) -> dict[str, tuple[int, int, int]]:
    """The colours in the middle of the corners' squares."""
    image = image.convert("RGB")
    width, height = image.size
    inset = min(width, height) // 8
    found = {}
    for name in CORNERS:
        x = inset if name.endswith("left") else width - 1 - inset
        y = inset if name.startswith("top") else height - 1 - inset
        pixel = image.getpixel((x, y))
        assert isinstance(pixel, tuple)
        found[name] = (pixel[0], pixel[1], pixel[2])
    return found


def is_upright(image: Image.Image) -> bool:
    """Whether every corner has about its colour."""
    found = corners_of(image)
    return all(
        max(abs(a - b) for a, b in zip(found[name], colour, strict=True)) < 40 for name, colour in CORNERS.items()
    )


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The picture as a file."""
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def decoded(content: bytes) -> Image.Image:
    """The picture of a file, read to its end."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


def make_photo(actor: Actor = STRANGER, *, private: bool = False, alt: str = "", width: int = 800) -> Photo:
    """A kept picture of 600 pixels' height; call it inside ``transaction(write=True)``."""
    return keep_picture(actor, take_picture(encoded(card(width))), private=private, alt=alt)


def sixteen_bits(image: Image.Image) -> Image.Image:
    """A grey picture whose pixels have sixteen bits."""
    return image.convert("L").convert("I").point(lambda value: value * 257).convert("I;16")
