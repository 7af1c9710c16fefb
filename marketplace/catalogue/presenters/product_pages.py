"""What a product's page prints."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marketplace.catalogue.presenters.badges import Badge, badge_of
from marketplace.catalogue.presenters.cards import UNKNOWN_PRODUCER, Card, least_order, shown_name
from marketplace.catalogue.presenters.papers import CertificateBlock, Paper, certificate_block, other_papers
from marketplace.catalogue.presenters.pictures import Art, art_of
from marketplace.catalogue.presenters.selling import OfferRow, PackRow, offer_row, pack_rows
from marketplace.catalogue.queries import Listing, ShownProduct
from marketplace.catalogue.vocabulary import OcopClass, months_label, months_of, ocop_class
from marketplace.catalogue.vocabulary.claims import NO_MEDICINE, NO_MEDICINE_CLASS
from marketplace.core.text import format_grams
from marketplace.core.texts import N_, in_english, in_language, say
from marketplace.core.views import Fact, Link, Meta
from marketplace.media.presenters import ShownPhoto, largest_address, shown
from marketplace.places.presenters import written_beside
from marketplace.places.vocabulary import PlaceLine, PlaceName

PRICE_NOTE = N_("Giá tham khảo tại nơi làm, chưa gồm vận chuyển.")


@dataclass(frozen=True)
class Adult:
    """Age hasn't been confirmed: prices stay away until it is."""

    confirm_href: str


@dataclass(frozen=True)
class Months:
    """In which months it is to be had; the heading says it in words."""

    title: str
    on: tuple[bool, ...]
    current: int


@dataclass(frozen=True)
class ProductPage:
    """The page of a product."""

    name: str
    own_name: str | None
    breadcrumbs: tuple[Link, ...]
    photos: tuple[ShownPhoto, ...]
    art: Art
    art_caption: str
    producer: Link | None
    producer_name: str
    place: str | None
    former_place: str | None
    written_place: str | None
    badge: Badge
    adult: Adult | None
    packs: tuple[PackRow, ...]
    price_note: str | None
    months: Months | None
    capacity: str | None
    certificate: CertificateBlock | None
    papers: tuple[Paper, ...]
    offers: tuple[OfferRow, ...]
    ask_action: str | None
    report_href: str
    call_href: str | None
    zalo_href: str | None
    making: tuple[str, ...]
    facts: tuple[Fact, ...]
    related: tuple[Card, ...]
    related_title: str


def product_page(
    product: ShownProduct,
    line: PlaceLine,
    names: Mapping[str, PlaceName],
    *,
    age_confirmed: bool,
    related: tuple[Card, ...],
) -> ProductPage:
    """``line`` is where it is made, ``names`` the places of those who sell it, ``related`` others of its class."""
    listing = product.listing
    found = ocop_class(listing.class_code) if listing.class_code else None
    hidden = bool(found and found.adult) and not age_confirmed
    path = in_language(f"/san-pham/{listing.slug}")
    offers = tuple(offer_row(seller, listing.slug, names) for seller in product.sellers)
    return ProductPage(
        name=shown_name(listing),
        own_name=listing.name if shown_name(listing) != listing.name else None,
        breadcrumbs=_breadcrumbs(found),
        photos=tuple(shown(p.photo, alt=p.words, caption=p.words or None) for p in product.pictures),
        art=art_of(listing.class_code, listing.name),
        art_caption=_art_caption(found),
        producer=_producer(listing),
        producer_name=listing.producer_name or say(UNKNOWN_PRODUCER),
        place=line.present,
        former_place=line.former,
        written_place=written_beside(listing.place_text, line, listing.place_id),
        badge=badge_of(listing),
        adult=Adult(f"{path}?du-18=1") if hidden else None,
        packs=() if hidden else pack_rows(listing.prices),
        price_note=say(PRICE_NOTE) if listing.lowest and not hidden else None,
        months=_months(product),
        capacity=_capacity(listing),
        certificate=certificate_block(product.certificates, product.today) if listing.producer_id else None,
        papers=other_papers(product.certificates, product.today),
        offers=() if hidden else offers,
        ask_action=f"{path}/hoi-hang" if offers else None,
        report_href=f"{path}/bao-sai",
        call_href=offers[0].call_href if offers else None,
        zalo_href=offers[0].zalo_href if offers else None,
        making=tuple(_told(listing).split("\n")) if _told(listing) else (),
        facts=_facts(product, found),
        related=related,
        related_title=say("Cùng nhóm"),
    )


def product_meta(product: ShownProduct, line: PlaceLine, base_url: str, *, shows_prices: bool) -> Meta:
    """What the page says of itself; ``base_url`` is the site's address."""
    listing = product.listing
    address = base_url + in_language(f"/san-pham/{listing.slug}")
    return Meta(
        title=shown_name(listing),
        description=_description(listing, line),
        canonical=address,
        kind="product",
        image=_image(listing, base_url),
        structured=(_schema(listing, address, _image(listing, base_url), shows_prices=shows_prices),),
    )


def _description(listing: Listing, line: PlaceLine) -> str:
    """Whose it is, from where, and how it is made; as much as search engines show."""
    words = {"name": shown_name(listing), "maker": listing.producer_name or say(UNKNOWN_PRODUCER)}
    place = line.present or listing.place_text
    if place:
        who = say("%(name)s của %(maker)s, %(place)s.", place=place, **words)
    else:
        who = say("%(name)s của %(maker)s.", **words)
    return f"{who} {_told(listing)}".strip()[:160]


def _told(listing: Listing) -> str:
    return (listing.description_en if in_english() else None) or listing.description or ""


def _image(listing: Listing, base_url: str) -> str | None:
    """The first picture, at its largest, as search engines and messengers fetch it."""
    return base_url + largest_address(listing.picture.photo) if listing.picture else None


def _art_caption(found: OcopClass | None) -> str:
    return say("Chưa có ảnh. Hình in của nhóm %(shelf)s.", shelf=found.shelf) if found else say("Chưa có ảnh.")


def _producer(listing: Listing) -> Link | None:
    if listing.producer_id is None:
        return None
    return Link(listing.producer_name or "", in_language(f"/chu-the/{listing.producer_slug}"))


def _breadcrumbs(found: OcopClass | None) -> tuple[Link, ...]:
    shelf = (Link(found.shelf, in_language(f"/san-pham?nhom={found.code}")),) if found else ()
    return (Link(say("Sản phẩm"), in_language("/san-pham")), *shelf)


def _months(product: ShownProduct) -> Months:
    on = months_of(product.listing.months)
    return Months(
        months_label(product.listing.months), tuple(month in on for month in range(1, 13)), product.today.month
    )


def _capacity(listing: Listing) -> str | None:
    parts = (
        [say("Làm được %(monthly_grams)s mỗi tháng.", monthly_grams=format_grams(listing.monthly_grams))]
        if listing.monthly_grams
        else []
    )
    least = next((words for price in listing.prices if (words := least_order(price))), None)
    return " ".join([*parts, *([say("Nhận đơn %(least)s.", least=least)] if least else [])]) or None


def _facts(product: ShownProduct, found: OcopClass | None) -> tuple[Fact, ...]:
    code = next((paper.product_code for paper in product.certificates if paper.product_code), None)
    rows = (
        Fact(say("Thành phần"), product.listing.ingredients or ""),
        Fact(say("Bảo quản"), product.storage or ""),
        Fact(say("Lưu ý"), say(NO_MEDICINE) if found and found.code == NO_MEDICINE_CLASS else ""),
        Fact(say("Nhóm OCOP"), f"{found.code} {found.name}" if found else say("chưa phân nhóm")),
        Fact(say("Mã"), code or ""),
    )
    return tuple(row for row in rows if row.text)


def _schema(listing: Listing, address: str, image: str | None, *, shows_prices: bool) -> dict[str, Any]:
    """schema.org Product; prices only where the page shows them."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": listing.name,
        "url": address,
        "description": listing.description or listing.name,
    }
    if image:
        data["image"] = image
    if listing.producer_name:
        data["manufacturer"] = {"@type": "Organization", "name": listing.producer_name}
    if listing.lowest and shows_prices:
        data["offers"] = {
            "@type": "AggregateOffer",
            "priceCurrency": "VND",
            "lowPrice": listing.lowest,
            "highPrice": listing.highest,
            "offerCount": len(listing.prices),
        }
    return data
