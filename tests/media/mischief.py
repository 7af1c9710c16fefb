"""Files that mean harm, or that came to harm."""

import struct
import zlib
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tests.media.pictures import card, encoded

SCRIPT = b"<script>alert(document.cookie)</script>"


@cache
def bomb(edge: int = 30_000) -> bytes:
    """A PNG of ``edge`` × ``edge`` grey pixels in few bytes; of its rows the first thousand are there."""
    data = zlib.compress(b"\0" * (edge + 1) * 1000, 6)
    return png(struct.pack(">IIBBBBB", edge, edge, 8, 0, 0, 0, 0), data)


def png(head: bytes, data: bytes, *more: tuple[bytes, bytes]) -> bytes:
    """A PNG of these chunks."""
    chunks = ((b"IHDR", head), *more, (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        for name, content in chunks
    )


@cache
def bomb_of_words() -> bytes:
    """A small PNG with a text of 100 MB, packed."""
    words = b"Comment\0\0" + zlib.compress(b"x" * 100_000_000, 9)
    return png(struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0), zlib.compress(b"\0\0"), (b"zTXt", words))


def bomb_of_scans() -> bytes:
    """A progressive JPEG whose last scan is painted ten thousand times."""
    whole = encoded(card(64, 64), progressive=True)
    last = whole.rindex(b"\xff\xda")
    return whole[:last] + whole[last:-2] * 10_000 + whole[-2:]


@cache
@cache
def archive() -> bytes:
    """A ZIP of a hundred million zeros: the same bytes every time, since names of tests are made of them."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as parts:
        parts.writestr(ZipInfo("zeros"), b"\0" * 100_000_000, ZIP_DEFLATED)
    return out.getvalue()


SVG = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">' + SCRIPT + b"</svg>"
GIF_AND_SCRIPT = b"GIF89a/*" + b"\0" * 100 + b"*/=1;alert(1);//"
HTML = b"<!doctype html><title>x</title>" + SCRIPT
