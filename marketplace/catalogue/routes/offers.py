"""What a supplier sells of others' goods: offering it, changing and closing the offer."""

from collections.abc import Sequence
from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.forms.offers import OfferForm
from marketplace.catalogue.policies import may_sell_too, may_write_products
from marketplace.catalogue.queries import ShownProduct, shown_product
from marketplace.catalogue.queries.own_offers import OwnOffer, own_offer, packs_of, product_by_id
from marketplace.catalogue.routes.registry import section
from marketplace.catalogue.services import put_offer, put_pack
from marketplace.catalogue.services.offers import change_offer, close_offer, reopen_offer
from marketplace.catalogue.vocabulary.product_forms import AskedPrice, Least
from marketplace.core.actor import Actor
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.text import format_grams
from marketplace.core.texts import N_
from marketplace.suppliers.queries import own_suppliers, supplier_labels
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

NEW, ONE = "/ban-hang/chao-ban/<slug>", "/ban-hang/chao/<offer_id>"
KEPT = N_("Đã lưu. Khách thấy bạn trong mục Ai bán của sản phẩm.")
CLOSED, AGAIN = N_("Đã thôi bán. Muốn bán lại thì xem trong mục Bán cùng."), N_("Đã bán lại.")
HINT, HINT_PACKS = N_("Ví dụ: gói 500 g, 1 kg"), N_("Đang bán: %(packs)s")


def _product(actor: Actor, slug: str) -> ShownProduct | None:
    """What somebody else makes, for those who speak for a supplier."""
    shown = shown_product(actor, slug)
    return shown if isinstance(shown, ShownProduct) and may_sell_too(actor, shown) else None


@section.page(NEW, load=_product, allow=may_sell_too)
def offer_form(shown: ShownProduct) -> ResponseReturnValue:
    """The empty form."""
    return _page(_form(shown.listing.product_id, shown.listing.producer_id), shown.listing.name, request.path)


@section.action(NEW, load=_product, allow=may_sell_too)
def offer_too(shown: ShownProduct) -> ResponseReturnValue:
    """Sell what somebody else makes."""
    listing = shown.listing
    form = _form(listing.product_id, listing.producer_id, request.form)
    if not form.validate():
        return _page(form, listing.name, request.path, status=422)
    assert form.pack.data is not None  # the form holds
    pack = put_pack(current_actor(), product_by_id(listing.product_id), form.pack.data)
    put_offer(current_actor(), form.written(_seller(form, listing.producer_id), pack.id))
    return _done(KEPT)


@section.page(ONE, load=own_offer, allow=may_write_products)
def edit_offer(own: OwnOffer) -> ResponseReturnValue:
    """The form as the offer stands."""
    form = _form(own.product.id, None, only=own.offer.supplier_id)
    offer = own.offer
    form.pack.data, form.price.data = None, AskedPrice(offer.price, offer.price_to)
    form.pack.raw_data = [own.pack.label]
    form.sold_to.data, form.valid_until.data = offer.sold_to, offer.valid_until
    if offer.least_grams or offer.least_packs:
        form.least.data = Least(offer.least_grams, offer.least_packs)
        packs = translate(N_("%(count)s gói"), count=offer.least_packs)
        form.least.raw_data = [format_grams(offer.least_grams) if offer.least_grams else packs]
    return _page(form, own.product_name, request.path)


@section.action(ONE, load=own_offer, allow=may_write_products)
def change_own_offer(own: OwnOffer) -> ResponseReturnValue:
    """Other terms."""
    form = _form(own.product.id, None, request.form, only=own.offer.supplier_id)
    if not form.validate():
        return _page(form, own.product_name, request.path, status=422)
    assert form.pack.data is not None  # the form holds
    pack = put_pack(current_actor(), own.product, form.pack.data)
    change_offer(current_actor(), own.product, own.offer, form.written(own.offer.supplier_id, pack.id))
    return _done(KEPT)


@section.action(f"{ONE}/thoi", load=own_offer, allow=may_write_products)
def close_own_offer(own: OwnOffer) -> ResponseReturnValue:
    """Sell it no more."""
    close_offer(current_actor(), own.product, own.offer)
    return _done(CLOSED)


@section.action(f"{ONE}/ban-lai", load=own_offer, allow=may_write_products)
def reopen_own_offer(own: OwnOffer) -> ResponseReturnValue:
    """Sell it again."""
    reopen_offer(current_actor(), own.product, own.offer)
    return _done(AGAIN)


def _form(product_id: int, maker_id: int | None, posted: Any = None, only: int | None = None) -> OfferForm:
    form = OfferForm(posted)
    labels = supplier_labels([only] if only is not None else _sellers(maker_id))
    packs = ", ".join(pack.label for pack in packs_of(product_id)[:4])
    hint = translate(HINT_PACKS, packs=packs) if packs else translate(HINT)
    form.offer([(label.public_id, label.name) for label in labels.values()], hint=hint)
    return form


def _sellers(maker_id: int | None) -> Sequence[int]:
    return [supplier.id for supplier in own_suppliers(current_actor()) if supplier.id != maker_id]


def _seller(form: OfferForm, maker_id: int | None) -> int:
    labels = supplier_labels(_sellers(maker_id))
    chosen = form.supplier.data if "supplier" in form else None
    return next(key for key, label in labels.items() if chosen in (None, label.public_id))


def _page(form: OfferForm, name: str, action: str, *, status: int = 200) -> ResponseReturnValue:
    return page(
        "catalogue/offer_form.html", status=status, form=form, name=name, action=action, form_key=fresh_form_key()
    )


def _done(words: str) -> ResponseReturnValue:
    flash(translate(words), "done")
    return redirect(url_for("catalogue.own", _anchor="ban-cung"), 303)
