"""The mails about inquiries, each a function that returns a message."""

from flask import render_template

from marketplace.core.links import private_token
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.inquiries.presenters import asked_title, facts_of
from marketplace.inquiries.queries import Asked, answer_token
from marketplace.inquiries.vocabulary import TRACK
from marketplace.leads.models import LeadEvent
from marketplace.leads.presenters.timelines import event_words
from marketplace.leads.vocabulary import EventKind
from marketplace.web.addresses import whole_address
from marketplace.web.language import language_context, translate
from marketplace.web.mail import ABOUT, Message


def answer_address(asked: Asked) -> str:
    """The whole address of the page on which the supplier answers without signing in."""
    return whole_address("inquiries.answer", token=answer_token(asked.inquiry.public_id, asked.link_epoch))


def track_address(asked: Asked) -> str:
    """The whole address of the buyer's private page."""
    return whole_address("inquiries.track", token=private_token(TRACK, asked.inquiry.thread))


def inquiry_to_supplier(asked: Asked, addresses: tuple[str, ...]) -> Message:
    """To the supplier: who asks for what, and the page to answer on."""
    title = asked_title(asked)
    text = render_template(
        "inquiries/mails/to_supplier.txt",
        asked=asked,
        title=title,
        facts=facts_of(asked),
        answer_address=answer_address(asked),
        hours=settings().answer_within_hours,
    )
    return Message(addresses, translate(N_("Có người hỏi mua: %(what)s"), what=title), text, _about(asked))


def word_to_supplier(asked: Asked, event: LeadEvent, addresses: tuple[str, ...]) -> Message:
    """To the supplier: what the buyer wrote or decided later, and the page to answer on."""
    title, is_lost = asked_title(asked), event.kind == EventKind.LOST
    text = render_template(
        "inquiries/mails/word_to_supplier.txt",
        asked=asked,
        title=title,
        is_lost=is_lost,
        words=asked.words.get(event.message_id) if event.message_id else None,
        answer_address=answer_address(asked),
    )
    subject = N_("Người mua không mua nữa: %(what)s") if is_lost else N_("Người mua nhắn thêm: %(what)s")
    return Message(addresses, translate(subject, what=title), text, _about(asked))


def receipt_for_buyer(asked: Asked) -> Message:
    """To the buyer, in the language in which was asked: where the answers will stand."""
    with language_context(asked.inquiry.language):
        text = render_template("inquiries/mails/receipt.txt", asked=asked, address=track_address(asked))
        subject = translate(N_("Câu hỏi của bạn về %(product)s"), product=asked.product_name)
    return Message(_to(asked), subject, text, _about(asked))


def answer_to_buyer(asked: Asked, event: LeadEvent) -> Message:
    """To the buyer, in the language in which was asked: the supplier has answered."""
    with language_context(asked.inquiry.language):
        text = render_template(
            "inquiries/mails/to_buyer.txt",
            asked=asked,
            sentence=f"{asked.supplier.name} {event_words(event)}.",
            words=asked.words.get(event.message_id) if event.message_id else None,
            address=track_address(asked),
        )
        subject = translate(
            N_("%(supplier)s đã trả lời về %(product)s"), supplier=asked.supplier.name, product=asked.product_name
        )
    return Message(_to(asked), subject, text, _about(asked))


def _about(asked: Asked) -> dict[str, str]:
    """Whom the mail is about, so that it is found again when that one asks for deletion."""
    return {ABOUT: asked.party.public_id}


def _to(asked: Asked) -> tuple[str, ...]:
    return (asked.party.email,) if asked.party.email else ()
