"""The sentences in which an inquiry and what came of it are told, to either side."""

from collections.abc import Sequence

from marketplace.core.clock import ZONE
from marketplace.core.text import Every, Quantity, format_date, format_money, format_quantity, weekday_name
from marketplace.core.views import Fact, TimelineItem
from marketplace.inquiries.queries import Asked
from marketplace.leads.models import LeadEvent
from marketplace.leads.vocabulary import LostReason, standing_events

_DID = {
    "created": "hỏi mua",
    "asked_again": "nhắn thêm",
    "seen": "đã đọc",
    "contacted": "đã liên hệ",
    "sampled": "đã gửi mẫu",
    "quoted": "báo giá",
    "memorandum": "ký biên bản ghi nhớ",
    "framework_contract": "ký hợp đồng nguyên tắc",
    "contract": "ghi hợp đồng",
    "delivered": "đã giao hàng",
    "lost": "không bán được",
    "reopened": "mở lại",
}


def quantity_of(asked: Asked) -> Quantity | None:
    """What was asked for, as a quantity."""
    inquiry = asked.inquiry
    if inquiry.quantity is None or inquiry.unit is None:
        return None
    return Quantity(inquiry.quantity, inquiry.unit, inquiry.grams, Every(inquiry.every or Every.ONCE))


def asked_title(asked: Asked) -> str:
    """ "2 tấn bún khô": the quantity and the product, in the middle of a sentence."""
    quantity = quantity_of(asked)
    name = asked.product_name[:1].lower() + asked.product_name[1:]
    return f"{format_quantity(quantity)} {name}" if quantity else name


def facts_of(asked: Asked) -> list[Fact]:
    """Where to and by when."""
    rows = []
    if asked.inquiry.wanted_by:
        rows.append(Fact("Cần trước", format_date(asked.inquiry.wanted_by)))
    if asked.place:
        rows.append(Fact("Giao tới", asked.place))
    return rows


def price_of(event: LeadEvent) -> str | None:
    """ "66.000 ₫/kg", of a quote."""
    return f"{format_money(event.price)}/{event.price_unit or 'kg'}" if event.price else None


def event_sentence(event: LeadEvent) -> str:
    """What happened, without who: "báo giá 66.000 ₫/kg"."""
    if event.kind == "lost" and event.said_by == "buyer":
        return "không mua nữa"
    said = _DID.get(event.kind, event.kind)
    if event.kind == "lost" and event.reason:
        return f"{said}: {LostReason(event.reason).label.lower()}"
    if event.kind == "quoted":
        return f"{said} {price_of(event) or ''}".strip()
    if event.value and event.kind in ("contract", "delivered", "memorandum"):
        return f"{said} {format_money(event.value)}"
    return said


def timeline(asked_rows: Sequence[Asked], *, for_supplier: bool) -> list[TimelineItem]:
    """What happened in the inquiries of a thread, newest first; ``seen`` is told once."""
    told = [
        (event, asked)
        for asked in asked_rows
        for event in standing_events(asked.events)
        if event.kind not in ("marked_spam", "corrected") and not _asked_elsewhere(event, asked, asked_rows)
    ]
    told.sort(key=lambda row: (row[0].occurred_at, row[0].id), reverse=True)
    return [_item(event, asked, for_supplier=for_supplier) for event, asked in told]


def _asked_elsewhere(event: LeadEvent, asked: Asked, rows: Sequence[Asked]) -> bool:
    """Asking several at once is told once."""
    return event.kind == "created" and asked is not rows[0]


def _item(event: LeadEvent, asked: Asked, *, for_supplier: bool) -> TimelineItem:
    buyer = (asked.party.name or "Người mua") if for_supplier else "Bạn"
    who = buyer if event.said_by == "buyer" else asked.supplier.name
    text = event_sentence(event)
    if event.kind == "created":
        text = f"hỏi mua {asked_title(asked)}"
    words = asked.words.get(event.message_id) if event.message_id else None
    if words and event.kind == "asked_again":
        text = f"{text}: “{words}”"
    moment = event.occurred_at.astimezone(ZONE)
    day = f"{weekday_name(moment.date())} {moment.day}/{moment.month}"
    return TimelineItem(
        when=day if event.day_only else f"{day}, {moment:%H:%M}",
        bold=who,
        text=text,
        note="cán bộ ghi giúp" if event.said_by == "officer" else None,
    )
