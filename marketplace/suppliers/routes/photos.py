"""The picture of the own cooperative: sent from a phone, described, taken down."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.form_keys import fresh_form_key
from marketplace.core.texts import N_
from marketplace.media.queries import shown_photo
from marketplace.media.services import Sent, take_sent, too_large_words
from marketplace.media.vocabulary import BODY_LIMIT
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.policies import may_change_photo, may_see_members
from marketplace.suppliers.presenters.photos import own_photo_page
from marketplace.suppliers.queries.members import own_supplier, own_suppliers
from marketplace.suppliers.routes.registry import section
from marketplace.suppliers.services.photos import drop_photo, put_photo, put_photo_words
from marketplace.web.errors import translated
from marketplace.web.forms import sent_file
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

TAKEN = N_("Đã nhận ảnh. Trong một phút nữa ảnh hiện ở trang của bạn.")
DESCRIBED = N_("Đã ghi lời dưới ảnh.")
DROPPED = N_("Đã gỡ ảnh.")


def _taken() -> Sent:
    return take_sent(sent_file("photo")) if may_change_photo(current_actor()) else Sent()


def _too_large() -> ResponseReturnValue:
    """Nothing of what was sent was read; the page says so in its own frame."""
    supplier = own_supplier(current_actor(), (request.view_args or {})["slug"])
    return _page(supplier or own_suppliers(current_actor())[0], too_large_words(), 413)


@section.page("/ban-hang/anh", allow=may_see_members)
def own_photo() -> ResponseReturnValue:
    """The picture of an own supplier; ``noi`` says of which of several."""
    own = own_suppliers(current_actor())
    return _page(next((one for one in own if one.slug == request.args.get("noi")), own[0]))


@section.action(
    "/ban-hang/anh/<slug>",
    load=own_supplier,
    allow=may_change_photo,
    prepare=_taken,
    body_limit=BODY_LIMIT,
    too_large=_too_large,
)
def send_photo(supplier: Supplier, prepared: Sent) -> ResponseReturnValue:
    """Take a picture in, in place of the one before."""
    if prepared.taken is None:
        return _page(supplier, translated(prepared.refusal) if prepared.refusal else None, 422)
    put_photo(current_actor(), supplier, prepared.taken)
    return _back(supplier, TAKEN)


@section.action("/ban-hang/anh/<slug>/loi", load=own_supplier, allow=may_change_photo)
def send_photo_words(supplier: Supplier) -> ResponseReturnValue:
    """Say what the picture shows."""
    put_photo_words(current_actor(), supplier, request.form.get("words", ""))
    return _back(supplier, DESCRIBED)


@section.action("/ban-hang/anh/<slug>/bo", load=own_supplier, allow=may_change_photo)
def take_photo_down(supplier: Supplier) -> ResponseReturnValue:
    """Take the picture down."""
    drop_photo(current_actor(), supplier)
    return _back(supplier, DROPPED)


def _page(supplier: Supplier, error: str | None = None, status: int = 200) -> ResponseReturnValue:
    own, photo = own_suppliers(current_actor()), shown_photo(supplier.photo_id)
    shown = own_photo_page(supplier, photo, own, fresh_form_key(), url_for, error)
    return page("suppliers/own_photo.html", page=shown, form_key=fresh_form_key(), status=status)


def _back(supplier: Supplier, words: str) -> ResponseReturnValue:
    flash(translate(words), "done")
    return redirect(url_for("suppliers.own_photo", noi=supplier.slug), 303)
