"""What happens in this package that others may act upon."""

from dataclasses import dataclass


@dataclass(frozen=True)
class LeadOpened:
    """A buyer and a supplier have found each other: a new lead with its first event."""

    lead_id: int


@dataclass(frozen=True)
class PartyErased:
    """Nothing is kept any more of who a buyer was and what was written."""

    party_id: int


@dataclass(frozen=True)
class LeadEventRecorded:
    """Something more happened to a lead; its ``created`` event comes as ``LeadOpened`` instead."""

    lead_id: int
    event_id: int
