"""The sheet on which a product is written: its pictures, the classes to choose from, how far it has been saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from marketplace.catalogue.presenters.doubles import ProductDoubleLine
from marketplace.catalogue.queries.product_forms import DraftPicture
from marketplace.catalogue.vocabulary import OcopClass, all_classes, ocop_class, propose_class
from marketplace.core.clock import local, today
from marketplace.core.text import format_moment
from marketplace.core.texts import say
from marketplace.media.presenters import ShownPhoto, shown


@dataclass(frozen=True)
class PictureRow:
    """A picture of the draft: ``action`` is the beginning of the addresses that move it."""

    id: str
    shown: ShownPhoto
    title: str
    alt: str
    default_alt: str
    action: str
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class ClassTick:
    """A class to tap, or the one that the name proposes."""

    code: str
    name: str
    detail: str
    checked: bool


@dataclass(frozen=True)
class Sector:
    """A sector with its classes."""

    title: str
    classes: tuple[ClassTick, ...]


@dataclass(frozen=True)
class Sheet:
    """All of the page but the form itself.

    ``reason`` and ``words`` are why an officer gave the product back; ``notice`` says that another tab was faster.
    """

    title: str
    lead: str
    action: str
    save_action: str
    picture_action: str
    scan_action: str
    number: int
    saved: str
    pictures: tuple[PictureRow, ...]
    most_pictures: int
    most_bytes: int
    scan_href: str | None
    chosen: ClassTick | None
    sectors: tuple[Sector, ...]
    missing: tuple[str, ...]
    warnings: dict[str, list[str]]
    doubles: list[ProductDoubleLine]
    packs_shown: int
    reason: str | None
    words: tuple[str, ...]
    notice: str | None
    send_label: str
    is_shown: bool
    month: int


def picture_rows(pictures: Sequence[DraftPicture], name: str, action: str) -> tuple[PictureRow, ...]:
    """The pictures in their order; the first is the one that lists show."""
    rows = []
    for number, picture in enumerate(pictures, start=1):
        default = say("%(name)s, ảnh %(number)s", name=name or say("Sản phẩm"), number=number)
        rows.append(
            PictureRow(
                id=picture.photo.public_id,
                shown=shown(picture.photo, alt=picture.alt or default),
                title=say("Ảnh bìa") if number == 1 else say("Ảnh %(number)s", number=number),
                alt=picture.alt,
                default_alt=default,
                action=f"{action}/{picture.photo.public_id}",
                is_first=number == 1,
                is_last=number == len(pictures),
            )
        )
    return tuple(rows)


def chosen_class(code: str | None, name: str) -> ClassTick | None:
    """The class that was tapped, else the one that the name proposes, to be tapped; None where it says too little."""
    found = ocop_class(code) if code else None
    if found is not None:
        return _tick(found, chosen=code)
    proposed = ocop_class(propose_class(name) or "") if name else None
    return _tick(proposed, chosen=None) if proposed else None


def sectors(code: str | None) -> tuple[Sector, ...]:
    """All classes by sector, in the order of the decision."""
    return tuple(
        Sector(title, tuple(_tick(found, chosen=code) for found in classes))
        for title, classes in groupby(all_classes(), key=lambda found: found.sector_name)
    )


def saved_words(moment: datetime) -> str:
    """ "Đã lưu lúc 9:05", with the day where it isn't today's."""
    there = local(moment)
    if there.date() == today():
        return say("Đã lưu lúc %(hour)s:%(minute)s", hour=there.hour, minute=f"{there.minute:02}")
    return say("Đã lưu %(moment)s", moment=format_moment(moment))


def _tick(found: OcopClass, *, chosen: str | None) -> ClassTick:
    return ClassTick(found.code, found.shelf, found.examples, checked=found.code == chosen)
