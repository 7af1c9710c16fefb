"""The officers' call list: who must be rung, what came of it, and what the supplier said."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.errors import Refused
from marketplace.core.permissions import officer
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.inquiries.forms import QuoteForm
from marketplace.inquiries.mails import answer_address
from marketplace.inquiries.policies import may_note_call, may_see_call
from marketplace.inquiries.presenters.calls import CallsPage, Surroundings, call_page, call_row, just_noted
from marketplace.inquiries.presenters.sentences import quantity_of
from marketplace.inquiries.queries import Call, SettledCall, call_list, call_of, call_or_settled, calls_of
from marketplace.inquiries.routes.registry import form_key, section
from marketplace.inquiries.services import contacted_for_supplier, decline_for_supplier, quote_for_supplier
from marketplace.inquiries.vocabulary import Quote
from marketplace.leads.presenters.prices import price_unit_of
from marketplace.leads.services import note_call, take_back_last_word
from marketplace.suppliers.queries import area_names
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.paging import page_number, pager_of
from marketplace.web.signin import current_actor

LIST = "/can-bo/danh-sach-goi"
PER_PAGE, RESTING_SHOWN = 20, 20
_TAKEN_BACK = N_("Đã rút lại.")
_SETTLED = N_("Câu hỏi này vừa có người trả lời, không cần gọi nữa.")
_WORD_KEPT = N_("Đã ghi giúp %(name)s. Người mua thấy ngay ở trang riêng.")


@section.page(LIST, allow=officer)
def calls() -> ResponseReturnValue:
    """Whom to ring now, longest waiting first; ``vua`` names what was noted a moment ago."""
    actor = current_actor()
    listed = call_list(actor, now())
    number = min(page_number(request.args.get("trang")), max(1, -(-len(listed.due) // PER_PAGE)))
    due = calls_of(actor, listed.due[(number - 1) * PER_PAGE : number * PER_PAGE])
    resting = calls_of(actor, listed.resting[:RESTING_SHOWN])
    around, noted = _around([*due, *resting]), call_of(actor, request.args.get("vua", ""))
    shown = CallsPage(
        area_name=area_names(actor),
        total=len(listed.due),
        due=[call_row(call, around) for call in due],
        resting=[call_row(call, around) for call in resting],
        just_noted=just_noted(noted, actor.account_id, url_for) if noted else None,
        pager=pager_of(number, PER_PAGE, len(listed.due)),
    )
    return page("inquiries/calls.html", page=shown)


@section.page(f"{LIST}/<public_id>", load=call_or_settled, allow=may_see_call, records=True)
def call(call: Call | SettledCall) -> ResponseReturnValue:
    """One row with the buyer's phone and words. That they were looked at goes to the audit log, each time."""
    if isinstance(call, SettledCall):
        return _settled()
    record(current_actor(), "view_call", "lead", call.asked.lead.public_id)
    return _call_page(call, _quote_form(call), 200)


@section.action(f"{LIST}/<public_id>/ket-qua", load=call_or_settled, allow=may_note_call)
def note(call: Call | SettledCall) -> ResponseReturnValue:
    """What came of a call."""
    if isinstance(call, SettledCall):
        return _settled()
    try:
        note_call(current_actor(), call.asked.lead, request.form.get("outcome", ""))
    except Refused as error:
        flash(translate(error.message, **error.params), "done")
        return redirect(url_for("inquiries.calls"), 303)
    return redirect(url_for("inquiries.calls", vua=call.asked.lead.public_id), 303)


@section.action(f"{LIST}/<public_id>/loi", load=call_or_settled, allow=may_note_call)
def put_word(call: Call | SettledCall) -> ResponseReturnValue:
    """What the supplier said: a price, "was called", "can't sell"; an officer's word for the supplier."""
    if isinstance(call, SettledCall):
        return _settled()
    form, given, actor = _quote_form(call), request.form.get("answer", "quote"), current_actor()
    try:
        if given == "quote" and form.validate():
            quote_for_supplier(actor, call.asked, _quote_of(call, form))
        elif given == "contacted":
            contacted_for_supplier(actor, call.asked)
        elif given == "lost" and form.why.validate(form):
            decline_for_supplier(actor, call.asked, form.reason.data or "", form.why.data or "")
        else:
            return _call_page(call, form, 422, mode=given)
    except Refused as error:
        form.refuse(error)
        return _call_page(call, form, 422, mode=given)
    flash(translate(_WORD_KEPT, name=call.asked.supplier.name), "done")
    return redirect(url_for("inquiries.calls", vua=call.asked.lead.public_id), 303)


@section.action(f"{LIST}/<public_id>/rut-lai", load=call_of, allow=may_note_call)
def take_back_word(call: Call) -> ResponseReturnValue:
    """A wrong tap: what this officer noted last of the question doesn't count."""
    take_back_last_word(current_actor(), call.asked.lead)
    flash(translate(_TAKEN_BACK), "done")
    return redirect(url_for("inquiries.calls"), 303)


def _settled() -> ResponseReturnValue:
    """Two rang at once, or the supplier was faster: said on the list, where the row stands no more."""
    flash(translate(_SETTLED), "done")
    return redirect(url_for("inquiries.calls"), 303)


def _around(calls: list[Call]) -> Surroundings:
    return Surroundings(
        now=now(),
        answer_within_hours=settings().answer_within_hours,
        site_name=settings().site_name,
        answers={call.asked.lead.id: answer_address(call.asked) for call in calls},
        url=url_for,
    )


def _quote_form(call: Call) -> QuoteForm:
    form = QuoteForm(request.form)
    form.price.label.text = translate(N_("Giá một %(unit)s"), unit=price_unit_of(quantity_of(call.asked)))
    return form


def _quote_of(call: Call, form: QuoteForm) -> Quote:
    return Quote(
        price=form.price.data or 0,
        price_unit=price_unit_of(quantity_of(call.asked)),
        deliverable=form.deliverable.data or None,
        words=form.note.data or "",
    )


def _call_page(call: Call, form: QuoteForm, status: int, mode: str = "") -> ResponseReturnValue:
    shown = call_page(call, _around([call]), account_id=current_actor().account_id, mode=mode)
    return page("inquiries/call.html", status=status, page=shown, form=form, form_key=form_key())
