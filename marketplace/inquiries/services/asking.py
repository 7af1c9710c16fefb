"""Writes of inquiries: asking, answering by the signed link, replying, deciding."""

from dataclasses import replace

from marketplace.core.actor import STRANGER, Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.ids import public_id
from marketplace.core.outbox import emit
from marketplace.core.texts import N_
from marketplace.inquiries.models import Inquiry
from marketplace.inquiries.queries import Asked
from marketplace.inquiries.vocabulary import InquirySent, NewInquiry, Quote
from marketplace.leads.models import Lead, Message, Party
from marketplace.leads.queries import events_of
from marketplace.leads.services import find_party, open_lead, record_event
from marketplace.leads.vocabulary import NewEvent, NewLead

BUY, NO = "buy", "no"
_BUYS = N_("Tôi mua ở đây.")
_NOBODY_TO_ASK = N_("Hãy chọn ít nhất một nơi để hỏi.")


def send_inquiry(actor: Actor, new: NewInquiry) -> str:
    """Keep a buyer's question to each chosen supplier, each with its lead; returns the thread.

    A repeat by the same buyer about the same product within 30 days joins the lead that is there.
    Emits InquirySent per supplier. Raises Refused (``suppliers``) when nobody is asked.
    """
    if not new.supplier_ids:
        raise Refused(_NOBODY_TO_ASK, field="suppliers")
    # The supplier's lead page, which knows no inquiries, shows where to deliver.
    party = find_party(actor, replace(new.contact, place_text=new.place))
    place = _kept_words(party, new.place)
    thread = public_id()
    for supplier_id in dict.fromkeys(new.supplier_ids):
        lead = open_lead(actor, _new_lead(new, party, supplier_id))
        inquiry = _inquiry(new, lead, party, thread, place)
        session.add(inquiry)
        session.flush()
        record(actor, "send_inquiry", "inquiry", inquiry.public_id)
        emit(InquirySent(inquiry.id))
    return thread


def _new_lead(new: NewInquiry, party: Party, supplier_id: int) -> NewLead:
    return NewLead(
        channel=new.channel,
        supplier_id=supplier_id,
        party_id=party.id,
        product_id=new.product_id,
        quantity=new.quantity,
        words=new.words or None,
        wanted_by=new.wanted_by,
        said_by="buyer",
        buyer_kind=new.buyer_kind,
        buyer_province_id=new.buyer_province_id,
    )


def _inquiry(new: NewInquiry, lead: Lead, party: Party, thread: str, place: Message | None) -> Inquiry:
    """The row about what was asked; its words are those of the event that the lead got for it, the last one.

    ``created_at`` is that event's moment: what happened before it belongs to an earlier inquiry.
    """
    asked = events_of([lead.id])[lead.id][-1]
    return Inquiry(
        thread=thread,
        lead_id=lead.id,
        supplier_id=lead.supplier_id,
        party_id=party.id,
        product_id=new.product_id,
        product_version_id=new.product_version_id,
        quantity=new.quantity.amount,
        unit=new.quantity.unit,
        grams=new.quantity.grams,
        every=new.quantity.every,
        wanted_by=new.wanted_by,
        message_id=asked.message_id,
        delivery_message_id=place.id if place else None,
        language=new.language,
        channel=new.channel,
        consent_version=new.consent_version,
        consented_at=asked.recorded_at,
        created_at=asked.recorded_at,
    )


def _kept_words(party: Party, text: str | None) -> Message | None:
    if not text:
        return None
    message = Message(party_id=party.id, body=text, written_at=now())
    session.add(message)
    session.flush()
    return message


def quote_by_link(asked: Asked, quote: Quote) -> None:
    """The supplier answers with a price, through the signed link. Raises Refused (``price``)."""
    record_event(
        STRANGER,
        asked.lead,
        NewEvent(
            kind="quoted",
            said_by="supplier",
            price=quote.price,
            price_unit=quote.price_unit,
            deliverable=quote.deliverable,
            words=quote.words or None,
        ),
    )


def contacted_by_link(asked: Asked) -> None:
    """The supplier says that the buyer was called or written to."""
    record_event(STRANGER, asked.lead, NewEvent(kind="contacted", said_by="supplier"))


def decline_by_link(asked: Asked, reason: str, words: str) -> None:
    """The supplier can't sell, and says why. Raises Refused (``reason``)."""
    record_event(STRANGER, asked.lead, NewEvent(kind="lost", said_by="supplier", reason=reason, words=words or None))


def reply(asked: Asked, words: str) -> None:
    """The buyer writes again. Raises Refused (``words``) when there are none."""
    if not words:
        raise Refused(N_("Hãy viết vài chữ."), field="words")
    _record_of_buyer(asked, NewEvent(kind="asked_again", said_by="buyer", words=words))


def decide(asked: Asked, decision: str) -> None:
    """The buyer says whether he buys here.

    "Buys" is the buyer's word and no contract yet: that one the supplier records, with its value. "Doesn't buy"
    closes the lead for a reason that nobody asked for.
    """
    if decision == BUY:
        _record_of_buyer(asked, NewEvent(kind="asked_again", said_by="buyer", words=_BUYS))
    elif decision == NO:
        _record_of_buyer(asked, NewEvent(kind="lost", said_by="buyer", reason="other"))
    else:
        raise Refused(N_("Hãy chọn mua hay không mua."))


def _record_of_buyer(asked: Asked, new: NewEvent) -> None:
    """His own row's, not that of who opened the lead: his words go with him, and what he left is how he is reached."""
    record_event(STRANGER, asked.lead, new, party_id=asked.inquiry.party_id)
