"""An organisation comes in by itself: the form, and the page on which one reads how it stands."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.queries import accounts_by_id
from marketplace.core.clock import now
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import signed_in
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.places.queries import place
from marketplace.suppliers.forms.applications import ApplicationForm, WriteForm
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.presenters.applications import StandingPage, own_application_view, paused_view
from marketplace.suppliers.presenters.doubles import DoubleLine, double_lines
from marketplace.suppliers.queries import (
    Application,
    last_decision,
    messages_of,
    messages_of_supplier,
    own_application,
    own_applications,
    own_supplier,
    own_suppliers,
    probable_doubles,
    standing_before,
)
from marketplace.suppliers.routes.registry import section
from marketplace.suppliers.services import answer_officer, ask_for_correction
from marketplace.suppliers.services import apply as put_application
from marketplace.suppliers.services import withdraw_application as take_back
from marketplace.suppliers.vocabulary.likeness import Traits
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.senders import sender_network
from marketplace.web.signin import current_actor

SENT = N_("Đã gửi hồ sơ. Trong lúc chờ, bạn viết sản phẩm được ngay.")
SAID = N_("Đã gửi lời nhắn cho cán bộ.")
WITHDRAWN = N_("Đã rút hồ sơ.")


@section.page("/ban-hang/dang-ky", allow=signed_in)
def application() -> ResponseReturnValue:
    """The form on which an organisation comes in; how its person is reached stands there already."""
    (account,) = accounts_by_id([current_actor().account_id or 0]).values()
    return _form_page(ApplicationForm(data={"email": account.email, "phone": account.phone}))


@section.action("/ban-hang/dang-ky", allow=signed_in)
def apply() -> ResponseReturnValue:
    """Keep the application; where others are probably the same, ask once."""
    form = ApplicationForm(request.form)
    if form.place.is_searching or not form.validate():
        return _form_page(form, 422)
    doubles = [] if form.is_another.data else _doubles(form)
    if doubles:
        return _form_page(form, 422, doubles)
    try:
        put_application(current_actor(), form.application, sender_network())
    except Refused as error:
        form.refuse(error)
        return _form_page(form, 422)
    flash(translate(SENT), "done")
    return redirect(url_for("suppliers.standing"), 303)


def _doubles(form: ApplicationForm) -> list[DoubleLine]:
    said = form.application
    asked = Traits(
        name=said.name,
        place_id=said.place.place_id,
        legacy_place_id=said.place.legacy_place_id,
        province_id=place(str(said.place.place_id)).province_id,
        phone=said.phone,
        tax_code=None,  # whose number it is must not be found out here
    )
    return double_lines(
        probable_doubles(asked),
        lambda each: url_for("catalogue.supplier", slug=each.supplier.slug) if each.is_public else None,
    )


@section.page("/ban-hang/ho-so", allow=signed_in)
def standing() -> ResponseReturnValue:
    """How the own applications and suppliers stand."""
    return _standing_page(WriteForm())


@section.action("/ban-hang/ho-so/<public_id>/nhan", load=own_application, allow=signed_in)
def answer_about_application(application: Application) -> ResponseReturnValue:
    """The applicant writes to the officers."""
    form = WriteForm(request.form)
    if not form.validate():
        return _standing_page(form, 422)
    answer_officer(current_actor(), application.row, form.words.data or "")
    flash(translate(SAID), "done")
    return redirect(url_for("suppliers.standing"), 303)


@section.action("/ban-hang/ho-so/<public_id>/rut", load=own_application, allow=signed_in)
def withdraw(application: Application) -> ResponseReturnValue:
    """The applicant takes it back."""
    take_back(current_actor(), application.row, application.supplier)
    flash(translate(WITHDRAWN), "done")
    return redirect(url_for("suppliers.standing"), 303)


@section.action("/ban-hang/ho-so/noi/<slug>/nhan", load=own_supplier, allow=signed_in)
def answer_about_supplier(supplier: Supplier) -> ResponseReturnValue:
    """Somebody of a hidden supplier writes to the officers, in whose queue it stands."""
    form = WriteForm(request.form)
    if not form.validate():
        return _standing_page(form, 422)
    try:
        ask_for_correction(current_actor(), supplier, form.words.data or "")
    except Refused as error:
        form.refuse(error)
        return _standing_page(form, 422)
    flash(translate(SAID), "done")
    return redirect(url_for("suppliers.standing"), 303)


def _standing_page(form: WriteForm, status: int = 200) -> ResponseReturnValue:
    actor, moment = current_actor(), now()
    own = own_applications(actor)
    views = [
        own_application_view(
            one,
            messages_of("application", one.row.id),
            standing_before(one.row, one.supplier.province_id),
            moment,
            url_for,
        )
        for one in own
    ]
    hidden = [supplier for supplier in own_suppliers(actor) if supplier.state == "suspended"]
    decided = [(supplier, last_decision(supplier.id, "suspended")) for supplier in hidden]
    paused = [paused_view(s, d, messages_of_supplier(s.id), url_for) for s, d in decided if d]
    shown = StandingPage(views, paused, url_for("suppliers.application"), url_for("catalogue.begin_sheet"))
    return page("suppliers/standing.html", status=status, page=shown, form=form, form_key=fresh_form_key())


def _form_page(
    form: ApplicationForm, status: int = 200, doubles: list[DoubleLine] | None = None
) -> ResponseReturnValue:
    return page(
        "suppliers/apply.html",
        status=status,
        form=form,
        doubles=doubles or [],
        action=url_for("suppliers.apply"),
        suggestions=url_for("suppliers.suggest_suppliers"),
        hours=settings().review_within_hours,
        form_key=request.form.get("form_key") or fresh_form_key(),
    )
