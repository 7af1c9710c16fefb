"""What the buyer's private page prints."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from marketplace.core.clock import local
from marketplace.core.text import format_date, format_day, format_money, format_phone, format_quantity, zalo_link
from marketplace.core.texts import N_, say
from marketplace.core.views import Pill, TimelineItem, Tone
from marketplace.inquiries.presenters.sentences import asked_title, quantity_of, standing_words, timeline
from marketplace.inquiries.queries import Asked, Thread
from marketplace.leads.models import LeadEvent
from marketplace.leads.presenters.prices import price_total, quoted_words
from marketplace.leads.vocabulary import EventKind, LostReason, last_of, stage_of, standing_events

_PILLS: dict[str, tuple[str, Tone]] = {
    "created": (N_("Chờ trả lời"), "theirs"),
    "seen": (N_("Đã đọc"), "theirs"),
    "contacted": (N_("Đã liên hệ"), "yours"),
    "sampled": (N_("Đã gửi mẫu"), "yours"),
    "quoted": (N_("Đã báo giá"), "yours"),
    "memorandum": (N_("Biên bản ghi nhớ"), "done"),
    "framework_contract": (N_("Hợp đồng nguyên tắc"), "done"),
    "contract": (N_("Hợp đồng"), "done"),
    "delivered": (N_("Đã giao"), "done"),
    "lost": (N_("Không thành"), "lost"),
    "spam": (N_("Đã đóng"), "lost"),
}
_ENDED = ("contract", "delivered", "lost", "spam")


@dataclass(frozen=True)
class Answer:
    """What one supplier said so far; ``waiting`` stands instead while nothing was said."""

    id: str
    supplier_name: str
    supplier_href: str | None
    standing: str | None
    pill: Pill
    price: str | None
    total: str | None
    words: str | None
    deliverable: str | None
    waiting: str | None
    helped: str | None
    phone: str | None
    phone_href: str | None
    zalo_href: str | None
    can_decide: bool
    answered_at: datetime | None


@dataclass(frozen=True)
class TrackPage:
    """The buyer's private page."""

    title: str
    summary: str | None
    notice: str | None
    is_new: bool
    address: str
    emailed_to: str | None
    answers: list[Answer]
    timeline: list[TimelineItem]
    reply_action: str | None
    decide_action: str | None
    decided: str | None
    form_key_decide: str
    data_href: str


def track_page(
    thread: Thread,
    *,
    address: str,
    is_new: bool,
    actions: tuple[str, str],
    supplier_hrefs: dict[str, str],
    helped: Mapping[int, str | None],
    form_key_decide: str,
    data_href: str,
    answer_hours: int,
) -> TrackPage:
    """``actions`` are the addresses to reply and to decide at, ``supplier_hrefs`` by slug, ``helped`` by lead."""
    first = thread.inquiries[0]
    answers = [
        _answer(asked, supplier_hrefs[asked.supplier.slug], answer_hours, helped.get(asked.lead.id))
        for asked in thread.inquiries
    ]
    answers.sort(key=_rank)
    can_go_on = any(stage_of(asked.events) not in ("lost", "spam") for asked in thread.inquiries)
    steps = timeline(thread.inquiries, for_supplier=False)
    if can_go_on:
        steps.append(_next_step(thread))
    return TrackPage(
        title=asked_title(first),
        summary=_summary(first),
        notice=None,
        is_new=is_new,
        address=address,
        emailed_to=first.party.email,
        answers=answers,
        timeline=steps,
        reply_action=actions[0] if can_go_on else None,
        decide_action=actions[1] if any(answer.can_decide for answer in answers) else None,
        decided=_decided(thread),
        form_key_decide=form_key_decide,
        data_href=data_href,
    )


def _rank(answer: Answer) -> tuple[bool, bool, float]:
    """The newest answer first; who hasn't answered after that, who can't sell last."""
    moment = answer.answered_at
    return answer.pill.tone == "lost", moment is None, -moment.timestamp() if moment else 0.0


def pill_of(asked: Asked) -> Pill:
    """Where an inquiry stands, to its buyer."""
    label, tone = _PILLS[str(stage_of(asked.events))]
    return Pill(say(label), tone)


def _summary(asked: Asked) -> str | None:
    parts = []
    if asked.inquiry.wanted_by:
        parts.append(say("trước %(wanted_by)s", wanted_by=format_date(asked.inquiry.wanted_by)))
    if asked.place:
        parts.append(say("giao tới %(place)s", place=asked.place))
    return ", ".join(parts) or None


def _next_step(thread: Thread) -> TimelineItem:
    stages = {str(stage_of(asked.events)) for asked in thread.inquiries}
    if stages & {"quoted", "contacted", "sampled", "contract", "memorandum", "framework_contract"}:
        text = say("Hợp đồng, giao hàng: khi xong, bên bán ghi, bạn thấy ở đây.")
    else:
        text = say("Nơi bán trả lời.")
    return TimelineItem(when=say("Bước tới"), text=text, done=False)


def _decided(thread: Thread) -> str | None:
    bought = [asked for asked in thread.inquiries if stage_of(asked.events) in ("contract", "delivered")]
    if bought:
        return say("%(name)s đã ghi hợp đồng với bạn.", name=bought[0].supplier.name)
    return None


def _answer(asked: Asked, supplier_href: str, answer_hours: int, helped: str | None) -> Answer:
    stage = str(stage_of(asked.events))
    said = [e for e in standing_events(asked.events) if e.said_by in ("supplier", "officer") and e.kind != "seen"]
    quote = next((event for event in reversed(said) if event.kind == "quoted"), None)
    phone, hidden = asked.supplier.phone if said else None, standing_words(asked)
    return Answer(
        id=asked.lead.public_id,
        supplier_name=asked.supplier.name,
        supplier_href=None if hidden else supplier_href,
        standing=hidden,
        pill=pill_of(asked),
        price=quoted_words(quote) if quote else None,
        total=_total(asked, quote) if quote else None,
        words=_last_words(asked, said),
        deliverable=_reason(said) if stage == EventKind.LOST else _deliverable(asked, quote),
        waiting=None if said else _waiting(asked, answer_hours),
        helped=None if said else helped,
        phone=format_phone(phone) if phone else None,
        phone_href=f"tel:{phone}" if phone else None,
        zalo_href=zalo_link(phone) if phone and asked.supplier.has_zalo else None,
        can_decide=bool(said) and stage not in _ENDED,
        answered_at=said[-1].occurred_at if said else None,
    )


def _last_words(asked: Asked, said: list[LeadEvent]) -> str | None:
    for event in reversed(said):
        if event.message_id and event.message_id in asked.words:
            return asked.words[event.message_id]
    return None


def _reason(said: list[LeadEvent]) -> str | None:
    """Why it came to nothing, where somebody said more than "other"."""
    event = last_of(said, EventKind.LOST)
    if event is None or event.reason is None or event.reason == LostReason.OTHER:
        return None
    return say("Lý do: %(what)s.", what=LostReason(event.reason).label.lower())


def _total(asked: Asked, quote: LeadEvent) -> str | None:
    """ "132.000.000 ₫ cho 2 tấn", where the price is for what was counted."""
    quantity = quantity_of(asked)
    total = price_total(quote.price, quote.price_unit, quantity) if quote.price else None
    if total is None or quantity is None:
        return None
    return say("%(total)s cho %(quantity)s", total=format_money(total), quantity=format_quantity(quantity))


def _deliverable(asked: Asked, quote: LeadEvent | None) -> str | None:
    if quote is None or quote.deliverable is None:
        return None
    if quote.deliverable == "later":
        return say("Cần thêm ngày để giao")
    day = asked.inquiry.wanted_by
    return say("Giao được trước %(day)s", day=format_date(day)) if day else say("Giao được")


def _waiting(asked: Asked, hours: int) -> str:
    due = local(asked.inquiry.created_at + timedelta(hours=hours))
    return say("Hạn trả lời: %(day)s, %(hour)s.", day=format_day(due), hour=f"{due.hour}:{due:%M}")
