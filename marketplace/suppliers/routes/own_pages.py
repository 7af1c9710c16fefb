"""The own organisation's page: what it says of itself, how it is reached, what officers are asked to mend."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.texts import N_
from marketplace.suppliers.forms import AboutForm, OwnContactForm, RequestForm
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.policies import may_keep_page, may_manage_members
from marketplace.suppliers.presenters import message_lines
from marketplace.suppliers.queries import mailboxes_of, messages_of_supplier, own_supplier
from marketplace.suppliers.routes.registry import section
from marketplace.suppliers.services import ask_for_correction, put_own_contact, put_words
from marketplace.suppliers.vocabulary import kind_label
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

SAVED = N_("Đã lưu.")
ASKED = N_("Đã gửi cán bộ địa bàn.")
OWN = "/ban-hang/chu-the/<slug>"


@section.page(OWN, load=own_supplier, allow=may_keep_page)
def own_page(supplier: Supplier) -> ResponseReturnValue:
    """What its own people may change about it."""
    return _page(supplier)


@section.action(OWN, load=own_supplier, allow=may_keep_page)
def put_own_words(supplier: Supplier) -> ResponseReturnValue:
    """Keep what it says of itself."""
    form = AboutForm(request.form)
    if not form.validate():
        return _page(supplier, about_form=form, status=422)
    put_words(current_actor(), supplier, form.about.data or "", form.about_en.data or "")
    return _back(supplier, SAVED)


@section.action(f"{OWN}/lien-he", load=own_supplier, allow=may_manage_members, endpoint="put_own_contact")
def keep_own_contact(supplier: Supplier) -> ResponseReturnValue:
    """Keep mailboxes, phone and Zalo; managers only."""
    form = OwnContactForm(request.form)
    if not form.validate():
        return _page(supplier, contact_form=form, status=422)
    has_zalo = bool(form.has_zalo.data)
    put_own_contact(current_actor(), supplier, form.addresses, form.phone.data, has_zalo=has_zalo)
    return _back(supplier, SAVED)


@section.action(f"{OWN}/xin-sua", load=own_supplier, allow=may_keep_page)
def ask_correction(supplier: Supplier) -> ResponseReturnValue:
    """Ask the officers to put name, kind or place right."""
    form = RequestForm(request.form)
    if not form.validate():
        return _page(supplier, request_form=form, status=422)
    try:
        ask_for_correction(current_actor(), supplier, form.words.data or "")
    except Refused as error:
        form.refuse(error)
        return _page(supplier, request_form=form, status=422)
    return _back(supplier, ASKED)


def _back(supplier: Supplier, words: str) -> ResponseReturnValue:
    flash(translate(words), "done")
    return redirect(url_for("suppliers.own_page", slug=supplier.slug), 303)


def _page(
    supplier: Supplier,
    *,
    about_form: AboutForm | None = None,
    contact_form: OwnContactForm | None = None,
    request_form: RequestForm | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    emails = "\n".join(mailboxes_of(supplier.id))
    kept = {"emails": emails, "phone": supplier.phone, "has_zalo": supplier.has_zalo}
    return page(
        "suppliers/own_page.html",
        status=status,
        supplier=supplier,
        kind=kind_label(supplier.kind),
        manages=current_actor().manages(supplier.id),
        about_form=about_form or AboutForm(data={"about": supplier.about, "about_en": supplier.about_en}),
        contact_form=contact_form or OwnContactForm(data=kept),
        request_form=request_form or RequestForm(),
        rows=message_lines(messages_of_supplier(supplier.id), supplier.name),
        form_key=request.form.get("form_key") or fresh_form_key(),
    )
