"""Form fields of goods: a pack with what it holds, its price or an invitation to ask, orders and what can be made."""

from decimal import Decimal

from marketplace.catalogue.imports.prices import ASK, read_price
from marketplace.catalogue.vocabulary import NewPack
from marketplace.catalogue.vocabulary.product_forms import AskedPrice, Least
from marketplace.core.text import (
    Every,
    TextRefused,
    format_grams,
    format_money,
    normalise,
    parse_pack,
    parse_quantity,
    to_grams,
)
from marketplace.core.text.units import GRAMS, find_unit
from marketplace.core.texts import N_
from marketplace.web.fields import ReadField
from marketplace.web.language import translate

LONGEST_LABEL = 60
TOO_LONG = N_("Quy cách dài quá %(limit)s ký tự.")
NO_MASS = N_("Hãy ghi bằng kg, tạ hoặc tấn, ví dụ: 2 tấn mỗi tháng.")
NOT_WHOLE = N_("Hãy ghi số chẵn, ví dụ: 10 gói.")
NO_RANGE = N_("Giá sau phải cao hơn giá trước.")
_A_MONTH = {
    Every.ONCE: Decimal(1),
    Every.TRIP: Decimal(1),
    Every.MONTH: Decimal(1),
    Every.DAY: Decimal(30),
    Every.WEEK: Decimal(52) / 12,
    Every.QUARTER: Decimal(1) / 3,
    Every.YEAR: Decimal(1) / 12,
}


class PackField(ReadField):
    """ "gói 500g", "1 kg", "giỏ quà": what is sold as one; words that name no size are taken as they are."""

    data: NewPack | None

    def read(self, text: str) -> NewPack:
        """A NewPack."""
        typed = normalise(text)
        unit = find_unit(typed)
        if unit in GRAMS:
            return NewPack(f"1\u00a0{unit}", to_grams(Decimal(1), unit))
        try:
            found = parse_pack(typed)
            new = NewPack(found.label, found.grams)
        except TextRefused as error:
            if error.code != "pack_unknown":
                raise
            new = NewPack(typed)
        if len(new.label) > LONGEST_LABEL:
            raise TextRefused("pack_too_long", TOO_LONG, limit=LONGEST_LABEL)
        return new

    def show(self, value: NewPack) -> str:
        """Its label."""
        return value.label

    def say(self, value: NewPack) -> str:
        """Its label."""
        return value.label


class PriceField(ReadField):
    """ "38k", "1tr2", "35-40k", "liên hệ": đồng for one pack, two amounts, or an invitation to ask.

    ``per`` is what the text itself says the price is for ("kg" of "66k/kg"), None where it doesn't.
    """

    data: AskedPrice | None
    per: str | None = None

    def read(self, text: str) -> AskedPrice:
        """An AskedPrice."""
        self.per = None
        found = read_price(normalise(text))
        if found == ASK:
            return AskedPrice()
        low, high = found if isinstance(found, tuple) else (found, None)
        if high is not None and high.amount < low.amount:
            raise TextRefused("price_range", NO_RANGE)
        self.per = (high or low).per
        return AskedPrice(low.amount, high.amount if high and high.amount != low.amount else None)

    def show(self, value: AskedPrice) -> str:
        """As it is read again."""
        if value.amount is None:
            return translate(N_("liên hệ"))
        if value.amount_to is None:
            return format_money(value.amount)
        return f"{format_money(value.amount, '')} - {format_money(value.amount_to, '')}"

    def say(self, value: AskedPrice) -> str:
        """As it will be shown."""
        if value.amount is None:
            return translate(N_("khách hỏi giá"))
        if value.amount_to is None:
            return format_money(value.amount)
        return f"{format_money(value.amount)} – {format_money(value.amount_to)}"


class LeastField(ReadField):
    """ "20 kg" or "10 gói": the smallest order."""

    data: Least | None

    def read(self, text: str) -> Least:
        """A Least."""
        found = parse_quantity(text)
        if found.grams is not None:
            return Least(grams=found.grams)
        if found.amount != found.amount.to_integral_value():
            raise TextRefused("quantity_not_whole", NOT_WHOLE)
        return Least(packs=int(found.amount))


class CapacityField(ReadField):
    """ "2 tấn", "500 kg mỗi tuần": grams that can be made in a month."""

    data: int | None

    def read(self, text: str) -> int:
        """Grams a month."""
        found = parse_quantity(text)
        if found.grams is None:
            raise TextRefused("quantity_no_mass", NO_MASS)
        return max(1, int(found.grams * _A_MONTH[found.every]))

    def show(self, value: int) -> str:
        """ "2 tấn"."""
        return format_grams(value)

    def say(self, value: int) -> str:
        """ "2 tấn mỗi tháng"."""
        return translate(N_("%(amount)s mỗi tháng"), amount=format_grams(value))
