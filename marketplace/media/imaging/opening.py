"""Decoding what strangers sent: small limits first, one picture at a time, and no fault of a file gets out."""

import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from PIL import Image

from marketplace.core.errors import HouseError, Refused
from marketplace.core.texts import N_
from marketplace.media.vocabulary import LONGEST_EDGE

try:
    import pillow_heif
except ImportError:  # an installation without the extra ``heic``
    pillow_heif = None  # type: ignore[assignment]

MOST_PIXELS = 40_000_000
# A WebP is decoded into four copies of itself, and no phone writes a large one.
_MOST_OF_KIND = {"WEBP": 20_000_000}
# A JPEG may paint itself over in any number of scans, each of few bytes and long to decode; cameras and tools make ten.
_MOST_SCANS = 100
TOO_MANY_PIXELS = N_("Ảnh có quá %(millions)s triệu điểm ảnh. Hãy chụp lại ở cỡ thường, hoặc thu nhỏ ảnh rồi gửi.")
DAMAGED = N_("Ảnh này bị hỏng hoặc gửi chưa hết, không mở được. Hãy chọn ảnh khác, hoặc chụp lại.")
NO_HEIC = N_(
    "Máy chủ này chưa đọc được ảnh HEIC. Hãy đặt điện thoại chụp JPEG (“Tương thích nhất”), hoặc gửi ảnh JPEG."
)
_ORIENTATION = 0x0112  # EXIF's tag
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # Pillow's own guard, which looks before anything is decoded
if pillow_heif is not None:
    pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)

# A picture of 40 megapixels costs hundreds of MB while it is decoded: a process never decodes two.
_one_at_a_time = threading.Lock()


def knows_heic() -> bool:
    """Whether this installation reads the pictures of iPhones."""
    return pillow_heif is not None


@contextmanager
def opened(content: bytes, kind: str) -> Iterator[Image.Image]:
    """The first frame of a picture of ``kind``, shrunk about to size where that is cheap, and its lock held.

    Raises Refused for what can't be decoded, whatever the fault is, also of what the caller does with it.
    """
    if kind == "HEIF" and not knows_heic():
        raise Refused(NO_HEIC, field="photo")
    most = _MOST_OF_KIND.get(kind, MOST_PIXELS)
    if kind == "JPEG" and content.count(b"\xff\xda") > _MOST_SCANS:
        raise Refused(DAMAGED, field="photo")
    with _one_at_a_time, _only_bombs_warn():
        try:
            with Image.open(BytesIO(content), formats=[kind]) as image:
                if image.width * image.height > most:
                    raise _too_many_pixels(most)
                image.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))
                image.load()
                yield image
        except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
            raise _too_many_pixels(most) from error
        except HouseError:
            raise
        except Exception as error:  # decoders raise whatever they like at what they didn't expect
            raise Refused(DAMAGED, field="photo") from error


@contextmanager
def _only_bombs_warn() -> Iterator[None]:
    """Odd metadata, of which decoders warn, is thrown away anyhow; a bomb is refused."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def _too_many_pixels(most: int) -> Refused:
    return Refused(TOO_MANY_PIXELS, field="photo", millions=most // 1_000_000)


def upright(image: Image.Image, orientation: int) -> Image.Image:
    """The picture as it was seen, from how the camera was held (EXIF orientation 1–8)."""
    method = _TURNS.get(orientation)
    return image if method is None else image.transpose(method)


def orientation_of(image: Image.Image) -> int:
    """How the camera was held; 1 (upright) where the picture doesn't say so in a way that is understood."""
    try:
        found = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # damaged metadata is no reason to refuse a picture
        return 1
    return found if isinstance(found, int) else 1
