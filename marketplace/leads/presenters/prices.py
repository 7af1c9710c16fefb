"""Prices and what they come to for the quantity that was asked for."""

from decimal import ROUND_HALF_UP, Decimal

from marketplace.core.text import Quantity, format_money, format_quantity, unit_name
from marketplace.core.texts import say
from marketplace.leads.models import LeadEvent
from marketplace.leads.queries import LeadFile
from marketplace.leads.vocabulary import EventKind, last_of

KILOGRAM = "kg"


def price_unit_of(quantity: Quantity | None) -> str:
    """What one price is for: a kilogram of what has mass (and where no quantity was named), else the unit asked for."""
    return KILOGRAM if quantity is None or quantity.grams is not None else quantity.unit


def price_amount(quantity: Quantity | None) -> Decimal | None:
    """How many such units were asked for."""
    if quantity is None:
        return None
    return Decimal(quantity.grams) / 1000 if quantity.grams is not None else quantity.amount


def plain(amount: Decimal | None) -> str | None:
    """A number for a script to multiply with: "2000", "0.5"."""
    return f"{amount.normalize():f}" if amount is not None else None


def price_total(price: int, unit: str | None, quantity: Quantity | None) -> int | None:
    """Đồng for the whole quantity, half up; None where price and quantity are of different units."""
    amount = price_amount(quantity)
    if amount is None or unit != price_unit_of(quantity):
        return None
    return int((price * amount).quantize(Decimal(1), ROUND_HALF_UP))


def quoted_words(event: LeadEvent) -> str | None:
    """The price of a quote: "66.000 ₫/kg"."""
    return f"{format_money(event.price)}/{unit_name(event.price_unit or KILOGRAM)}" if event.price else None


def quote_in_full(file: LeadFile) -> str | None:
    """The last quote with its total: "66.000 ₫/kg, cả đơn 132.000.000 ₫"; None without a quote."""
    quote = last_of(file.events, EventKind.QUOTED)
    if quote is None or quote.price is None:
        return None
    total = price_total(quote.price, quote.price_unit, file.quantity)
    words = quoted_words(quote) or ""
    return say("%(price)s, cả đơn %(total)s", price=words, total=format_money(total)) if total else words


def amount_words(event: LeadEvent) -> str | None:
    """The quantity of an event: "2 tấn"."""
    if event.quantity is None or event.unit is None:
        return None
    return format_quantity(Quantity(event.quantity, event.unit, event.grams))
