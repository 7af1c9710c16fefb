"""Colours: every picture becomes 8-bit sRGB on paper, whatever it was; and which colour there is most of."""

from io import BytesIO

from PIL import Image, ImageCms

PAPER = (0xF8, 0xF5, 0xE9)  # token `paper`: what shows through a transparent picture
_SRGB = ImageCms.createProfile("sRGB")
_SIXTEEN_BITS = ("I;16", "I;16B", "I;16L", "I;16N", "I", "F")


def plain(image: Image.Image) -> Image.Image:
    """The picture in one of the modes that shrink well: L, RGB, RGBA or CMYK."""
    if image.mode in _SIXTEEN_BITS:
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in ("LA", "La", "PA", "RGBa") or "transparency" in image.info:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "RGBA", "CMYK") else image.convert("L" if image.mode == "1" else "RGB")


def on_paper(image: Image.Image, profile: bytes | None) -> Image.Image:
    """A plain picture in sRGB, through its embedded ``profile`` where it has a sound one; what is clear shows paper."""
    if image.mode != "RGBA":
        return _in_srgb(image, profile)
    ground = Image.new("RGB", image.size, PAPER)
    ground.paste(_in_srgb(image.convert("RGB"), profile), mask=image.getchannel("A"))
    return ground


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            done = ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):  # a profile that is none, or of another kind of picture
            done = None
        if done is not None:
            return done
    return image.convert("RGB")


def dominant_colour(image: Image.Image) -> str:
    """The colour of which there is most, as ``#rrggbb``; stands in the frame while the picture loads."""
    small = image.resize((32, 32), Image.Resampling.BOX).quantize(6, Image.Quantize.MEDIANCUT)
    counts = small.histogram()
    first = 3 * max(range(len(counts)), key=counts.__getitem__)
    red, green, blue = (small.getpalette() or [])[first : first + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"
