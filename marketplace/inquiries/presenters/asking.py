"""What the inquiry form's page prints."""

from collections.abc import Mapping
from dataclasses import dataclass

from marketplace.catalogue.presenters import Picture, art_of, shown_name
from marketplace.catalogue.queries import ShownProduct
from marketplace.media.presenters import shown


@dataclass(frozen=True)
class InquiryPage:
    """The page on which a buyer asks."""

    product_name: str
    product_href: str
    picture: Picture
    recipients: str
    reached: str | None
    many: bool
    action: str
    privacy_href: str


def inquiry_page(
    product: ShownProduct,
    chosen: list[str],
    reached: Mapping[str, str],
    *,
    action: str,
    product_href: str,
    privacy_href: str,
) -> InquiryPage:
    """``chosen`` are the slugs of the sellers that are ticked, ``reached`` says by slug how each is asked."""
    many = len(product.sellers) > 1
    names = [seller.name for seller in product.sellers if seller.slug in chosen or not many]
    return InquiryPage(
        product_name=shown_name(product.listing),
        product_href=product_href,
        picture=_picture(product),
        recipients=", ".join(names),
        reached=None if many else reached.get(product.sellers[0].slug),
        many=many,
        action=action,
        privacy_href=privacy_href,
    )


def _picture(product: ShownProduct) -> Picture:
    """The cover; it says nothing that the name beside it doesn't, so its alternative text is empty."""
    cover = shown(product.pictures[0].photo, alt="") if product.pictures else None
    return Picture(art_of(product.listing.class_code, product.listing.name), cover)
