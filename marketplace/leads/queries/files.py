"""A lead with all that its pages show, fetched for many at once in a handful of statements."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from marketplace.catalogue.models import Product, ProductVersion
from marketplace.catalogue.queries.merges import root_product_id
from marketplace.core.actor import Actor
from marketplace.core.db import session
from marketplace.core.text import Every, Quantity
from marketplace.leads.models import Lead, LeadEvent
from marketplace.leads.queries.buyers import Buyer, buyers_of
from marketplace.leads.queries.histories import events_of, words_of
from marketplace.leads.queries.suppliers import OwnSupplier, suppliers_by_id
from marketplace.leads.vocabulary import EventKind, Stage, stage_of, standing_events


@dataclass(frozen=True)
class LeadFile:
    """Everything about one lead. The product is the version that the buyer saw; its slug is None when not shown."""

    lead: Lead
    supplier: OwnSupplier
    buyer: Buyer
    events: tuple[LeadEvent, ...]
    words: dict[int, str]
    product_name: str | None
    product_slug: str | None

    @property
    def supplier_id(self) -> int:
        """Whose lead it is, for the policies."""
        return self.lead.supplier_id

    @property
    def stage(self) -> Stage:
        """Where it stands."""
        return stage_of(self.events)

    @property
    def question(self) -> LeadEvent:
        """What the buyer asked last; his first question where he only wrote again."""
        asks = [e for e in standing_events(self.events) if e.kind in (EventKind.CREATED, EventKind.ASKED_AGAIN)]
        return next((event for event in reversed(asks) if event.quantity is not None), asks[0])

    @property
    def quantity(self) -> Quantity | None:
        """How much was asked for, the last time that an amount was named."""
        asked = self.question
        if asked.quantity is None or asked.unit is None:
            return None
        return Quantity(asked.quantity, asked.unit, asked.grams, Every(asked.every or Every.ONCE))


@dataclass(frozen=True)
class Step:
    """A lead and what is to be recorded of it."""

    file: LeadFile
    kind: EventKind

    @property
    def supplier_id(self) -> int:
        """Whose lead it is, for the policies."""
        return self.file.supplier_id

    @property
    def label(self) -> str:
        """What will have been recorded, in the middle of a sentence."""
        label = Stage(self.kind.value).label
        return label[0].lower() + label[1:]


@dataclass(frozen=True)
class NumberedEvent:
    """An event and its lead."""

    lead: Lead
    event: LeadEvent

    @property
    def supplier_id(self) -> int:
        """Whose lead it is, for the policies."""
        return self.lead.supplier_id


def lead_of(actor: Actor, public_id: str) -> Lead | None:
    """The lead, if it is one of the actor's suppliers'."""
    query = select(Lead).where(Lead.public_id == public_id, Lead.supplier_id.in_(actor.supplier_ids))
    return session.scalars(query).one_or_none()


def file_of(actor: Actor, public_id: str) -> LeadFile | None:
    """The lead with everything about it, if it is one of the actor's suppliers'."""
    lead = lead_of(actor, public_id)
    return files_of([lead])[0] if lead else None


def step_of(actor: Actor, public_id: str, kind: str) -> Step | None:
    """A lead of the actor's suppliers and the kind of event that is to be recorded."""
    file = file_of(actor, public_id)
    return Step(file, EventKind(kind)) if file else None


def numbered_event(actor: Actor, public_id: str, number: int) -> NumberedEvent | None:
    """The event that stands at ``number`` (from 1) in the history of a lead of the actor's suppliers.

    Nothing is ever taken out of a history, so its numbers stay, and no key leaves the site.
    """
    lead = lead_of(actor, public_id)
    events = events_of([lead.id])[lead.id] if lead else []
    return NumberedEvent(lead, events[number - 1]) if lead and 1 <= number <= len(events) else None


def files_of(leads: Sequence[Lead]) -> list[LeadFile]:
    """The files of these leads, in their order."""
    ids = [lead.id for lead in leads]
    suppliers = suppliers_by_id(tuple({lead.supplier_id for lead in leads}))
    buyers, events, products = buyers_of(ids), events_of(ids), _products_of(leads)
    words = words_of([e.message_id for rows in events.values() for e in rows if e.message_id is not None])
    return [
        LeadFile(
            lead=lead,
            supplier=suppliers[lead.supplier_id],
            buyer=buyers[lead.id],
            events=tuple(events[lead.id]),
            words=words,
            product_name=products.get(lead.product_version_id, (None, None))[0],
            product_slug=products.get(lead.product_version_id, (None, None))[1],
        )
        for lead in leads
    ]


def _products_of(leads: Sequence[Lead]) -> dict[int | None, tuple[str | None, str | None]]:
    versions = {lead.product_version_id for lead in leads} - {None}
    query = (
        select(ProductVersion.id, ProductVersion.name, Product.slug, Product.state)
        .join(Product, Product.id == root_product_id(ProductVersion.product_id))
        .where(ProductVersion.id.in_(versions))
    )
    return {row.id: (row.name, row.slug if row.state == "published" else None) for row in session.execute(query)}
