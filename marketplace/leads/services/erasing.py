"""Erasing a buyer: the rows that say who he is and what was written are emptied, the facts stay as they are."""

from collections.abc import Iterable

from sqlalchemy import or_, select, update

from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.outbox import emit
from marketplace.leads.models import LeadEvent, Message, Party
from marketplace.leads.queries import parties_of_account
from marketplace.leads.queries.persons import written_to
from marketplace.leads.vocabulary import Contact, PartyErased


def erase_party(actor: Actor, party: Party, also: Iterable[int] = ()) -> None:
    """Empty a buyer's row and all words of and to him; ``also`` are keys of further messages. Emits PartyErased.

    To him was written whatever was answered since he asked, also in a lead that another row of his had opened. Leads
    and events stay: no figure changes. Safe to call again.
    """
    moment = now()
    answers = select(LeadEvent.message_id).where(written_to(party.id), LeadEvent.message_id.is_not(None))
    words = or_(Message.party_id == party.id, Message.id.in_(answers), Message.id.in_(list(also)))
    empty = update(Message).where(words, Message.erased_at.is_(None)).values(body="", erased_at=moment)
    session.execute(empty.execution_options(synchronize_session="fetch"))
    if party.erased_at is not None:
        return
    party.account_id = None
    party.name = party.organisation = party.phone = party.email = party.place_text = None
    party.erased_at = moment
    session.flush()
    record(actor, "erase_party", "party", party.public_id)
    emit(PartyErased(party.id))


def erase_parties_of_account(actor: Actor, account_id: int) -> int:
    """Erase every buyer that this account was; gives how many."""
    parties = parties_of_account(account_id)
    for party in parties:
        erase_party(actor, party)
    return len(parties)


def correct_party(actor: Actor, party: Party, contact: Contact) -> None:
    """A buyer says who he is and how he is reached from now on."""
    party.name, party.phone, party.email = contact.name, contact.phone, contact.email
    party.place_text = contact.place_text
    session.flush()
    record(actor, "correct_party", "party", party.public_id)
