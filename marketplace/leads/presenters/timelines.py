"""The history of a lead, told to the supplier: newest first, the next step last."""

from datetime import date, datetime

from marketplace.core.clock import local
from marketplace.core.text import format_money
from marketplace.core.texts import N_, say
from marketplace.core.views import TimelineItem
from marketplace.leads.models import LeadEvent
from marketplace.leads.presenters.prices import amount_words, quoted_words
from marketplace.leads.presenters.words import called, full_moment_words, short_name, title_of
from marketplace.leads.queries import LeadFile
from marketplace.leads.vocabulary import (
    ENDED,
    Deliverable,
    EventKind,
    Evidence,
    LostReason,
    SaidBy,
    Stage,
    due_at,
    standing_events,
    waiting_since,
)

_DID = {
    EventKind.ASKED_AGAIN: N_("nhắn thêm"),
    EventKind.SEEN: N_("đã đọc"),
    EventKind.CONTACTED: N_("đã liên hệ"),
    EventKind.SAMPLED: N_("đã gửi mẫu"),
    EventKind.QUOTED: N_("báo giá"),
    EventKind.MEMORANDUM: N_("ký biên bản ghi nhớ"),
    EventKind.FRAMEWORK_CONTRACT: N_("ký hợp đồng nguyên tắc"),
    EventKind.CONTRACT: N_("ký hợp đồng"),
    EventKind.DELIVERED: N_("đã giao"),
    EventKind.LOST: N_("ghi không thành"),
    EventKind.REOPENED: N_("mở lại"),
    EventKind.MARKED_SPAM: N_("đánh dấu thư rác"),
}
_BUYER_DID = {EventKind.DELIVERED: N_("đã nhận"), EventKind.CONTACTED: N_("đã trả lời")}
_NEXT = {
    Stage.CONTACTED: N_("Báo giá hay gửi mẫu, rồi ghi ở đây."),
    Stage.SAMPLED: N_("Hỏi lại kết quả thử mẫu."),
    Stage.QUOTED: N_("Hỏi lại khách đã quyết định chưa."),
    Stage.MEMORANDUM: N_("Hợp đồng mua bán, rồi ghi ở đây."),
    Stage.FRAMEWORK_CONTRACT: N_("Hợp đồng mua bán, rồi ghi ở đây."),
    Stage.CONTRACT: N_("Giao hàng, rồi ghi ở đây."),
}


def timeline(file: LeadFile, today: date, answer_within_hours: int) -> list[TimelineItem]:
    """What happened, newest first; what was taken back is left out. While the lead runs, the next step stands last."""
    items: list[TimelineItem] = []
    day_above: date | None = None
    for event in reversed(standing_events(file.events)):
        day = local(event.occurred_at).date()
        items.append(_item(file, event, today, with_weekday=day != day_above))
        day_above = day
    step = _next_step(file, today, answer_within_hours)
    return [*items, TimelineItem(say("Bước tới"), step, done=False)] if step else items


def event_words(event: LeadEvent) -> str:
    """What happened, without who: "báo giá 66.000 ₫/kg", "đã giao 2 tấn, 45.000.000 ₫"."""
    kind = EventKind(event.kind)
    if kind is EventKind.LOST:
        return _lost_words(event)
    by_buyer = _BUYER_DID.get(kind) if event.said_by == SaidBy.BUYER else None
    words = by_buyer or _DID.get(kind)
    did = say(words) if words else ""
    details = [detail for detail in (_price_words(event), amount_words(event), _value_words(event)) if detail]
    return f"{did} {', '.join(details)}".strip()


def _item(file: LeadFile, event: LeadEvent, today: date, *, with_weekday: bool) -> TimelineItem:
    by_buyer = event.said_by == SaidBy.BUYER
    return TimelineItem(
        when=full_moment_words(event.occurred_at, today, day_only=event.day_only, with_weekday=with_weekday),
        bold=short_name(file.buyer) if by_buyer else file.supplier.name,
        text=_asked_words(file, event) if event.kind == EventKind.CREATED else _told_words(file, event),
        note=_note(event),
    )


def _note(event: LeadEvent) -> str | None:
    """Who wrote it down, and what it rests on where that is more than somebody's word."""
    notes = (
        say("cán bộ ghi giúp") if event.said_by == SaidBy.OFFICER else None,
        say("đã xem giấy tờ") if event.evidence == Evidence.DOCUMENT else None,
    )
    return ", ".join(note for note in notes if note) or None


def _asked_words(file: LeadFile, event: LeadEvent) -> str:
    title = title_of(file)
    if event.said_by == SaidBy.BUYER:
        return say("hỏi mua %(what)s", what=title)
    return say("ghi lại: %(whom)s hỏi %(what)s", whom=called(short_name(file.buyer)), what=title)


def _told_words(file: LeadFile, event: LeadEvent) -> str:
    """The words of a question stand above the timeline; those of an answer belong to it."""
    told = event_words(event)
    words = file.words.get(event.message_id) if event.message_id else None
    return f"{told}: “{words}”" if words and event.kind != EventKind.ASKED_AGAIN else told


def _price_words(event: LeadEvent) -> str | None:
    price = quoted_words(event)
    if price and event.deliverable == Deliverable.LATER:
        return say("%(price)s, cần thêm ngày", price=price)
    return price


def _value_words(event: LeadEvent) -> str | None:
    if not event.value:
        return None
    money = format_money(event.value)
    return say("dự kiến %(money)s", money=money) if event.kind == EventKind.MEMORANDUM else money


def _lost_words(event: LeadEvent) -> str:
    if event.said_by == SaidBy.BUYER:
        return say("không mua nữa")
    reason = LostReason(event.reason).label if event.reason else LostReason.OTHER.label
    did = _DID[EventKind.LOST]
    return f"{say(did)}: {reason[0].lower()}{reason[1:]}"


def _next_step(file: LeadFile, today: date, answer_within_hours: int) -> str | None:
    since: datetime | None = waiting_since(file.events)
    if since is not None:
        due = due_at(since, answer_within_hours)
        when = full_moment_words(due, today, day_only=False, with_weekday=False)
        return say("Trả lời trước %(when)s.", when=when)
    step = None if file.stage in ENDED else _NEXT.get(file.stage)
    return say(step) if step else None
