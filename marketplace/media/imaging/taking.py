"""What a phone sent becomes a picture of ours: upright, sRGB, at most 1600 pixels, and nothing but pixels."""

from io import BytesIO
from typing import IO

from PIL import Image

from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.media.imaging.colours import dominant_colour, on_paper, plain
from marketplace.media.imaging.kinds import SNIFFED, kind_of
from marketplace.media.imaging.opening import opened, orientation_of, upright
from marketplace.media.vocabulary import KEPT_TYPE, LONGEST_EDGE, MOST_BYTES, TakenPicture

EMPTY = N_("Tệp này trống, chưa có gì trong đó. Hãy chọn lại ảnh.")
TOO_LARGE = N_("Ảnh nặng quá %(megabytes)s MB. Hãy chụp lại ở cỡ thường, hoặc thu nhỏ ảnh rồi gửi.")
_QUALITY = 88
# Shrinking by whole numbers first: four times as fast, and the difference can't be seen (Pillow's own advice is 2–3).
_GAP = 2.0


def take_picture(data: IO[bytes] | bytes) -> TakenPicture:
    """Decode a picture and encode it anew; slow (up to seconds): before any transaction.

    ``data`` is a file's bytes or the file, read from where it stands. Raises Refused with the field ``photo`` for what
    is empty, over 20 MB or 40 megapixels, damaged, or no JPEG, PNG, WebP or (where the library is there) HEIC.
    """
    content = data if isinstance(data, bytes) else data.read(MOST_BYTES + 1)
    if not content:
        raise Refused(EMPTY, field="photo")
    if len(content) > MOST_BYTES:
        raise Refused(TOO_LARGE, field="photo", megabytes=MOST_BYTES // 1024 // 1024)
    with opened(content, kind_of(content[:SNIFFED])) as sent:
        orientation, profile = orientation_of(sent), sent.info.get("icc_profile")
        image = upright(on_paper(_shrunk(plain(sent)), profile), orientation)
        return TakenPicture(_encoded(image), KEPT_TYPE, image.width, image.height, dominant_colour(image))


def _shrunk(image: Image.Image) -> Image.Image:
    """At most 1600 pixels at its longest edge; never larger than it was, never thinner than a pixel."""
    longest = max(image.size)
    if longest <= LONGEST_EDGE:
        return image
    width, height = (max(1, round(edge * LONGEST_EDGE / longest)) for edge in image.size)
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=_GAP)


def _encoded(image: Image.Image) -> bytes:
    image.info = {}  # a comment would be written again
    out = BytesIO()
    image.save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return out.getvalue()
