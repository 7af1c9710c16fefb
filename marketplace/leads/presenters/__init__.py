"""What the workbench prints about leads; addresses come from a function, so that nothing here knows HTTP."""

from marketplace.leads.presenters.boards import Board, Job, board
from marketplace.leads.presenters.form_pages import (
    NewLeadPage,
    QuotePage,
    RecordPage,
    new_lead_page,
    quote_page,
    record_page,
)
from marketplace.leads.presenters.lead_pages import LeadPage, Said, lead_page
from marketplace.leads.presenters.lists import LeadList, lead_list
from marketplace.leads.presenters.pills import pill_of
from marketplace.leads.presenters.prices import price_amount, price_total, price_unit_of, quoted_words
from marketplace.leads.presenters.timelines import event_words, timeline
from marketplace.leads.presenters.words import subject, who

__all__ = [
    "Board",
    "Job",
    "LeadList",
    "LeadPage",
    "NewLeadPage",
    "QuotePage",
    "RecordPage",
    "Said",
    "board",
    "event_words",
    "lead_list",
    "lead_page",
    "new_lead_page",
    "pill_of",
    "price_amount",
    "price_total",
    "price_unit_of",
    "quote_page",
    "quoted_words",
    "record_page",
    "subject",
    "timeline",
    "who",
]
