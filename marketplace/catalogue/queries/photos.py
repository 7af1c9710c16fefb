"""The pictures of products, in their order."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from marketplace.catalogue.models import ProductPhoto
from marketplace.core.db import session
from marketplace.media.models import Photo
from marketplace.media.vocabulary import PictureFacts


@dataclass(frozen=True)
class ProductPicture:
    """A picture of a product and the maker's words for what it shows."""

    photo: PictureFacts
    words: str


def photos_of(product_ids: Collection[int]) -> defaultdict[int, list[ProductPicture]]:
    """The public pictures of each product, the one that cards show first."""
    # Rows, not entities: every page of cards asks, and so does the index.
    query = (
        select(
            ProductPhoto.product_id,
            ProductPhoto.caption,
            Photo.id,
            Photo.public_id,
            Photo.width,
            Photo.height,
            Photo.dominant_colour,
            Photo.alt,
            Photo.rendered_at,
        )
        .join(Photo, Photo.id == ProductPhoto.photo_id)
        .where(ProductPhoto.product_id.in_(product_ids), Photo.removed_at.is_(None), Photo.is_private.is_(False))
        .order_by(ProductPhoto.product_id, ProductPhoto.position, ProductPhoto.photo_id)
    )
    found: defaultdict[int, list[ProductPicture]] = defaultdict(list)
    for row in session.execute(query):
        found[row.product_id].append(ProductPicture(row, row.caption or row.alt))
    return found
