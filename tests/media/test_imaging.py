"""What phones and computers send becomes upright sRGB of at most 1600 pixels, and nothing but pixels."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from marketplace.core.errors import Refused
from marketplace.media.imaging import render, take_picture
from marketplace.media.imaging.colours import PAPER
from marketplace.media.vocabulary import widths_of
from tests.media.pictures import GROUND, card, corners_of, decoded, encoded, is_upright, sixteen_bits

ORIENTATION = 0x0112
# How the sensor saw an upright card when the camera was held so (EXIF 2.32, table 4): the turn's inverse.
HELD = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_every_kind_of_a_phone(kind: str) -> None:
    taken = take_picture(encoded(card(), kind))
    assert (taken.width, taken.height, taken.media_type) == (800, 600, "image/jpeg")
    image = decoded(taken.content)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (800, 600))
    assert is_upright(image)


def test_a_file_is_read_as_well_as_bytes() -> None:
    assert take_picture(BytesIO(encoded(card()))).width == 800


@pytest.mark.parametrize(
    ("sent", "kept"),
    [((4000, 3000), (1600, 1200)), ((3000, 4000), (1200, 1600)), ((1600, 900), (1600, 900)), ((100, 80), (100, 80))],
)
def test_the_longest_edge(sent: tuple[int, int], kept: tuple[int, int]) -> None:
    taken = take_picture(encoded(card(*sent)))
    assert (taken.width, taken.height) == kept == decoded(taken.content).size


def test_a_ribbon_keeps_a_pixel() -> None:
    assert take_picture(encoded(card(9000, 2), "PNG")).height == 1


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", HELD)
def test_however_the_camera_was_held(orientation: int, kind: str) -> None:
    turn = HELD[orientation]
    seen = card(800, 600) if turn is None else card(800, 600).transpose(turn)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    taken = take_picture(encoded(seen, kind, exif=exif))
    assert (taken.width, taken.height) == (800, 600)
    assert is_upright(decoded(taken.content))


@pytest.mark.parametrize("orientation", [0, 9, 6000])
def test_an_orientation_that_is_none(orientation: int) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    assert is_upright(decoded(take_picture(encoded(card(), exif=exif)).content))


def test_no_place_no_camera_no_comment() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    exif.get_ifd(0x8825).update({1: "N", 2: (22.0, 9.0, 1.0), 3: "E", 4: (105.0, 35.0, 2.0)})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    sent = encoded(card(), exif=exif, comment=b"a comment", icc_profile=profile, xmp=b"<x:xmpmeta>who</x:xmpmeta>")
    assert b"Camera of somebody" in sent and b"a comment" in sent
    taken = take_picture(sent)
    image = decoded(taken.content)
    assert not image.getexif() and not {"exif", "comment", "icc_profile", "xmp", "photoshop"} & set(image.info)
    assert not [words for words in (b"Exif", b"Camera", b"comment", b"ICC", b"xmpmeta") if words in taken.content]


def test_colours_of_another_profile_become_ours() -> None:
    """In this profile red and blue are exchanged: what was meant isn't what the numbers say."""
    other = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for old, new in ((b"rXYZ", b"----"), (b"bXYZ", b"rXYZ"), (b"----", b"bXYZ")):
        other = other.replace(old, new)
    found = corners_of(decoded(take_picture(encoded(card(), icc_profile=other)).content))
    red, _, blue = found["top left"]
    assert blue > 150 > 100 > red, found


@pytest.mark.parametrize("profile", [b"", b"no profile", LAB], ids=["empty", "words", "Lab"])
def test_an_unfit_profile_is_passed_over(profile: bytes) -> None:
    assert is_upright(decoded(take_picture(encoded(card(), icc_profile=profile)).content))


def test_print_colours() -> None:
    assert is_upright(decoded(take_picture(encoded(card(mode="CMYK"))).content))


@pytest.mark.parametrize("mode", ["L", "1", "P", "LA", "RGBA", "I;16"])
def test_modes_of_png(mode: str) -> None:
    image = sixteen_bits(card()) if mode == "I;16" else card(mode=mode)
    found = corners_of(decoded(take_picture(encoded(image, "PNG")).content))
    grey = card(mode="L").convert("RGB")
    wanted = corners_of(card() if mode in ("P", "RGBA") else grey)
    tolerance = 255 if mode == "1" else 40  # one bit: dots
    assert all(abs(a - b) <= tolerance for key in wanted for a, b in zip(found[key], wanted[key], strict=True))
    assert mode == "1" or found["bottom right"] != found["top left"]


def test_what_is_clear_shows_paper() -> None:
    for image, options in (
        (Image.new("RGBA", (400, 300), (255, 0, 0, 0)), {}),
        (Image.new("P", (400, 300), 0), {"transparency": 0}),
        (Image.new("RGB", (400, 300), GROUND), {"transparency": GROUND}),
    ):
        pixel = decoded(take_picture(encoded(image, "PNG", **options)).content).getpixel((200, 150))
        assert isinstance(pixel, tuple)
        assert all(abs(a - b) < 4 for a, b in zip(pixel, PAPER, strict=True))


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_of_a_moving_picture_the_first(kind: str) -> None:
    frames = [Image.new("RGB", (400, 300), colour) for colour in ((0, 0, 0), (255, 255, 255))]
    sent = encoded(card(400, 300), kind, save_all=True, append_images=frames, duration=100)
    assert is_upright(decoded(take_picture(sent).content))


def test_of_several_pictures_of_a_camera_the_first() -> None:
    sent = encoded(card(), "MPO", save_all=True, append_images=[Image.new("RGB", (800, 600))])
    assert is_upright(decoded(take_picture(sent).content))


def test_the_dominant_colour() -> None:
    red, green, blue = bytes.fromhex(take_picture(encoded(card())).dominant_colour[1:])
    assert all(abs(a - b) < 12 for a, b in zip((red, green, blue), GROUND, strict=True))


def test_widths_and_formats() -> None:
    made = list(render(take_picture(encoded(card(1200, 900))).content))
    assert [(width, ending) for width, ending, _ in made] == [
        (width, ending) for width in (320, 640, 960, 1200) for ending in ("avif", "webp", "jpg")
    ]
    for width, ending, content in made:
        image = decoded(content)
        assert image.format == {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG"}[ending]
        assert image.size == (width, width * 3 // 4) and is_upright(image)


def test_none_is_made_larger() -> None:
    assert [widths_of(width) for width in (100, 320, 500, 1600)] == [
        (100,),
        (320,),
        (320, 500),
        (320, 640, 960, 1600),
    ]


def test_refusals_stand_beside_the_field() -> None:
    with pytest.raises(Refused) as refused:
        take_picture(b"")
    assert refused.value.field == "photo"
