"""The form on which a buyer asks one or several sellers of a product."""

from typing import Any

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.queries import MovedTo, ShownProduct, shown_product
from marketplace.core.attempts import attempts_within, bucket_of, note_attempt
from marketplace.core.db import transaction
from marketplace.core.errors import Missing, Refused
from marketplace.core.links import private_token
from marketplace.core.permissions import anyone
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.inquiries.forms import InquiryForm, choices_of
from marketplace.inquiries.presenters import inquiry_page
from marketplace.inquiries.presenters.reaching import reached_words
from marketplace.inquiries.queries import silence_of_suppliers
from marketplace.inquiries.routes.registry import form_key, section
from marketplace.inquiries.services import send_inquiry
from marketplace.inquiries.vocabulary import CONSENT_VERSION, FLOOD_WINDOW, TRACK, NewInquiry
from marketplace.leads.vocabulary import Contact
from marketplace.places.queries import display_names
from marketplace.suppliers.queries import supplier_labels
from marketplace.web.language import current_language, translate
from marketplace.web.pages import page
from marketplace.web.senders import sender_network
from marketplace.web.signin import current_actor

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
    """Keep the inquiry and show the private page; of a product that moved while the form was filled in, too."""
    product = _where_it_is(product)
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


def _where_it_is(product: ShownProduct | MovedTo) -> ShownProduct:
    """A form that was sent to an old address loses nothing that was typed."""
    found = shown_product(current_actor(), product.slug) if isinstance(product, MovedTo) else product
    if not isinstance(found, ShownProduct):
        raise Missing
    return found


def _someone_must_sell(product: ShownProduct) -> None:
    if not product.sellers:
        raise Missing(N_("Sản phẩm này chưa rõ ai bán, nên chưa hỏi hàng được ở đây."))


def _sender() -> str:
    return bucket_of("inquiry", sender_network())


def _form(product: ShownProduct, **given: Any) -> InquiryForm:
    form, reached = InquiryForm(**given), _reached(product)
    form.suppliers.choices = choices_of(
        (seller.slug, f"{seller.name} · {reached[seller.slug]}") for seller in product.sellers
    )
    return form


def _reached(product: ShownProduct) -> dict[str, str]:
    """How each seller is asked, by slug."""
    ids = [seller.supplier_id for seller in product.sellers]
    labels, silences = supplier_labels(ids), silence_of_suppliers(ids)
    names = display_names(label.place_id for label in labels.values() if label.place_id)
    return {label.slug: reached_words(label, silences[key], names) for key, label in labels.items()}


def _form_page(product: ShownProduct, form: InquiryForm, status: int) -> ResponseReturnValue:
    slug = product.listing.slug
    shown = inquiry_page(
        product,
        form.suppliers.data or [],
        _reached(product),
        action=url_for("inquiries.send", slug=slug),
        product_href=url_for("catalogue.product", slug=slug),
        privacy_href=url_for("site.privacy"),
    )
    return page("inquiries/new.html", status=status, page=shown, form=form, form_key=form_key())


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
