"""What the page of a supplier's own picture prints."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from marketplace.core.texts import say
from marketplace.core.views import Chip
from marketplace.media.models import Photo
from marketplace.media.presenters import PhotoField, photo_field, tile
from marketplace.suppliers.models import Supplier

Address = Callable[..., str]


@dataclass(frozen=True)
class OwnPhoto:
    """The picture of one supplier; ``suppliers`` are those to choose from where the reader speaks for several."""

    name: str
    suppliers: list[Chip]
    field: PhotoField
    words: str
    words_action: str
    drop_action: str
    public_href: str


def own_photo_page(
    supplier: Supplier,
    photo: Photo | None,
    own: Sequence[Supplier],
    form_key: str,
    address: Address,
    error: str | None = None,
) -> OwnPhoto:
    """``error`` is why what was sent last is no picture."""
    chips = [
        Chip(one.name, None, address("suppliers.own_photo", noi=one.slug), chosen=one.id == supplier.id)
        for one in (own if len(own) > 1 else ())
    ]
    return OwnPhoto(
        name=supplier.name,
        suppliers=chips,
        field=photo_field(
            address("suppliers.send_photo", slug=supplier.slug),
            form_key,
            [tile(photo)] if photo else [],
            label=say("Ảnh nơi làm"),
            replaces=True,
            error=error,
        ),
        words=photo.alt if photo else "",
        words_action=address("suppliers.send_photo_words", slug=supplier.slug),
        drop_action=address("suppliers.take_photo_down", slug=supplier.slug),
        public_href=address("catalogue.supplier", slug=supplier.slug),
    )
