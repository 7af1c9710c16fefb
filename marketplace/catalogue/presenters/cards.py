"""Cards: a product in a list, on whatever page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from marketplace.catalogue.presenters.badges import Badge, badge_of
from marketplace.catalogue.presenters.pictures import Art, art_of
from marketplace.catalogue.queries import Listing, Price
from marketplace.catalogue.vocabulary import ocop_class
from marketplace.core.text import format_grams, format_money
from marketplace.core.texts import N_, in_english, in_language, say
from marketplace.media.presenters import ShownPhoto, shown
from marketplace.places.vocabulary import PlaceName

UNKNOWN_PRODUCER = N_("chưa rõ chủ thể")


@dataclass(frozen=True)
class Card:
    """A product as lists show it; prices are None for alcohol until age is confirmed."""

    href: str
    name: str
    producer: str
    place: str
    price: str | None
    unit: str | None
    per_kg: str | None
    least: str | None
    badge: Badge
    photo: ShownPhoto | None
    art: Art
    adult: bool


def shown_name(listing: Listing) -> str:
    """The name in the reader's language, where there is one; people here call it by the Vietnamese one."""
    return (listing.name_en if in_english() else None) or listing.name


def least_order(price: Price) -> str | None:
    """ "từ 20 kg" or "từ 2 gói"."""
    if price.least_grams:
        return say("từ %(least_grams)s", least_grams=format_grams(price.least_grams))
    if price.least_packs:
        return say("từ %(least_packs)s %(what)s", least_packs=price.least_packs, what=price.pack.split()[0].lower())
    return None


def per_kg(price: Price) -> str | None:
    """ "76.000 ₫/kg"."""
    return f"{format_money(price.per_kg)}/kg" if price.per_kg is not None else None


def place_of(listing: Listing, names: Mapping[str, PlaceName]) -> str:
    """The commune's present name, else the province's, else the text that no era knows."""
    for place_id in (listing.place_id, listing.province_id):
        if place_id and place_id in names:
            return names[place_id].short
    return listing.place_text or ""


def card(listing: Listing, names: Mapping[str, PlaceName]) -> Card:
    """The card of a product; ``names`` are those of the places that the listings name."""
    found = ocop_class(listing.class_code) if listing.class_code else None
    adult = bool(found and found.adult)
    price = None if adult else listing.first_price
    return Card(
        href=in_language(f"/san-pham/{listing.slug}"),  # by hand: url_for per card costs more than the query
        name=shown_name(listing),
        producer=listing.producer_name or say(UNKNOWN_PRODUCER),
        place=place_of(listing, names),
        price=format_money(price.amount) if price and price.amount is not None else None,
        unit=price.pack if price else None,
        per_kg=per_kg(price) if price else None,
        least=least_order(price) if price else None,
        badge=badge_of(listing),
        photo=shown(listing.picture.photo, alt=listing.picture.words) if listing.picture else None,
        art=art_of(listing.class_code, listing.name),
        adult=adult,
    )


def cards(found: Iterable[Listing], names: Mapping[str, PlaceName]) -> list[Card]:
    """The cards of several products, in their order."""
    return [card(listing, names) for listing in found]
