"""What a file is, by its first bytes: its name and what the browser says of it are only claims."""

from marketplace.core.errors import Refused
from marketplace.core.texts import N_

SNIFFED = 64  # bytes that are enough to tell
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}

NO_PICTURE = N_("Tệp này không phải là ảnh. Hãy chọn ảnh chụp: JPEG, PNG, WebP hoặc HEIC.")
_SVG = N_("Tệp SVG hoặc trang web không nhận được. Hãy chọn ảnh chụp: JPEG, PNG, WebP hoặc HEIC.")
_OTHER = N_("Ảnh %(kind)s không nhận được. Hãy lưu ảnh thành JPEG hoặc PNG rồi gửi lại.")
_PDF = N_("Tệp PDF không nhận được. Hãy chụp ảnh tờ giấy, hoặc lưu trang ấy thành ảnh.")
_FILM = N_("Đây là đoạn phim. Hãy chọn một tấm ảnh.")

_PICTURES = ((b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"))
_OTHERS = ((b"GIF8", "GIF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"\0\0\1\0", "ICO"))


def kind_of(head: bytes) -> str:
    """``JPEG``, ``PNG``, ``WEBP`` or ``HEIF``, as Pillow names them; raises Refused for what is none of these."""
    for mark, kind in _PICTURES:
        if head.startswith(mark):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        return _kind_of_boxes(head)
    raise _refusal(head)


def _kind_of_boxes(head: bytes) -> str:
    """HEIC, AVIF and films are built alike: a box that says which brands they are, the main one first."""
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, min(int.from_bytes(head[:4]), len(head)), 4))]
    if any(brand in (b"avif", b"avis") for brand in brands):
        raise _refused(_OTHER, kind="AVIF")
    if brands[0] in _HEIC_BRANDS:
        return "HEIF"
    raise _refused(_FILM)


def _refusal(head: bytes) -> Refused:
    if head.startswith(b"%PDF"):
        return _refused(_PDF)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _refused(_SVG)
    other = next((kind for mark, kind in _OTHERS if head.startswith(mark)), None)
    return _refused(_OTHER, kind=other) if other else _refused(NO_PICTURE)


def _refused(message: str, **params: object) -> Refused:
    return Refused(message, field="photo", **params)
