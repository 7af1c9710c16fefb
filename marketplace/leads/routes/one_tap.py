"""Steps of one tap: called, still considering, opened again, taken back."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.texts import N_
from marketplace.leads.policies import may_work_on_lead
from marketplace.leads.queries import LeadFile, NumberedEvent, file_of, numbered_event
from marketplace.leads.routes.registry import section
from marketplace.leads.services import note_still_considering, record_event, take_back
from marketplace.leads.vocabulary import EventKind, NewEvent
from marketplace.web.language import translate
from marketplace.web.signin import current_actor

LEAD = "/ban-hang/dau-moi/<public_id>"
_CONTACTED = N_("Đã ghi: đã liên hệ.")
_POSTPONED = N_("Đã ghi: khách còn xem. Một tuần nữa nhắc lại.")
_REOPENED = N_("Đã mở lại.")
_TAKEN_BACK = N_("Đã rút lại.")


@section.action(f"{LEAD}/da-goi", load=file_of, allow=may_work_on_lead)
def contacted(file: LeadFile) -> ResponseReturnValue:
    """The buyer was called or written to just now."""
    record_event(current_actor(), file.lead, NewEvent(EventKind.CONTACTED))
    return _back_to(file.lead.public_id, _CONTACTED)


@section.action(f"{LEAD}/con-xem", load=file_of, allow=may_work_on_lead)
def postpone(file: LeadFile) -> ResponseReturnValue:
    """The buyer was asked, and is still considering."""
    note_still_considering(current_actor(), file.lead)
    flash(translate(_POSTPONED), "done")
    return redirect(url_for("leads.board"), 303)


@section.action(f"{LEAD}/mo-lai", load=file_of, allow=may_work_on_lead)
def reopen(file: LeadFile) -> ResponseReturnValue:
    """A closed lead goes on where it stood."""
    record_event(current_actor(), file.lead, NewEvent(EventKind.REOPENED))
    return _back_to(file.lead.public_id, _REOPENED)


@section.action(f"{LEAD}/rut-lai/<int:number>", load=numbered_event, allow=may_work_on_lead)
def correct(target: NumberedEvent) -> ResponseReturnValue:
    """Take back what was recorded by mistake."""
    take_back(current_actor(), target.lead, target.event)
    return _back_to(target.lead.public_id, _TAKEN_BACK)


def _back_to(public_id: str, words: str) -> ResponseReturnValue:
    flash(translate(words), "done")
    return redirect(url_for("leads.lead", public_id=public_id), 303)
