"""Who a buyer is: the rows in which the same person named himself."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, or_, select

from marketplace.core.db import session
from marketplace.leads.models import Lead, LeadEvent, Message, Party
from marketplace.leads.vocabulary import EventKind, SaidBy

_ASKS = (EventKind.CREATED.value, EventKind.ASKED_AGAIN.value)


@dataclass(frozen=True)
class Buyer:
    """Personal data of a lead's buyer: whatever was named last."""

    name: str | None = None
    organisation: str | None = None
    phone: str | None = None
    email: str | None = None
    place_text: str | None = None
    is_erased: bool = False


def same_buyer_ids(party: Party) -> list[int]:
    """Keys of all rows of the same buyer: same account, else same phone or e-mail; always with its own."""
    given = [
        column == value
        for column, value in (
            (Party.account_id, party.account_id),
            (Party.phone, party.phone),
            (Party.email, party.email),
        )
        if value is not None
    ]
    query = select(Party.id).where(or_(Party.id == party.id, *given), Party.erased_at.is_(None))
    return list(session.scalars(query))


def buyers_of(lead_ids: Sequence[int]) -> dict[int, Buyer]:
    """The buyer of each lead: the newest of the persons who asked in it, completed by the older ones.

    What he said of himself comes before what a supplier wrote down of him.
    """
    order: defaultdict[int, list[int]] = defaultdict(list)
    for lead_id, party_id in session.execute(_askers(lead_ids)):
        order[lead_id].append(party_id)
    for lead_id, party_id in session.execute(select(Lead.id, Lead.party_id).where(Lead.id.in_(lead_ids))):
        order[lead_id].append(party_id)
    wanted = {party_id for parties in order.values() for party_id in parties}
    rows = {party.id: party for party in session.scalars(select(Party).where(Party.id.in_(wanted)))}
    return {lead_id: _together([rows[party_id] for party_id in order[lead_id]]) for lead_id in lead_ids}


def _askers(lead_ids: Sequence[int]) -> Select[int, int]:
    """(lead, party) of every question, the buyer's own first, the newest before the older ones.

    An event from before ``party_id`` was kept tells it by its words.
    """
    asker = func.coalesce(LeadEvent.party_id, Message.party_id)
    by_buyer = LeadEvent.said_by == SaidBy.BUYER
    return (
        select(LeadEvent.lead_id, asker)
        .outerjoin(Message, Message.id == LeadEvent.message_id)
        .where(LeadEvent.lead_id.in_(lead_ids), or_(by_buyer, LeadEvent.kind.in_(_ASKS)), asker.is_not(None))
        .order_by(by_buyer.desc(), LeadEvent.id.desc())
    )


def _together(parties: Sequence[Party]) -> Buyer:
    def newest(name: str) -> str | None:
        return next((value for party in parties if (value := getattr(party, name))), None)

    return Buyer(
        newest("name"),
        newest("organisation"),
        newest("phone"),
        newest("email"),
        newest("place_text"),
        is_erased=all(party.erased_at for party in parties),
    )
