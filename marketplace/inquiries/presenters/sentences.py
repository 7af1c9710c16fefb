"""The sentences in which an inquiry and what came of it are told, to either side; events in the words of leads."""

from collections.abc import Sequence

from marketplace.core.clock import today
from marketplace.core.text import Every, Quantity, format_date
from marketplace.core.texts import N_, say
from marketplace.core.views import Fact, TimelineItem
from marketplace.inquiries.queries import Asked
from marketplace.leads.models import LeadEvent
from marketplace.leads.presenters.timelines import event_words
from marketplace.leads.presenters.words import ERASED, full_moment_words, subject
from marketplace.leads.vocabulary import EventKind, SaidBy, standing_events

_HIDDEN = {
    "suspended": N_("Nơi bán này đang tạm ẩn trên trang; câu hỏi vẫn còn, và họ vẫn trả lời được ở đây."),
    "closed": N_("Nơi bán này đã đóng trên trang."),
}


def standing_words(asked: Asked) -> str | None:
    """What both sides should know of a supplier that the public doesn't see; None of one that it does."""
    words = _HIDDEN.get(asked.supplier.state)
    return say(words) if words else None


def quantity_of(asked: Asked) -> Quantity | None:
    """What was asked for, as a quantity."""
    inquiry = asked.inquiry
    if inquiry.quantity is None or inquiry.unit is None:
        return None
    return Quantity(inquiry.quantity, inquiry.unit, inquiry.grams, Every(inquiry.every or Every.ONCE))


def asked_title(asked: Asked) -> str:
    """ "2 tấn bún khô": the quantity and the product, as they stand inside a sentence."""
    return subject(quantity_of(asked), asked.product_name, asked.supplier.name)


def buyer_name(asked: Asked) -> str:
    """The buyer as the supplier and the officers read him."""
    return say(ERASED) if asked.party.erased_at else asked.party.name or say("Người mua")


def facts_of(asked: Asked) -> list[Fact]:
    """Where to and by when."""
    rows = []
    if asked.inquiry.wanted_by:
        rows.append(Fact(say("Cần trước"), format_date(asked.inquiry.wanted_by)))
    if asked.place:
        rows.append(Fact(say("Giao tới"), asked.place))
    return rows


def timeline(asked_rows: Sequence[Asked], *, for_supplier: bool) -> list[TimelineItem]:
    """What happened in the inquiries of a thread, newest first; asking several at once is told once."""
    told = [
        (event, asked)
        for asked in asked_rows
        for event in standing_events(asked.events)
        if event.kind != EventKind.MARKED_SPAM and (event.kind != EventKind.CREATED or asked is asked_rows[0])
    ]
    told.sort(key=lambda row: (row[0].occurred_at, row[0].id), reverse=True)
    several = len(asked_rows) > 1
    return [_item(event, asked, for_supplier=for_supplier, several=several) for event, asked in told]


def _item(event: LeadEvent, asked: Asked, *, for_supplier: bool, several: bool) -> TimelineItem:
    buyer = buyer_name(asked) if for_supplier else say("Bạn")
    return TimelineItem(
        when=full_moment_words(event.occurred_at, today(), day_only=event.day_only, with_weekday=True),
        bold=buyer if event.said_by == SaidBy.BUYER else asked.supplier.name,
        text=_told(event, asked, for_supplier=for_supplier),
        note=_note(event, asked, several=several),
    )


def _note(event: LeadEvent, asked: Asked, *, several: bool) -> str | None:
    """Who wrote it down for another; of ``several`` who were asked, to whom a buyer's later words went."""
    if event.said_by == SaidBy.OFFICER:
        return say("cán bộ ghi giúp")
    if several and event.said_by == SaidBy.BUYER and event.kind != EventKind.CREATED:
        return say("tới %(name)s", name=asked.supplier.name)
    return None


def _told(event: LeadEvent, asked: Asked, *, for_supplier: bool) -> str:
    """The words of the question stand above the supplier's timeline already; the buyer reads them in his."""
    is_question = event.kind == EventKind.CREATED
    told = say("hỏi mua %(what)s", what=asked_title(asked)) if is_question else event_words(event)
    words = asked.words.get(event.message_id) if event.message_id else None
    return told if not words or (is_question and for_supplier) else f"{told}: “{words}”"
