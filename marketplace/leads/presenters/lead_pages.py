"""A lead's own page: who asks for what, in which words, what happened, and what may come next."""

from dataclasses import dataclass
from datetime import date, datetime

from marketplace.core.clock import local
from marketplace.core.text import format_date, format_money, format_phone
from marketplace.core.texts import say
from marketplace.core.views import Choice, Fact, Link, Pill, TimelineItem
from marketplace.leads.presenters.numbers import phone_href, zalo_href
from marketplace.leads.presenters.pills import pill_of
from marketplace.leads.presenters.prices import quote_in_full
from marketplace.leads.presenters.steps import corrections, main_step, next_steps
from marketplace.leads.presenters.timelines import timeline
from marketplace.leads.presenters.words import NO_NAME, Url, moment_words, short_name, title_of, who
from marketplace.leads.queries import LeadFile
from marketplace.leads.vocabulary import Channel, EventKind, SaidBy, standing_events, values_of


@dataclass(frozen=True)
class Said:
    """Words of a question, and who wrote them when."""

    who: str
    when: str
    text: str


@dataclass(frozen=True)
class LeadPage:
    """The whole page."""

    title: str
    pill: Pill
    sub: str
    when: str
    channel: str
    product: Link | None
    facts: list[Fact]
    words: list[Said]
    phone: str | None
    phone_href: str | None
    zalo_href: str | None
    email: str | None
    email_href: str | None
    main: Choice | None
    next: list[Choice]
    timeline: list[TimelineItem]
    list_href: str
    corrections: list[Choice]


def lead_page(file: LeadFile, now: datetime, answer_within_hours: int, url: Url) -> LeadPage:
    """The page at the moment ``now``."""
    today = local(now).date()
    buyer, first = file.buyer, file.events[0]
    return LeadPage(
        title=title_of(file),
        pill=pill_of(file, now, answer_within_hours),
        sub=who(buyer) or say(NO_NAME),
        when=say("hỏi %(when)s", when=moment_words(first.occurred_at, today, day_only=first.day_only)),
        channel=Channel(file.lead.channel).label,
        product=_product(file, url),
        facts=_facts(file),
        words=_said(file, today),
        phone=format_phone(buyer.phone) if buyer.phone else None,
        phone_href=phone_href(buyer.phone),
        zalo_href=zalo_href(buyer.phone),
        email=buyer.email,
        email_href=f"mailto:{buyer.email}" if buyer.email else None,
        main=main_step(file, url),
        next=next_steps(file, url),
        timeline=timeline(file, today, answer_within_hours),
        list_href=url("leads.list_leads"),
        corrections=corrections(file, url),
    )


def _product(file: LeadFile, url: Url) -> Link | None:
    if file.product_name is None or file.product_slug is None:
        return None
    return Link(file.product_name, url("catalogue.product", slug=file.product_slug))


def _facts(file: LeadFile) -> list[Fact]:
    values = values_of(file.events)
    wanted_by = file.question.wanted_by
    rows = (
        (say("Cần trước"), format_date(wanted_by) if wanted_by else None),
        (say("Giao tới"), file.buyer.place_text),
        (say("Đã báo giá"), quote_in_full(file)),
        (say("Ghi nhớ, dự kiến"), format_money(values.memorandum) if values.memorandum else None),
        (say("Hợp đồng"), format_money(values.contract) if values.contract else None),
        (say("Đã giao"), format_money(values.delivered) if values.delivered else None),
    )
    return [Fact(term, text) for term, text in rows if text]


def _said(file: LeadFile, today: date) -> list[Said]:
    """The words of every question in the order in which they were written."""
    said = []
    for event in standing_events(file.events):
        if event.kind in (EventKind.CREATED, EventKind.ASKED_AGAIN) and event.message_id in file.words:
            writer = short_name(file.buyer) if event.said_by == SaidBy.BUYER else file.supplier.name
            when = moment_words(event.occurred_at, today, day_only=event.day_only)
            said.append(Said(writer, when, file.words[event.message_id]))
    return said
