"""Steps that are written down in a form: a quote, and all the others."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.actor import Actor
from marketplace.core.clock import noon
from marketplace.core.errors import Refused
from marketplace.core.text import format_date, unit_name
from marketplace.core.texts import N_
from marketplace.leads.forms import STEP_FORMS, QuoteForm
from marketplace.leads.policies import may_work_on_lead
from marketplace.leads.presenters import price_unit_of, quote_page, record_page
from marketplace.leads.queries import LeadFile, Step, file_of, step_of
from marketplace.leads.routes.registry import form_key, section
from marketplace.leads.services import record_event
from marketplace.leads.vocabulary import EventKind, NewEvent
from marketplace.web.forms import Form
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

QUOTE, STEP = "/ban-hang/dau-moi/<public_id>/bao-gia", "/ban-hang/dau-moi/<public_id>/ghi/<stage>"
_QUOTED = N_("Đã gửi báo giá.")
_RECORDED = N_("Đã ghi: %(stage)s.")


@section.page(QUOTE, load=file_of, allow=may_work_on_lead)
def quote(file: LeadFile) -> ResponseReturnValue:
    """The form of a quote."""
    return _quote_page(file, _quote_form(file), 200)


@section.action(QUOTE, load=file_of, allow=may_work_on_lead)
def give_quote(file: LeadFile) -> ResponseReturnValue:
    """Record a quote; the buyer reads it on the private page."""
    form = _quote_form(file)
    if not form.validate():
        return _quote_page(file, form, 422)
    new = NewEvent(
        EventKind.QUOTED,
        price=form.price.data,
        price_unit=price_unit_of(file.quantity),
        deliverable=form.deliverable.data or None,
        words=form.note.data or None,
    )
    try:
        record_event(current_actor(), file.lead, new)
    except Refused as error:
        form.refuse(error)
        return _quote_page(file, form, 422)
    flash(translate(_QUOTED), "done")
    return redirect(url_for("leads.board"), 303)


def _load_step(actor: Actor, public_id: str, stage: str) -> Step | None:
    return step_of(actor, public_id, stage) if stage in {kind.value for kind in STEP_FORMS} else None


@section.page(STEP, load=_load_step, allow=may_work_on_lead)
def record(step: Step) -> ResponseReturnValue:
    """The form of a step."""
    return _record_page(step, STEP_FORMS[step.kind](), 200)


@section.action(STEP, load=_load_step, allow=may_work_on_lead)
def put_record(step: Step) -> ResponseReturnValue:
    """Record a step."""
    form = STEP_FORMS[step.kind](request.form)
    if not form.validate():
        return _record_page(step, form, 422)
    try:
        record_event(current_actor(), step.file.lead, _told(step.kind, form))
    except Refused as error:
        form.refuse(error)
        return _record_page(step, form, 422)
    flash(translate(_RECORDED, stage=step.label), "done")
    return redirect(url_for("leads.lead", public_id=step.file.lead.public_id), 303)


def _told(kind: EventKind, form: Form) -> NewEvent:
    """What the form says; a step's form has only the fields that the step needs."""
    given = form.data
    day = given.get("on")
    return NewEvent(
        kind,
        occurred_at=noon(day) if day else None,
        day_only=day is not None,
        value=given.get("value"),
        quantity=given.get("quantity"),
        reason=given.get("reason"),
        words=given.get("note") or None,
    )


def _quote_form(file: LeadFile) -> QuoteForm:
    form = QuoteForm(request.form) if request.method == "POST" else QuoteForm()
    form.price.label.text = translate(N_("Giá một %(unit)s"), unit=unit_name(price_unit_of(file.quantity)))
    if by := file.question.wanted_by:
        form.deliverable.label.text = translate(N_("Giao được trước %(day)s?"), day=format_date(by))
    return form


def _quote_page(file: LeadFile, form: QuoteForm, status: int) -> ResponseReturnValue:
    return page("leads/quote.html", status=status, page=quote_page(file, url_for), form=form, form_key=form_key())


def _record_page(step: Step, form: Form, status: int) -> ResponseReturnValue:
    shown = record_page(step.file, step.kind, url_for)
    return page("leads/record.html", status=status, page=shown, form=form, form_key=form_key())
