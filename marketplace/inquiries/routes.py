"""Asking, the buyer's private page, and the supplier's page under a signed link."""

from hashlib import sha256
from typing import Any

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.queries import MovedTo, ShownProduct, shown_product
from marketplace.core.attempts import attempts_within, note_attempt
from marketplace.core.db import transaction
from marketplace.core.errors import Missing, Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.links import private_token
from marketplace.core.permissions import anyone
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.inquiries.forms import InquiryForm, QuoteForm, ReplyForm, choices_of
from marketplace.inquiries.policies import holds_the_link
from marketplace.inquiries.presenters import answer_page, inquiry_page, track_page
from marketplace.inquiries.presenters.sentences import quantity_of
from marketplace.inquiries.queries import Asked, Thread, inquiry_by_token, thread_by_token
from marketplace.inquiries.services import (
    contacted_by_link,
    decline_by_link,
    quote_by_link,
    send_inquiry,
)
from marketplace.inquiries.services import (
    decide as put_decision,
)
from marketplace.inquiries.services import (
    reply as put_reply,
)
from marketplace.inquiries.vocabulary import ANSWER, CONSENT_VERSION, FLOOD_WINDOW, TRACK, NewInquiry, Quote
from marketplace.leads.presenters.prices import price_unit_of
from marketplace.leads.vocabulary import Contact
from marketplace.web.language import current_language, translate
from marketplace.web.pages import page
from marketplace.web.sections import Section
from marketplace.web.signin import current_actor

section = Section("inquiries", __name__)

FLOOD = N_("Từ đây đã gửi nhiều câu hỏi liền nhau. Xin đợi một giờ rồi gửi tiếp; điều bạn viết vẫn còn ở đây.")


@section.page("/san-pham/<slug>/hoi-hang", load=shown_product, allow=anyone, private=True)
def new(product: ShownProduct | MovedTo) -> ResponseReturnValue:
    """The form; ``?noi=`` ticks sellers, else the first one is."""
    if isinstance(product, MovedTo):
        return redirect(url_for("inquiries.new", slug=product.slug), 301)
    _someone_must_sell(product)
    slugs = [seller.slug for seller in product.sellers]
    wanted = [slug for slug in request.args.getlist("noi") if slug in slugs] or slugs[:1]
    return _form_page(product, _form(product, data={"suppliers": wanted}), 200)


def _flooding() -> bool:
    """Counted before the transaction, by a digest of the sender's address."""
    with transaction(write=False):
        return attempts_within(_sender(), FLOOD_WINDOW) >= settings().inquiries_per_hour


@section.action("/san-pham/<slug>/hoi-hang", load=shown_product, allow=anyone, prepare=_flooding)
def send(product: ShownProduct | MovedTo, prepared: bool) -> ResponseReturnValue:
    """Keep the inquiry and show the private page."""
    if isinstance(product, MovedTo):
        return redirect(url_for("inquiries.new", slug=product.slug), 303)
    _someone_must_sell(product)
    form = _form(product, formdata=request.form)
    if not form.validate():
        return _form_page(product, form, 422)
    if prepared:
        form.form_errors = [translate(FLOOD)]
        return _form_page(product, form, 429)
    note_attempt(_sender())
    try:
        thread = send_inquiry(current_actor(), _asked_of(product, form))
    except Refused as error:
        form.refuse(error)
        return _form_page(product, form, 422)
    return redirect(url_for("inquiries.track", token=private_token(TRACK, thread), moi=1), 303)


@section.page("/theo-doi/<token>", load=thread_by_token, allow=holds_the_link, private=True)
def track(thread: Thread) -> ResponseReturnValue:
    """The buyer's private page."""
    return _track_page(thread, ReplyForm(), 200)


@section.action("/theo-doi/<token>/nhan", load=thread_by_token, allow=holds_the_link)
def reply(thread: Thread) -> ResponseReturnValue:
    """The buyer writes again."""
    form = ReplyForm(request.form)
    form.lead.choices = choices_of(_recipients(thread))
    if not form.validate():
        return _track_page(thread, form, 422)
    try:
        put_reply(_chosen(thread), form.words.data or "")
    except Refused as error:
        form.refuse(error)
        return _track_page(thread, form, 422)
    return redirect(url_for("inquiries.track", token=thread.token), 303)


@section.action("/theo-doi/<token>/quyet-dinh", load=thread_by_token, allow=holds_the_link)
def decide(thread: Thread) -> ResponseReturnValue:
    """The buyer says whether he buys."""
    put_decision(_chosen(thread), request.form.get("decision", ""))
    return redirect(url_for("inquiries.track", token=thread.token), 303)


@section.page("/tra-loi/<token>", load=inquiry_by_token, allow=holds_the_link, private=True)
def answer(asked: Asked) -> ResponseReturnValue:
    """The supplier's page; opening it changes nothing, for scanners follow links."""
    return _answer_page(asked, _quote_form(asked), 200)


@section.action("/tra-loi/<token>", load=inquiry_by_token, allow=holds_the_link)
def give_answer(asked: Asked) -> ResponseReturnValue:
    """A quote, "was called", or "can't sell"."""
    form, given = _quote_form(asked), request.form.get("answer", "quote")
    try:
        if given == "quote" and form.validate():
            quote_by_link(asked, _quote_of(asked, form))
        elif given == "contacted":
            contacted_by_link(asked)
        elif given == "lost":
            decline_by_link(asked, form.reason.data or "", form.why.data or "")
        else:
            return _answer_page(asked, form, 422)
    except Refused as error:
        form.refuse(error)
        return _answer_page(asked, form, 422, mode=given)
    return redirect(url_for("inquiries.answer", token=private_token(ANSWER, asked.inquiry.public_id)), 303)


def _someone_must_sell(product: ShownProduct) -> None:
    if not product.sellers:
        raise Missing(N_("Sản phẩm này chưa rõ ai bán, nên chưa hỏi hàng được ở đây."))


def _sender() -> str:
    return "inquiry:" + sha256((request.remote_addr or "").encode()).hexdigest()[:40]


def _form(product: ShownProduct, **given: Any) -> InquiryForm:
    form = InquiryForm(**given)
    form.suppliers.choices = choices_of((seller.slug, seller.name) for seller in product.sellers)
    return form


def _form_page(product: ShownProduct, form: InquiryForm, status: int) -> ResponseReturnValue:
    slug = product.listing.slug
    shown = inquiry_page(
        product,
        form.suppliers.data or [],
        action=url_for("inquiries.send", slug=slug),
        product_href=url_for("catalogue.product", slug=slug),
        privacy_href=url_for("site.privacy"),
    )
    return page("inquiries/new.html", status=status, page=shown, form=form, form_key=_form_key())


def _form_key() -> str:
    """The key that came with a refused form stays, so that sending the mended one twice still counts once."""
    return request.form.get("form_key") or fresh_form_key()


def _asked_of(product: ShownProduct, form: InquiryForm) -> NewInquiry:
    ids = {seller.slug: seller.supplier_id for seller in product.sellers}
    return NewInquiry(
        product_id=product.listing.product_id,
        product_version_id=product.listing.version_id,
        supplier_ids=tuple(ids[slug] for slug in form.suppliers.data or []),
        quantity=form.quantity.data,
        contact=Contact(name=form.name.data or None, phone=form.phone.data, email=form.email.data),
        words=form.words.data or "",
        wanted_by=form.by.data,
        place=form.place.data or None,
        consent_version=CONSENT_VERSION,
        language=current_language(),
    )


def _recipients(thread: Thread) -> list[tuple[str, str]]:
    return [(asked.lead.public_id, asked.supplier.name) for asked in thread.inquiries]


def _chosen(thread: Thread) -> Asked:
    wanted = request.form.get("lead")
    found = next((asked for asked in thread.inquiries if asked.lead.public_id == wanted), None)
    if found is None:
        raise Missing
    return found


def _track_page(thread: Thread, form: ReplyForm, status: int) -> ResponseReturnValue:
    form.lead.choices = choices_of(_recipients(thread))
    slugs = {asked.supplier.slug for asked in thread.inquiries}
    shown = track_page(
        thread,
        address=url_for("inquiries.track", token=thread.token, _external=True),
        is_new="moi" in request.args,
        actions=(url_for("inquiries.reply", token=thread.token), url_for("inquiries.decide", token=thread.token)),
        supplier_hrefs={slug: url_for("catalogue.supplier", slug=slug) for slug in slugs},
        form_key_decide=fresh_form_key(),
        answer_hours=settings().answer_within_hours,
    )
    return page("inquiries/track.html", status=status, page=shown, form=form, form_key=_form_key())


def _quote_form(asked: Asked) -> QuoteForm:
    form = QuoteForm(request.form)
    form.price.label.text = translate(N_("Giá một %(unit)s"), unit=price_unit_of(quantity_of(asked)))
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
        action=url_for("inquiries.give_answer", token=private_token(ANSWER, asked.inquiry.public_id)),
        sign_in_href=url_for("accounts.sign_in", next=url_for("leads.lead", public_id=asked.lead.public_id)),
        product_href=url_for("catalogue.product", slug=asked.product_slug),
        mode=mode,
    )
    return page("inquiries/answer.html", status=status, page=shown, form=form, form_key=_form_key())
