"""Which pictures a product has, and in which order."""

from collections.abc import Sequence

from sqlalchemy import delete

from marketplace.catalogue.models import Product, ProductPhoto
from marketplace.catalogue.services.products import product_changed
from marketplace.catalogue.vocabulary.product_forms import MOST_PHOTOS
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.media.models import Photo
from marketplace.media.vocabulary import ALT_LENGTH

TOO_MANY = N_("Mỗi sản phẩm có nhiều nhất %(most)s ảnh. Hãy bỏ bớt.")


def put_photos(product: Product, photos: Sequence[tuple[Photo, str]]) -> None:
    """Give a product these pictures, each with the words for what it shows, in this order, in place of all before.

    Who asks was asked before. Pictures that are left out go by themselves when nothing names them any more. Raises
    Refused for too many, and for a private one: a scan is never shown.
    """
    if len(photos) > MOST_PHOTOS:
        raise Refused(TOO_MANY, field="photo", most=MOST_PHOTOS)
    if any(photo.is_private or photo.removed_at for photo, _ in photos):
        raise Refused(field="photo")
    session.execute(delete(ProductPhoto).where(ProductPhoto.product_id == product.id))
    session.add_all(
        ProductPhoto(
            product_id=product.id, photo_id=photo.id, position=position, caption=" ".join(words.split())[:ALT_LENGTH]
        )
        for position, (photo, words) in enumerate(photos)
    )
    product_changed(product)
