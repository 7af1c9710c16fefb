"""What is kept of the buyer to whom a private page belongs."""

from dataclasses import dataclass

from sqlalchemy import select

from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.inquiries.models import DataRequest, Inquiry
from marketplace.inquiries.queries.threads import Asked, Thread, asked_where, since_asked, thread_by_token
from marketplace.leads.models import Party
from marketplace.leads.vocabulary import SaidBy


@dataclass(frozen=True)
class Kept:
    """A buyer's row, all that was asked under it, and what he asked about his data. ``token`` is the private page's."""

    token: str
    party: Party
    inquiries: tuple[Asked, ...]
    requests: tuple[DataRequest, ...]

    @property
    def answer_message_ids(self) -> list[int]:
        """Keys of what was written to him, also in a lead that another had opened."""
        return [
            event.message_id
            for asked in self.inquiries
            for event in asked.events
            if event.said_by != SaidBy.BUYER and event.message_id is not None
        ]


def running_thread(actor: Actor, token: str) -> Thread | None:
    """The thread that a private link names, unless its buyer had himself erased."""
    thread = thread_by_token(actor, token)
    return thread if thread and thread.inquiries[0].party.erased_at is None else None


def kept_by_token(actor: Actor, token: str) -> Kept | None:
    """What is kept of the buyer of a private page that wasn't erased."""
    thread = running_thread(actor, token)
    if thread is None:
        return None
    party = thread.inquiries[0].party
    inquiries = tuple(since_asked(row) for row in asked_where(Inquiry.party_id == party.id))
    query = select(DataRequest).where(DataRequest.party_id == party.id).order_by(DataRequest.id)
    return Kept(token, party, inquiries, tuple(session.scalars(query)))
