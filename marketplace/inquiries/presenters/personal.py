"""What the pages print on which a buyer reads, corrects and deletes what is kept of him; and his copy as a file."""

from dataclasses import dataclass
from typing import Any

from marketplace.core.clock import local, now
from marketplace.core.text import format_moment, format_phone
from marketplace.core.texts import N_, say
from marketplace.core.views import Fact
from marketplace.inquiries.presenters.sentences import asked_title, quantity_of
from marketplace.inquiries.queries import Asked, Kept
from marketplace.leads.models import LeadEvent
from marketplace.leads.presenters.timelines import event_words
from marketplace.leads.vocabulary import EventKind, SaidBy, standing_events

_REQUESTS = {
    "copy": N_("tải bản sao"),
    "correction": N_("sửa"),
    "deletion": N_("xóa"),
    "withdrawal": N_("rút đồng ý"),
}


@dataclass(frozen=True)
class KeptQuestion:
    """A question, to whom it went, what was written with it, and to which text its buyer agreed."""

    title: str
    supplier: str
    asked: str
    words: str | None
    place: str | None
    consent: str
    consent_href: str


@dataclass(frozen=True)
class PersonalPage:
    """What is kept, in plain words, and what may be done about it."""

    facts: list[Fact]
    questions: list[KeptQuestion]
    requests: list[str]
    months: int
    back_href: str
    copy_href: str
    correct_action: str
    erase_href: str
    privacy_href: str


def personal_page(kept: Kept, *, months: int, hrefs: dict[str, str], consent_hrefs: dict[str, str]) -> PersonalPage:
    """``hrefs``: back, copy, correct, erase, privacy; ``consent_hrefs`` are the texts by version."""
    party = kept.party
    rows = (
        (N_("Tên"), party.name),
        (N_("Cơ quan, cửa hàng"), party.organisation),
        (N_("Điện thoại"), format_phone(party.phone) if party.phone else None),
        (N_("Thư điện tử"), party.email),
        (N_("Nơi giao"), party.place_text),
    )
    return PersonalPage(
        facts=[Fact(say(term), text) for term, text in rows if text],
        questions=[_question(asked, consent_hrefs[asked.inquiry.consent_version]) for asked in kept.inquiries],
        requests=[
            say("%(when)s: %(what)s", when=format_moment(local(row.asked_at)), what=say(_REQUESTS[row.kind]))
            for row in kept.requests
        ],
        months=months,
        back_href=hrefs["back"],
        copy_href=hrefs["copy"],
        correct_action=hrefs["correct"],
        erase_href=hrefs["erase"],
        privacy_href=hrefs["privacy"],
    )


def personal_copy(kept: Kept) -> dict[str, Any]:
    """Everything that is kept of the buyer, for a program to read: JSON's own kinds, moments as ISO 8601 UTC."""
    party = kept.party
    return {
        "made_at": now().isoformat(),
        "person": {
            "name": party.name,
            "organisation": party.organisation,
            "phone": party.phone,
            "email": party.email,
            "place": party.place_text,
            "since": party.created_at.isoformat(),
        },
        "inquiries": [_copied(asked) for asked in kept.inquiries],
        "requests": [
            {
                "kind": row.kind,
                "asked_at": row.asked_at.isoformat(),
                "done_at": row.done_at.isoformat() if row.done_at else None,
            }
            for row in kept.requests
        ],
    }


def _question(asked: Asked, consent_href: str) -> KeptQuestion:
    when = format_moment(local(asked.inquiry.consented_at))
    return KeptQuestion(
        title=asked_title(asked),
        supplier=asked.supplier.name,
        asked=format_moment(local(asked.inquiry.created_at)),
        words=asked.own_words,
        place=asked.place,
        consent=say("Đồng ý %(when)s, bản %(version)s", when=when, version=asked.inquiry.consent_version),
        consent_href=consent_href,
    )


def _copied(asked: Asked) -> dict[str, Any]:
    inquiry, quantity = asked.inquiry, quantity_of(asked)
    return {
        "asked_at": inquiry.created_at.isoformat(),
        "supplier": asked.supplier.name,
        "product": asked.product_name,
        "quantity": str(quantity.amount) if quantity else None,
        "unit": quantity.unit if quantity else None,
        "every": inquiry.every,
        "by": inquiry.wanted_by.isoformat() if inquiry.wanted_by else None,
        "place": asked.place,
        "message": asked.own_words,
        "consent": {"version": inquiry.consent_version, "at": inquiry.consented_at.isoformat()},
        "history": [_told(event, asked) for event in standing_events(asked.events) if event.kind != EventKind.SEEN],
    }


def _told(event: LeadEvent, asked: Asked) -> dict[str, Any]:
    return {
        "at": event.occurred_at.isoformat(),
        "by": "you" if event.said_by == SaidBy.BUYER else event.said_by,
        "what": event_words(event) or event.kind,
        "words": asked.words.get(event.message_id) if event.message_id else None,
    }
