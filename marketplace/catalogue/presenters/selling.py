"""What a product's page says of packs and of those who sell them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from marketplace.catalogue.presenters.cards import least_order, per_kg
from marketplace.catalogue.queries import Price, Seller
from marketplace.core.text import format_grams, format_money
from marketplace.core.texts import in_language, say
from marketplace.places.vocabulary import PlaceName
from marketplace.suppliers.vocabulary import kind_label

_NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class PackRow:
    """A pack with its price."""

    label: str
    price: str
    per_kg: str | None


@dataclass(frozen=True)
class OfferRow:
    """A seller of the product; ``value`` is what a tick sends to the inquiry form."""

    value: str
    name: str
    href: str
    kind: str
    place: str | None
    price: str | None
    terms: str | None
    steps: str | None
    call_href: str | None
    zalo_href: str | None
    checked: bool


def pack_rows(prices: Sequence[Price]) -> tuple[PackRow, ...]:
    """The maker's packs, smallest first as they were entered."""
    return tuple(PackRow(_capital(price.pack), _amount(price), _each(price)) for price in prices)


def offer_row(seller: Seller, product_slug: str, names: Mapping[str, PlaceName]) -> OfferRow:
    """A seller with the price of the first pack that has one."""
    price = next((p for p in seller.prices if p.amount is not None), None)
    named = names.get(seller.place_id or "")
    reachable = seller.phone is not None
    return OfferRow(
        value=seller.slug,
        name=seller.name,
        href=in_language(f"/chu-the/{seller.slug}"),
        kind=_capital(say("người làm")) if seller.is_maker else kind_label(seller.kind),
        place=named.short if named else seller.place_text,
        price=(per_kg(price) or _amount(price)) if price else None,
        terms=_terms(price) if price else None,
        steps=_steps(seller) or seller.note or _sold_to(seller),
        call_href=in_language(f"/goi/{seller.slug}?sp={product_slug}") if reachable else None,
        zalo_href=in_language(f"/zalo/{seller.slug}?sp={product_slug}") if reachable and seller.has_zalo else None,
        checked=seller.is_maker,
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _amount(price: Price) -> str:
    if price.amount is None:
        return say("hỏi giá")
    lowest = format_money(price.amount)
    if price.amount_to and price.amount_to != price.amount:
        return f"{lowest} – {format_money(price.amount_to)}"
    return lowest


def _each(price: Price) -> str | None:
    return format_money(price.per_kg) if price.per_kg is not None else None


def _terms(price: Price) -> str:
    least = least_order(price)
    return f"{price.pack} · {least}" if least else price.pack


def _sold_to(seller: Seller) -> str | None:
    return say("Bán tới: %(where)s", where=seller.sold_to) if seller.sold_to else None


def _steps(seller: Seller) -> str | None:
    parts = [
        say("từ %(grams)s %(amount)s/kg", grams=format_grams(grams), amount=format_money(amount)).replace(
            " ", _NO_BREAK
        )
        for grams, amount in seller.steps
    ]
    return _capital(" · ".join(parts)) or None
