"""Who and what a lead is about, in the words of a title or a line; and when."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from marketplace.core.clock import local
from marketplace.core.text import (
    EVERY_LABELS,
    Every,
    Quantity,
    format_date,
    format_day,
    format_quantity,
    weekday_name,
    without_shared_ending,
)
from marketplace.core.texts import N_, say
from marketplace.leads.queries import Buyer, LeadFile

Url = Callable[..., str]

NO_NAME = N_("Người mua chưa để lại tên")
ERASED = N_("Đã xóa theo yêu cầu")
_TITLES = ("Chị ", "Anh ", "Cô ", "Chú ", "Bác ", "Ông ", "Bà ", "Em ")


def subject(quantity: Quantity | None, product_name: str | None, supplier_name: str = "") -> str:
    """What is asked for: "2 tấn bún khô", "50 kg bún khô mỗi tháng"; "hỏi hàng" where nothing is known.

    The product is named without what the supplier's name, which stands beside, says already.
    """
    product_name = without_shared_ending(product_name, supplier_name) if product_name else None
    name = _inside(product_name) if product_name else ""
    if quantity is None:
        return product_name or say("Hỏi mua hàng")
    amount = format_quantity(replace(quantity, every=Every.ONCE))
    often = say(EVERY_LABELS[quantity.every]) if quantity.every is not Every.ONCE else ""
    return " ".join(part for part in (amount, name, often) if part)


def title_of(file: LeadFile) -> str:
    """The subject of a lead: what was asked for last."""
    return subject(file.quantity, file.product_name, file.supplier.name)


def who(buyer: Buyer) -> str | None:
    """The buyer in a line: "Chị Thu, nhà hàng Sen, Hà Nội"; None where nothing is known but perhaps a number."""
    if buyer.is_erased:
        return say(ERASED)
    return ", ".join(part for part in (buyer.name, buyer.organisation, buyer.place_text) if part) or None


def short_name(buyer: Buyer) -> str:
    """The buyer as a row's title."""
    return buyer.organisation or buyer.name or say(ERASED if buyer.is_erased else NO_NAME)


def for_whom(file: LeadFile) -> str:
    """The line under a form: "2 tấn bún khô cho chị Thu, Hà Nội"."""
    named = who(file.buyer)
    title = title_of(file)
    return say("%(what)s cho %(whom)s", what=title, whom=called(named)) if named else title


def called(name: str) -> str:
    """A name inside a sentence: the form of address is small there ("chị Thu")."""
    return name[0].lower() + name[1:] if name.startswith(_TITLES) else name


def _inside(product_name: str) -> str:
    """A product's name after its quantity: small at the beginning, unless it is written in capitals."""
    return product_name if product_name[1:2].isupper() else product_name[:1].lower() + product_name[1:]


def short_day(day: date, today: date) -> str:
    """23/11, with its year when that is another one."""
    return format_day(day) if day.year == today.year else format_date(day)


def moment_words(moment: datetime, today: date, *, day_only: bool = False) -> str:
    """When something was: "hôm nay, 7:15", "21/11, 16:40"; without the hour where none is known."""
    there = local(moment)
    near = {today: say("hôm nay"), today - timedelta(days=1): say("hôm qua")}
    day = near.get(there.date()) or short_day(there.date(), today)
    return day if day_only else f"{day}, {there.hour}:{there.minute:02}"


def full_moment_words(moment: datetime, today: date, *, day_only: bool, with_weekday: bool) -> str:
    """When something was, as a timeline writes it: "Thứ Hai 23/11, 14:20", further down that day "23/11, 13:55"."""
    there = local(moment)
    day = short_day(there.date(), today)
    day = f"{weekday_name(there.date())} {day}" if with_weekday else day
    return day if day_only else f"{day}, {there.hour}:{there.minute:02}"
