"""A lead's own page."""

from flask import url_for
from flask.typing import ResponseReturnValue

from marketplace.core.audit import record as record_act
from marketplace.core.clock import now
from marketplace.core.settings import settings
from marketplace.leads.policies import may_work_on_lead
from marketplace.leads.presenters import lead_page
from marketplace.leads.queries import LeadFile, file_of, files_of
from marketplace.leads.routes.registry import section
from marketplace.leads.services import note_seen
from marketplace.web.pages import page
from marketplace.web.signin import current_actor


@section.page("/ban-hang/dau-moi/<public_id>", load=file_of, allow=may_work_on_lead, records=True)
def lead(file: LeadFile) -> ResponseReturnValue:
    """Everything about a lead. That its personal data were looked at goes to the audit log, each time."""
    actor = current_actor()
    record_act(actor, "view_lead", "lead", file.lead.public_id)
    note_seen(actor, file.lead)
    shown = lead_page(files_of([file.lead])[0], now(), settings().answer_within_hours, url_for)
    return page("leads/lead.html", page=shown)
