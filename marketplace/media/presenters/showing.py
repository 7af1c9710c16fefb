"""What a ``<picture>`` of a page needs."""

from dataclasses import dataclass

from marketplace.media.vocabulary import FORMATS, PictureFacts, widths_of

_FALLBACK_WIDTH = 640  # pixels; what browsers without srcset and pages of others show


@dataclass(frozen=True)
class Source:
    """A format with its widths; the browser takes the first that it knows."""

    type: str
    srcset: str


@dataclass(frozen=True)
class ShownPhoto:
    """A picture as pages show it; ``colour`` (``#rrggbb``) fills its frame until it is there."""

    sources: tuple[Source, ...]
    src: str
    srcset: str | None
    width: int
    height: int
    colour: str
    alt: str
    caption: str | None = None


def shown(photo: PictureFacts, *, alt: str | None = None, caption: str | None = None) -> ShownPhoto:
    """A public picture; until its widths are rendered there is one address alone."""
    widths = widths_of(photo.width)
    rendered = photo.rendered_at is not None
    return ShownPhoto(
        sources=tuple(
            Source(media_type, _srcset(photo, widths, ending))
            for ending, media_type in FORMATS.items()
            if rendered and ending != "jpg"
        ),
        src=address(photo, max((w for w in widths if w <= _FALLBACK_WIDTH), default=widths[0])),
        srcset=_srcset(photo, widths, "jpg") if rendered else None,
        width=photo.width,
        height=photo.height,
        colour=photo.dominant_colour or "#efe9d6",
        alt=photo.alt if alt is None else alt,
        caption=caption,
    )


def address(photo: PictureFacts, width: int, ending: str = "jpg") -> str:
    """Where a width of a picture is fetched; by hand, for ``url_for`` per picture costs more than the query."""
    return f"/anh/{photo.public_id}/{width}.{ending}"


def largest_address(photo: PictureFacts) -> str:
    """Where the picture is fetched at its largest, as JPEG: for search engines and messengers."""
    return address(photo, widths_of(photo.width)[-1])


def _srcset(photo: PictureFacts, widths: tuple[int, ...], ending: str) -> str:
    return ", ".join(f"{address(photo, width, ending)} {width}w" for width in widths)
