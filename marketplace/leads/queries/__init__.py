"""Every read of leads; what is owned is scoped to the suppliers for whom the actor speaks."""

from marketplace.leads.queries.answer_times import usual_answers
from marketplace.leads.queries.boards import BoardFacts, Listed, board_of, leads_at
from marketplace.leads.queries.buyers import Buyer, same_buyer_ids
from marketplace.leads.queries.calls import notes_of, unanswered_leads
from marketplace.leads.queries.files import (
    LeadFile,
    NumberedEvent,
    Step,
    file_of,
    files_of,
    lead_of,
    numbered_event,
    step_of,
)
from marketplace.leads.queries.histories import event_by_id, events_of, words_of
from marketplace.leads.queries.persons import parties_of_account, party_by_id, quiet_parties
from marketplace.leads.queries.suppliers import (
    OwnSupplier,
    own_suppliers,
    reachable_supplier,
    shown_product_id,
    suppliers_of_leads,
)

__all__ = [
    "BoardFacts",
    "Buyer",
    "LeadFile",
    "Listed",
    "NumberedEvent",
    "OwnSupplier",
    "Step",
    "board_of",
    "event_by_id",
    "events_of",
    "file_of",
    "files_of",
    "lead_of",
    "leads_at",
    "notes_of",
    "numbered_event",
    "own_suppliers",
    "parties_of_account",
    "party_by_id",
    "quiet_parties",
    "reachable_supplier",
    "same_buyer_ids",
    "shown_product_id",
    "step_of",
    "suppliers_of_leads",
    "unanswered_leads",
    "usual_answers",
    "words_of",
]
