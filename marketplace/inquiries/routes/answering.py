"""The supplier's page under a signed link: an answer without signing in."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.errors import Refused
from marketplace.core.text import unit_name
from marketplace.core.texts import N_
from marketplace.inquiries.forms import QuoteForm
from marketplace.inquiries.policies import holds_the_link
from marketplace.inquiries.presenters import AnswerPage, answer_page
from marketplace.inquiries.presenters.sentences import quantity_of
from marketplace.inquiries.queries import Asked, DeadLink, answer_token, inquiry_by_token
from marketplace.inquiries.routes.registry import form_key, section
from marketplace.inquiries.services import contacted_by_link, decline_by_link, quote_by_link
from marketplace.inquiries.vocabulary import Quote
from marketplace.leads.presenters.prices import price_unit_of
from marketplace.web.language import translate
from marketplace.web.pages import page


@section.page("/tra-loi/<token>", load=inquiry_by_token, allow=holds_the_link, private=True)
def answer(asked: Asked | DeadLink) -> ResponseReturnValue:
    """The supplier's page; opening it changes nothing, for scanners follow links."""
    if isinstance(asked, DeadLink):
        return _closed_page(asked)
    return _answer_page(asked, _quote_form(asked), 200)


@section.action("/tra-loi/<token>", load=inquiry_by_token, allow=holds_the_link)
def give_answer(asked: Asked | DeadLink) -> ResponseReturnValue:
    """A quote, "was called", or "can't sell"."""
    if isinstance(asked, DeadLink):
        return _closed_page(asked)
    form, given = _quote_form(asked), request.form.get("answer", "quote")
    try:
        if given == "quote" and form.validate():
            quote_by_link(asked, _quote_of(asked, form))
        elif given == "contacted":
            contacted_by_link(asked)
        elif given == "lost" and form.why.validate(form):
            decline_by_link(asked, form.reason.data or "", form.why.data or "")
        else:
            return _answer_page(asked, form, 422, mode=given)
    except Refused as error:
        form.refuse(error)
        return _answer_page(asked, form, 422, mode=given)
    return redirect(url_for("inquiries.answer", token=_token_of(asked)), 303)


def _token_of(asked: Asked) -> str:
    return answer_token(asked.inquiry.public_id, asked.link_epoch)


def _closed_page(dead: DeadLink) -> ResponseReturnValue:
    """The organisation was handed over: whoever held its mails must sign in, and nothing of the buyer is shown."""
    sign_in_href = url_for("accounts.sign_in", next=url_for("leads.lead", public_id=dead.lead))
    shown = AnswerPage("closed", dead.supplier.name, sign_in_href)
    return page("inquiries/answer.html", status=410, page=shown)


def _quote_form(asked: Asked) -> QuoteForm:
    form = QuoteForm(request.form)
    form.price.label.text = translate(N_("Giá một %(unit)s"), unit=unit_name(price_unit_of(quantity_of(asked))))
    return form


def _quote_of(asked: Asked, form: QuoteForm) -> Quote:
    return Quote(
        price=form.price.data or 0,
        price_unit=price_unit_of(quantity_of(asked)),
        deliverable=form.deliverable.data or None,
        words=form.note.data or "",
    )


def _answer_page(asked: Asked, form: QuoteForm, status: int, mode: str = "quote") -> ResponseReturnValue:
    shown = answer_page(
        asked,
        action=url_for("inquiries.give_answer", token=_token_of(asked)),
        sign_in_href=url_for("accounts.sign_in", next=url_for("leads.lead", public_id=asked.lead.public_id)),
        product_href=url_for("catalogue.product", slug=asked.product_slug),
        mode=mode,
    )
    return page("inquiries/answer.html", status=status, page=shown, form=form, form_key=form_key())
