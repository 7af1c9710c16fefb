"""Uploads that mean harm are refused in clear words or made harmless; no decoder's fault gets out."""

from io import BytesIO
from random import Random
from typing import Any

import pytest
from PIL import Image

from marketplace.core.errors import Refused
from marketplace.media.imaging import opening, take_picture
from marketplace.media.vocabulary import MOST_BYTES
from tests.media.mischief import (
    GIF_AND_SCRIPT,
    HTML,
    SCRIPT,
    SVG,
    archive,
    bomb,
    bomb_of_scans,
    bomb_of_words,
)
from tests.media.pictures import card, decoded, encoded, is_upright

KINDS = ("JPEG", "PNG", "WEBP", "HEIF")


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        take_picture(content)
    assert refused.value.field == "photo"
    return str(refused.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "trống"),
        (SVG, "SVG"),
        (b"\xef\xbb\xbf  " + SVG, "SVG"),
        (HTML, "trang web"),
        (GIF_AND_SCRIPT, "Ảnh GIF"),
        (encoded(card(), "GIF"), "Ảnh GIF"),
        (encoded(card(), "BMP"), "Ảnh BMP"),
        (encoded(card(), "TIFF"), "Ảnh TIFF"),
        (encoded(card(), "AVIF"), "Ảnh AVIF"),
        (encoded(card(64, 64), "ICO"), "Ảnh ICO"),
        (b"%PDF-1.7\n" + SCRIPT, "PDF"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0" * 99, "đoạn phim"),
        (archive(), "không phải là ảnh"),
        (b"MZ\x90\0" + b"\0" * 99, "không phải là ảnh"),
        (b"\x89PNG\r\n\x1a\n", "hỏng"),
        (b"\xff\xd8\xff", "hỏng"),
        (b"RIFF\0\0\0\0WEBP", "hỏng"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "hỏng"),
        (bomb(), "40 triệu"),
        (bomb(6400), "40 triệu"),
        (bomb_of_words(), "hỏng"),
        (bomb_of_scans(), "hỏng"),
    ],
    ids=lambda value: repr(value[:12]) if isinstance(value, bytes) else value,
)
def test_refused_in_clear_words(content: bytes, words: str) -> None:
    assert words in refusal(content)


def test_a_webp_may_be_half_as_large() -> None:
    """Its decoder holds four copies."""
    assert "20 triệu" in refusal(encoded(Image.new("L", (5000, 4001)), "WEBP", method=0, quality=1))


def test_twenty_megabytes_and_one_byte_more() -> None:
    whole = encoded(card())
    full = whole + b"\0" * (MOST_BYTES - len(whole))
    assert len(full) == MOST_BYTES and take_picture(full).width == 800
    assert "20 MB" in refusal(full + b"\0")
    with pytest.raises(Refused, match="20 MB"):
        take_picture(BytesIO(full + b"\0" * 99))


@pytest.mark.parametrize(
    "content",
    [
        encoded(card()) + archive(),
        encoded(card()) + HTML,
        encoded(card(), comment=HTML),
        encoded(card(), "PNG") + archive(),
        encoded(card(), "WEBP") + HTML,
    ],
    ids=["JPEG and ZIP", "JPEG and HTML", "HTML in a comment", "PNG and ZIP", "WebP and HTML"],
)
def test_of_two_things_in_one_the_picture_alone(content: bytes) -> None:
    taken = take_picture(content)
    assert is_upright(decoded(taken.content))
    assert not [words for words in (b"PK\3\4", b"<script", b"<!doctype") if words in taken.content]
    assert taken.content.startswith(b"\xff\xd8\xff") and taken.content.endswith(b"\xff\xd9")


@pytest.mark.parametrize("kind", KINDS)
def test_cut_off_anywhere(kind: str) -> None:
    """On the way from a phone much is lost; half a picture is none."""
    whole = encoded(card(), kind)
    taken = []
    for part in range(1, 40):
        cut = whole[: len(whole) * part // 40]
        try:
            take_picture(cut)
            taken.append(part)
        except Refused as refused:
            assert refused.field == "photo"
    assert not [part for part in taken if part < 36], taken


@pytest.mark.parametrize("kind", KINDS)
def test_spoilt_anywhere(kind: str) -> None:
    """Bits turn over: a picture comes of it, or a refusal, never another error."""
    hand, whole = Random(4), encoded(card(200, 150), kind)
    outcomes: set[Any] = set()
    for _ in range(150):
        spoilt = bytearray(whole)
        for _ in range(hand.choice((1, 3, 20))):
            spoilt[hand.randrange(12, len(spoilt))] = hand.randrange(256)
        try:
            outcomes.add(take_picture(bytes(spoilt)).media_type)
        except Refused as refused:
            outcomes.add(refused.field)
    assert outcomes <= {"image/jpeg", "photo"} and outcomes


def test_heic_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    content = encoded(card(), "HEIF")
    assert take_picture(content).width == 800
    monkeypatch.setattr(opening, "pillow_heif", None)
    assert "HEIC" in refusal(content)


def test_one_after_a_refused_one() -> None:
    """The lock of decoding is free again."""
    refusal(encoded(card())[:200])
    assert take_picture(encoded(card())).width == 800
