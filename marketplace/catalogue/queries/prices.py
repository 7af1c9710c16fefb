"""The maker's prices of products on a day, and on which days to come they will be others."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import select

from marketplace.catalogue.models import Offer, Pack
from marketplace.catalogue.queries.terms import lasts_from
from marketplace.core.db import session
from marketplace.core.text import price_per_kg
from marketplace.suppliers.queries.merges import root_supplier_id

_NEXT = timedelta(days=1)


@dataclass(frozen=True)
class Price:
    """A seller's price of one pack, in đồng; ``amount`` None = ask."""

    pack: str
    grams: int | None
    amount: int | None
    amount_to: int | None
    kind: str
    least_grams: int | None
    least_packs: int | None

    @property
    def per_kg(self) -> int | None:
        """Đồng a kilogram, rounded half up; None where there is no mass or no price."""
        if self.amount is None or self.grams is None:
            return None
        return price_per_kg(self.amount, self.grams)


class Term(NamedTuple):
    """A price with its first day and its last, None where it has none."""

    price: Price
    first: date | None
    last: date | None

    def holds_on(self, day: date) -> bool:
        """Whether it is asked on ``day``; the last day still counts."""
        return (self.first is None or self.first <= day) and (self.last is None or self.last >= day)


class PriceTurn(NamedTuple):
    """From ``first_day`` on the calendar alone makes the prices these."""

    first_day: date
    prices: tuple[Price, ...]


def maker_terms(makers: Mapping[int, int | None], today: date) -> defaultdict[int, list[Term]]:
    """The maker's prices that hold or will hold, by product; ``makers``: product → whose offers are the maker's."""
    query = (
        select(
            root_supplier_id(Offer.supplier_id).label("seller_id"),
            Pack.product_id,
            Pack.label,
            Pack.grams,
            Offer.price,
            Offer.price_to,
            Offer.price_kind,
            Offer.least_grams,
            Offer.least_packs,
            Offer.valid_from,
            Offer.valid_until,
        )
        .join(Offer, Offer.pack_id == Pack.id)
        .where(Pack.product_id.in_(makers), lasts_from(today))
        .order_by(Pack.product_id, Pack.position, Pack.id)
    )
    found: defaultdict[int, list[Term]] = defaultdict(list)
    for row in session.execute(query):
        if row.seller_id != makers[row.product_id]:
            continue
        price = Price(row.label, row.grams, row.price, row.price_to, row.price_kind, row.least_grams, row.least_packs)
        found[row.product_id].append(Term(price, row.valid_from, row.valid_until))
    return found


def prices_on(terms: Iterable[Term], day: date) -> tuple[Price, ...]:
    """Prices of a day, each pack once.

    Of products that are one several may have "gói 500 g": the root's price stands, for it comes first.
    """
    found: dict[str, Price] = {}
    for term in terms:
        price = term.price
        if term.holds_on(day) and (price.pack not in found or found[price.pack].amount is None):
            found[price.pack] = price
    return tuple(found.values())


def price_turns(terms: Iterable[Term], today: date) -> tuple[PriceTurn, ...]:
    """The turns to come after ``today``, in their order: none of them needs anybody to write anything."""
    dated = list(terms)
    days = {term.first for term in dated if term.first} | {
        term.last + _NEXT for term in dated if term.last and term.last < date.max
    }
    turns: list[PriceTurn] = []
    before = prices_on(dated, today) if days else ()
    for day in sorted(day for day in days if day > today):
        prices = prices_on(dated, day)
        if prices != before:
            turns.append(PriceTurn(day, prices))
            before = prices
    return tuple(turns)


def first_price(prices: Iterable[Price]) -> Price | None:
    """The price that a card shows: the smallest pack's that has one."""
    return next((price for price in prices if price.amount is not None), None)
