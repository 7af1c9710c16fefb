"""Pictures of the demonstration: drawings that say in their words that they are none but drawings."""

from marketplace.app.demonstration.drawings import DRAWINGS
from marketplace.catalogue.models import Product
from marketplace.catalogue.services import put_photos
from marketplace.core.actor import STRANGER
from marketplace.core.db import session
from marketplace.media.services import keep_picture, take_picture
from marketplace.media.vocabulary import TakenPicture
from marketplace.suppliers.models import Supplier

Drawings = dict[str, TakenPicture]

# Data, as the names of products are: shown as it stands in either language.
_OF_PRODUCTS: dict[str, tuple[tuple[str, str], ...]] = {
    "bun-kho-hong-luan": (
        ("noodles_on_trays", "Hình minh họa: bún phơi xong, cuộn vắt trên nong tre."),
        ("noodles_on_racks", "Hình minh họa: bún phơi trên giàn trước núi."),
        ("noodles_in_their_bag", "Hình minh họa: gói 500 g."),
    ),
    "che-shan-bang-phuc": (("tea_in_its_cup", "Hình minh họa: chén chè mới pha."),),
    "hong-khong-hat-tuoi": (("persimmons_in_a_basket", "Hình minh họa: hồng không hạt mới hái."),),
}
_OF_SUPPLIERS = {"hong-luan": ("noodles_on_racks", "Hình minh họa: sân phơi tháng Mười Một.")}


def draw() -> Drawings:
    """Draw and take in all drawings; about a second, so before any transaction."""
    return {name: take_picture(drawing()) for name, drawing in DRAWINGS.items()}


def load_pictures(drawings: Drawings, suppliers: dict[str, Supplier], products: dict[str, Product]) -> None:
    """Give some products and a supplier their pictures; the widths are rendered by the worker."""
    for key, hung in _OF_PRODUCTS.items():
        put_photos(products[key], [(keep_picture(STRANGER, drawings[name]), words) for name, words in hung])
    for key, (name, words) in _OF_SUPPLIERS.items():
        suppliers[key].photo_id = keep_picture(STRANGER, drawings[name], alt=words).id
    session.flush()
