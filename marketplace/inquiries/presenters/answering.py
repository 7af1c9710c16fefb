"""What the page prints on which a supplier answers by the signed link."""

from dataclasses import dataclass, field

from marketplace.core.clock import local
from marketplace.core.text import format_phone, zalo_link
from marketplace.core.texts import say
from marketplace.core.views import Fact, Pill, TimelineItem
from marketplace.inquiries.presenters.sentences import (
    asked_title,
    buyer_name,
    facts_of,
    quantity_of,
    standing_words,
    timeline,
)
from marketplace.inquiries.queries import Asked, since_asked
from marketplace.leads.models import LeadEvent
from marketplace.leads.presenters.prices import plain, price_amount, price_unit_of
from marketplace.leads.presenters.timelines import event_words
from marketplace.leads.vocabulary import EventKind, SaidBy, is_answer, standing_events

_ASKS = (EventKind.CREATED, EventKind.ASKED_AGAIN)


@dataclass(frozen=True)
class AnswerPage:
    """The supplier's page under a signed link: open, or answered."""

    state: str
    supplier_name: str
    sign_in_href: str
    title: str = ""
    asked: str = ""
    pill: Pill | None = None
    product_name: str = ""
    product_href: str = ""
    buyer: str | None = None
    facts: list[Fact] = field(default_factory=list)
    words: str | None = None
    phone: str | None = None
    phone_href: str | None = None
    zalo_href: str | None = None
    action: str = ""
    answered: str | None = None
    timeline: list[TimelineItem] = field(default_factory=list)
    price_unit: str = "kg"
    amount: str | None = None
    mode: str = "quote"
    standing: str | None = None


def answer_page(asked: Asked, *, action: str, sign_in_href: str, product_href: str, mode: str = "quote") -> AnswerPage:
    """The page as it stands: with the form while nobody has answered, else with what was answered.

    Asked again, or written to again, it wants an answer again.
    """
    asks = [e for e in since_asked(asked).events if e.kind in _ASKS and e.said_by == SaidBy.BUYER]
    last = asks[-1].id if asks else 0
    said = [e for e in standing_events(asked.events) if is_answer(e) and e.id > last]
    moment = local(asked.inquiry.created_at)
    phone = asked.party.phone
    return AnswerPage(
        state="answered" if said else "open",
        supplier_name=asked.supplier.name,
        sign_in_href=sign_in_href,
        title=asked_title(asked),
        asked=say("hỏi %(when)s", when=f"{moment.day}/{moment.month}, {moment.hour}:{moment:%M}"),
        pill=Pill(say("Đã trả lời"), "done") if said else Pill(say("Mới"), "yours"),
        product_name=asked.product_name,
        product_href=product_href,
        buyer=buyer_name(asked),
        facts=facts_of(asked),
        words=asked.own_words if said else _words_that_wait(asked, asks),
        phone=format_phone(phone) if phone else None,
        phone_href=f"tel:{phone}" if phone else None,
        zalo_href=zalo_link(phone) if phone and phone.startswith("+849") else None,
        action=action,
        answered=_answered(said[-1]) if said else None,
        timeline=timeline([asked], for_supplier=True) if said else [],
        price_unit=price_unit_of(quantity_of(asked)),
        amount=plain(price_amount(quantity_of(asked))),
        mode=mode,
        standing=standing_words(asked),
    )


def _words_that_wait(asked: Asked, asks: list[LeadEvent]) -> str | None:
    """What the buyer wrote since the last answer, the question's own words first."""
    answers = [e.id for e in standing_events(asked.events) if is_answer(e)]
    waiting = [e.message_id for e in asks if e.id > max(answers, default=0) and e.message_id]
    return " · ".join(asked.words[key] for key in waiting if key in asked.words) or asked.own_words


def _answered(event: LeadEvent) -> str:
    sentence = event_words(event)
    return sentence[:1].upper() + sentence[1:] + "."
