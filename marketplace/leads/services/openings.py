"""Opening leads: a buyer's question, or a contact that a supplier types in."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select

from marketplace.catalogue.queries import lead_copies
from marketplace.catalogue.queries.merges import group_of as product_group_of
from marketplace.core.actor import STRANGER, Actor
from marketplace.core.audit import record
from marketplace.core.clock import local, now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_
from marketplace.leads.models import Lead, Party
from marketplace.leads.queries import OwnSupplier, events_of, same_buyer_ids
from marketplace.leads.services.appending import append
from marketplace.leads.services.recordings import record_event
from marketplace.leads.vocabulary import (
    Channel,
    Contact,
    EventKind,
    LeadEventRecorded,
    LeadOpened,
    NewEvent,
    NewLead,
    NewTypedLead,
    SaidBy,
    Stage,
    stage_of,
)
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.queries.merges import group_of

REPEAT_WITHIN = timedelta(days=30)
_OWN_NUMBER = N_("Đây là số của chính bạn. Hãy ghi số của người hỏi, hoặc để trống.")


def find_party(actor: Actor, contact: Contact) -> Party:
    """The row of an account that names itself so, where there is one, else a new row.

    ``actor`` is the buyer (STRANGER for one who is typed in). A row is never completed by what a later form says, and
    a stranger never gets one that is there: who holds a private link may read, correct and erase its row, and whoever
    types another's phone number would get that one's. That two rows are one buyer is settled by ``same_buyer_ids``.
    """
    given = {
        "account_id": actor.account_id,
        "name": contact.name or None,
        "organisation": contact.organisation or None,
        "phone": contact.phone or None,
        "email": contact.email or None,
        "place_text": contact.place_text or None,
    }
    if given["account_id"]:
        query = select(Party).filter_by(**given, erased_at=None).order_by(Party.id.desc()).limit(1)
        if found := session.scalars(query).one_or_none():
            return found
    party = Party(**given, created_at=now())
    session.add(party)
    session.flush()
    return party


def open_lead(actor: Actor, new: NewLead) -> Lead:
    """Open a lead, or join the one that the same buyer opened here about the same product within 30 days.

    The first emits LeadOpened, the second appends ``asked_again`` and emits LeadEventRecorded. What is taken for
    another by a merge is that other: its earlier lead is joined too.
    """
    new = _of_roots(new)
    _lock_supplier(new.supplier_id)
    lead = _lead_to_join(new)
    kind = EventKind.ASKED_AGAIN if lead else EventKind.CREATED
    if lead is None:
        lead = _new_lead(new)
        session.add(lead)
        session.flush()
    event = append(actor, lead, new, kind=kind, party_id=new.party_id)
    record(actor, "open_lead", "lead", lead.public_id, kind=kind.value, channel=new.channel)
    emit(LeadOpened(lead.id) if kind is EventKind.CREATED else LeadEventRecorded(lead.id, event.id))
    return lead


def type_in_lead(actor: Actor, supplier: OwnSupplier, new: NewTypedLead) -> Lead:
    """Write down who called, wrote or came by: the buyer has then been spoken with, so the lead counts as answered.

    Raises Refused (``phone``) for the supplier's own number.
    """
    if new.contact.phone and new.contact.phone == supplier.phone:
        raise Refused(_OWN_NUMBER, field="phone")
    party = find_party(STRANGER, new.contact)
    lead = open_lead(
        actor,
        NewLead(
            channel=new.channel,
            supplier_id=supplier.id,
            party_id=party.id,
            product_id=new.product_id,
            quantity=new.quantity,
            words=new.words,
            said_by=SaidBy.SUPPLIER,
        ),
    )
    record_event(actor, lead, NewEvent(EventKind.CONTACTED))
    return lead


def _of_roots(new: NewLead) -> NewLead:
    product_id = product_group_of(new.product_id)[0] if new.product_id else None
    return replace(new, supplier_id=group_of(new.supplier_id)[0], product_id=product_id)


def _lock_supplier(supplier_id: int) -> None:
    """Two questions of one buyer at the same moment must not open two leads: a second writer waits for the first."""
    session.execute(select(Supplier.id).where(Supplier.id == supplier_id).with_for_update(key_share=True))


def _lead_to_join(new: NewLead) -> Lead | None:
    moment: datetime = new.occurred_at or now()
    party = session.get_one(Party, new.party_id)
    query = (
        select(Lead)
        .where(
            Lead.party_id.in_(same_buyer_ids(party)),
            Lead.supplier_id.in_(group_of(new.supplier_id)),
            Lead.product_id.in_(product_group_of(new.product_id)) if new.product_id else Lead.product_id.is_(None),
            Lead.created_at.between(moment - REPEAT_WITHIN, moment),
        )
        .order_by(Lead.created_at.desc(), Lead.id.desc())
        .limit(1)
    )
    lead = session.scalars(query).one_or_none()
    if lead is None or new.said_by == SaidBy.BUYER:
        return lead  # a spammer's repeats stay together, unseen
    return None if stage_of(events_of([lead.id])[lead.id]) is Stage.SPAM else lead


def _new_lead(new: NewLead) -> Lead:
    moment = new.occurred_at or now()
    copies = lead_copies(new.product_id, new.supplier_id, local(moment).date())
    quantity = new.quantity
    return Lead(
        channel=Channel(new.channel).value,
        supplier_id=new.supplier_id,
        party_id=new.party_id,
        product_id=new.product_id,
        product_version_id=copies.product_version_id,
        quantity=quantity.amount if quantity else None,
        unit=quantity.unit if quantity else None,
        grams=quantity.grams if quantity else None,
        every=str(quantity.every) if quantity else None,
        buyer_kind=new.buyer_kind,
        buyer_province_id=new.buyer_province_id,
        class_code=copies.class_code,
        stars=copies.stars,
        producer_kind=copies.producer_kind,
        women_led=copies.women_led,
        place_id=copies.place_id,
        legacy_place_id=copies.legacy_place_id,
        province_id=copies.province_id,
        created_at=moment,
    )
