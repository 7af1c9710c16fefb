"""Listings as the index holds them: what the pages show, no more and no less."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from marketplace.catalogue.queries import Listing, Price, first_price, listings
from marketplace.catalogue.vocabulary import ocop_class
from marketplace.places.queries import former_districts_of, search_words_of
from marketplace.places.vocabulary import PlaceRef
from marketplace.search.engine import Document, Facts
from marketplace.suppliers.vocabulary import kind_label

PUBLISHED = "published"


def documents_of(product_ids: Sequence[int], day: date) -> list[Document]:
    """Documents of those among the products that are published, with the stars that they have on ``day``."""
    shown = published_listings(product_ids, day)
    words = search_words_of(_ref(listing) for listing in shown)
    kinds = {kind: kind_label(kind) for kind in {listing.producer_kind for listing in shown} if kind}
    pairs = zip(shown, facts_of(shown), strict=True)
    return [_document(listing, facts, words[_ref(listing)], kinds) for listing, facts in pairs]


def published_listings(product_ids: Sequence[int], day: date) -> list[Listing]:
    """Listings of those among the products that are published, in the order given."""
    return [listing for listing in listings(product_ids, day).values() if listing.state == PUBLISHED]


def facts_of(shown: Sequence[Listing]) -> list[Facts]:
    """What filters, counts and orders look at, of each."""
    districts = former_districts_of(_ref(listing) for listing in shown)
    return [_facts(listing, districts.get(_ref(listing))) for listing in shown]


def _facts(listing: Listing, district: str | None) -> Facts:
    prices, per_kg = _money(listing.prices)
    return Facts(
        product_id=listing.product_id,
        producer=listing.producer_slug,
        class_code=listing.class_code,
        stars=listing.stars,
        province=listing.province_id,
        commune=listing.place_id,
        district=district,
        places=_known(listing.place_id, listing.legacy_place_id, listing.province_id),
        certificates=listing.certificates,
        prices=prices,
        per_kg=per_kg,
        months=listing.months,
        turns=tuple((turn.first_day.toordinal(), *turn[1:]) for turn in listing.turns),
        price_turns=tuple((turn.first_day.toordinal(), *_money(turn.prices)) for turn in listing.price_turns),
        published=int(listing.published_at.timestamp()) if listing.published_at else 0,
    )


def _money(prices: Sequence[Price]) -> tuple[tuple[tuple[int, int], ...], int | None]:
    first = first_price(prices)
    ranges = tuple((p.amount, p.amount_to or p.amount) for p in prices if p.amount is not None)
    return ranges, first.per_kg if first else None


def _document(listing: Listing, facts: Facts, places: Iterable[str], kinds: Mapping[str, str]) -> Document:
    return Document(
        facts=facts,
        name=listing.name,
        english=listing.name_en or "",
        producer=_producer_words(listing, kinds),
        class_words=_class_words(listing.class_code),
        place_words=" ".join(_known(*places, listing.place_text)),
        text=" ".join(
            _known(
                listing.description,
                listing.description_en,
                listing.ingredients,
                *(price.pack for price in listing.prices),
                *listing.seller_names,
            )
        ),
    )


def _producer_words(listing: Listing, kinds: Mapping[str, str]) -> str:
    """The name, and the kind both ways: "HTX Hồng Luân" is also asked for as "hợp tác xã Hồng Luân"."""
    if listing.producer_kind is None:
        return ""
    return " ".join(_known(listing.producer_name, kinds[listing.producer_kind], listing.producer_kind))


def _class_words(code: str | None) -> str:
    """The name on the shelf; the decision's own ("Chế biến từ …") would make "chè" find everything processed."""
    found = ocop_class(code) if code else None
    return " ".join((found.shelf_vi, found.shelf_en)) if found else ""


def _ref(listing: Listing) -> PlaceRef:
    """Where only the province is known its names find the product."""
    return PlaceRef(listing.place_id or listing.province_id, listing.legacy_place_id)


def _known(*values: str | None) -> tuple[str, ...]:
    return tuple(value for value in values if value)
