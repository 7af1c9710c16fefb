"""Reads of inquiries: the buyer's thread, and the one that a supplier's link names."""

from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import func, select

from marketplace.catalogue.models import Product, ProductVersion
from marketplace.catalogue.queries.merges import root_product_id
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.core.links import opened_token, private_token
from marketplace.inquiries.models import Inquiry
from marketplace.inquiries.vocabulary import ANSWER, TRACK
from marketplace.leads.models import Lead, LeadEvent, Party
from marketplace.leads.queries import events_of, words_of
from marketplace.leads.vocabulary import SaidBy
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries import supplier_labels
from marketplace.suppliers.vocabulary import SupplierLabel

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Asked:
    """One inquiry with all that both sides' pages show of it."""

    inquiry: Inquiry
    lead: Lead
    party: Party
    supplier: SupplierLabel
    product_name: str
    product_slug: str
    product_is_shown: bool
    events: tuple[LeadEvent, ...]
    words: dict[int, str]
    place: str | None
    link_epoch: int = 0

    @property
    def own_words(self) -> str | None:
        """What the buyer wrote with this inquiry."""
        return self.words.get(self.inquiry.message_id) if self.inquiry.message_id else None


@dataclass(frozen=True)
class DeadLink:
    """A supplier's signed link from before it was handed over: it opens nothing but the way to the sign-in."""

    lead: str
    supplier: SupplierLabel


@dataclass(frozen=True)
class Thread:
    """What one buyer asked at once, of one or several suppliers."""

    token: str
    inquiries: tuple[Asked, ...]


def thread_by_token(_actor: Actor, token: str) -> Thread | None:
    """The thread that a buyer's private link names."""
    thread = opened_token(TRACK, token)
    if thread is None:
        return None
    asked = tuple(since_asked(row) for row in asked_where(Inquiry.thread == thread))
    return Thread(token, asked) if asked else None


def since_asked(asked: Asked) -> Asked:
    """Only what belongs to this inquiry: perhaps somebody else has merely typed the same phone.

    What happened before is an earlier one's, and what another row's buyer says is that one's, also afterwards.
    """
    inquiry = asked.inquiry
    events = (event for event in asked.events if event.recorded_at >= inquiry.created_at)
    return replace(asked, events=tuple(event for event in events if not _is_anothers(event, inquiry.party_id)))


def _is_anothers(event: LeadEvent, party_id: int) -> bool:
    return event.said_by == SaidBy.BUYER and event.party_id not in (None, party_id)


def answer_token(public_id: str, link_epoch: int) -> str:
    """The token of the page on which a supplier answers an inquiry, as long as its ``link_epoch`` stays the same."""
    return private_token(ANSWER, f"{public_id}.{link_epoch}" if link_epoch else public_id)


def inquiry_by_token(_actor: Actor, token: str) -> Asked | DeadLink | None:
    """The inquiry that a supplier's signed link names; DeadLink when the supplier was handed over since."""
    public_id, _, epoch = (opened_token(ANSWER, token) or "").partition(".")
    asked = next(iter(asked_where(Inquiry.public_id == public_id)), None) if public_id else None
    if asked is not None and (epoch or "0") != str(asked.link_epoch):
        return DeadLink(asked.lead.public_id, asked.supplier)
    return asked


def inquiry_by_id(inquiry_id: int) -> Asked | None:
    """An inquiry by its key, for the worker."""
    return next(iter(asked_where(Inquiry.id == inquiry_id)), None)


def inquiry_answered_by(event: LeadEvent) -> Asked | None:
    """The newest inquiry of the lead when ``event`` was recorded whose buyer left an address; None without one.

    Who repeats a question with the phone alone is still reached where he wrote his address the first time.
    """
    query = (
        select(Inquiry.id)
        .join(Party, Party.id == Inquiry.party_id)
        .where(Inquiry.lead_id == event.lead_id, Inquiry.created_at <= event.recorded_at, Party.email.is_not(None))
    )
    newest = session.scalar(query.order_by(Inquiry.id.desc()).limit(1))
    return inquiry_by_id(newest) if newest else None


def inquiry_of_word(event: LeadEvent) -> Asked | None:
    """The newest inquiry, in its lead, of the buyer who said ``event``; None where he was erased."""
    query = (
        select(func.max(Inquiry.id))
        .join(Party, Party.id == Inquiry.party_id)
        .where(Inquiry.lead_id == event.lead_id, Inquiry.party_id == event.party_id, Party.erased_at.is_(None))
    )
    newest = session.scalar(query)
    return inquiry_by_id(newest) if newest else None


def words_of_the_day(event: LeadEvent) -> int:
    """How often the buyer said something more in this lead in the 24 hours up to ``event``, itself included."""
    query = select(func.count()).where(
        LeadEvent.lead_id == event.lead_id,
        LeadEvent.said_by == SaidBy.BUYER,
        LeadEvent.quantity.is_(None),
        LeadEvent.id <= event.id,
        LeadEvent.recorded_at > event.recorded_at - _DAY,
    )
    return session.scalar(query) or 0


def threads_of_the_day(inquiry: Inquiry, email: str) -> int:
    """How many threads left this address in the 24 hours up to ``inquiry``, its own included."""
    query = (
        select(func.count(func.distinct(Inquiry.thread)))
        .join(Party, Party.id == Inquiry.party_id)
        .where(Party.email == email, Inquiry.id <= inquiry.id, Inquiry.created_at > inquiry.created_at - _DAY)
    )
    return session.scalar(query) or 0


def asked_where(condition: object) -> list[Asked]:
    """The inquiries for which the condition (of Inquiry, Lead, Party, products or Supplier) holds, oldest first."""
    rows = session.execute(
        select(Inquiry, Lead, Party, ProductVersion.name, Product.slug, Product.state, Supplier.link_epoch)
        .select_from(Inquiry)
        .join(Lead, Lead.id == Inquiry.lead_id)
        .join(Party, Party.id == Inquiry.party_id)
        .join(ProductVersion, ProductVersion.id == Inquiry.product_version_id)
        .join(Product, Product.id == root_product_id(Inquiry.product_id))
        .join(Supplier, Supplier.id == Inquiry.supplier_id)
        .where(condition)  # type: ignore[arg-type]  # a comparison of columns
        .order_by(Inquiry.id)
    ).all()
    labels = supplier_labels([row[0].supplier_id for row in rows])
    events = events_of([row[1].id for row in rows])
    words = _words([row[0] for row in rows], events)
    return [
        Asked(
            inquiry=inquiry,
            lead=lead,
            party=party,
            supplier=labels[inquiry.supplier_id],
            product_name=name,
            product_slug=slug,
            product_is_shown=state == "published",
            events=tuple(events[lead.id]),
            words=words,
            place=words.get(inquiry.delivery_message_id) if inquiry.delivery_message_id else None,
            link_epoch=link_epoch,
        )
        for inquiry, lead, party, name, slug, state, link_epoch in rows
    ]


def _words(inquiries: list[Inquiry], events: dict[int, list[LeadEvent]]) -> dict[int, str]:
    ids = {event.message_id for rows in events.values() for event in rows}
    ids |= {inquiry.delivery_message_id for inquiry in inquiries} | {inquiry.message_id for inquiry in inquiries}
    return words_of([message_id for message_id in ids if message_id is not None])


def first_of_thread(thread: str) -> int | None:
    """Key of the first inquiry of a thread: the one with which the buyer's receipt is sent."""
    return session.scalar(select(func.min(Inquiry.id)).where(Inquiry.thread == thread))


def leads_of_thread(thread: str) -> list[Lead]:
    """The leads of all that was asked at once."""
    query = select(Lead).join(Inquiry, Inquiry.lead_id == Lead.id).where(Inquiry.thread == thread)
    return list(session.scalars(query.order_by(Inquiry.id)))


def threads_of_account(account_id: int) -> list[Thread]:
    """What an account has asked, newest first: each thread with the token of its private page."""
    mine = asked_where(Party.account_id == account_id)
    threads: dict[str, list[Asked]] = {}
    for asked in reversed(mine):
        threads.setdefault(asked.inquiry.thread, []).insert(0, since_asked(asked))
    return [Thread(private_token(TRACK, thread), tuple(rows)) for thread, rows in threads.items()]
