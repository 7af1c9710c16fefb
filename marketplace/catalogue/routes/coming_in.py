"""Organisations that ask to come in: an officer sees application, listings and papers together, and passes them."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.policies import may_decide_application, may_decide_applications
from marketplace.catalogue.presenters.reviewing.applications import (
    ApplicationPage,
    ApplicationsPage,
    application_page,
    application_row,
)
from marketplace.catalogue.queries import listings
from marketplace.catalogue.queries.coming_in import handed_in_by
from marketplace.catalogue.routes.registry import section
from marketplace.catalogue.services.reviewing import publish_products, verify_certificates
from marketplace.catalogue.services.standing import pass_supplier
from marketplace.core.actor import Actor
from marketplace.core.clock import now, today
from marketplace.core.errors import Missing, Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import officer
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.presenters.doubles import DoubleLine, double_lines
from marketplace.suppliers.queries import (
    Application,
    application_of_area,
    application_queue,
    applications_of_area,
    area_names,
    messages_of,
    probable_doubles,
    waiting_applications,
)
from marketplace.suppliers.services import ask_for_changes, refuse_application
from marketplace.suppliers.vocabulary.likeness import Traits
from marketplace.suppliers.vocabulary.reviews import (
    CHANGE_REASONS,
    REFUSAL_REASONS,
    VERIFICATION_WAYS,
    ApplicationState,
)
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

QUEUE = "/can-bo/ho-so"
PASSED = N_("Đã thông qua %(name)s.")
PASSED_MANY = N_("Đã thông qua %(n)s hồ sơ.")
ASKED = N_("Đã hỏi; hồ sơ đợi người gửi trả lời.")
REFUSED = N_("Đã từ chối; người gửi đọc được lý do.")
PASSED_ONE = N_("Đã xong một mục.")
NOTHING_TICKED = N_("Chưa đánh dấu dòng nào.")
SETTLED = N_("Những hồ sơ này vừa có người xem xong.")


def _posted(actor: Actor) -> list[Application] | None:
    """The ticked applications; None where one isn't in the own areas."""
    return applications_of_area(actor, request.form.getlist("ho-so"))


@section.page(QUEUE, allow=officer)
def coming_in_queue() -> ResponseReturnValue:
    """Who asks to come in, what is due first on top."""
    actor, moment = current_actor(), now()
    waiting = waiting_applications(actor)
    shown = ApplicationsPage(
        area_name=area_names(actor),
        rows=tuple(application_row(one, moment, url_for) for one in waiting),
        overdue=application_queue(actor).overdue,
        hours=settings().review_within_hours,
        bulk_action=url_for("catalogue.pass_many") if any(one.may_decide for one in waiting) else None,
    )
    ways = _offered(VERIFICATION_WAYS)
    return page("catalogue/officer_applications.html", page=shown, ways=ways, form_key=fresh_form_key())


@section.action(f"{QUEUE}/thong-qua", load=_posted, allow=may_decide_applications)
def pass_many(applications: list[Application]) -> ResponseReturnValue:
    """Let several in, each with all that it handed in; what another officer settled meanwhile is passed over."""
    waiting = [one for one in applications if not ApplicationState(one.row.state).is_settled]
    if not waiting:
        raise Refused(SETTLED if applications else NOTHING_TICKED)
    for one in waiting:
        _pass(one, request.form.get("way", ""))
    flash(translate(PASSED_MANY, n=len(waiting)), "done")
    return redirect(url_for("catalogue.coming_in_queue"), 303)


@section.page(f"{QUEUE}/<public_id>", load=application_of_area, allow=officer)
def coming_in(application: Application) -> ResponseReturnValue:
    """An application, its listings and papers."""
    return _page(application)


@section.action(f"{QUEUE}/<public_id>/thong-qua", load=application_of_area, allow=may_decide_application)
def pass_coming_in(application: Application) -> ResponseReturnValue:
    """Let it in with what is ticked."""
    try:
        _pass(application, request.form.get("way", ""), request.form.getlist("hang"), request.form.getlist("giay"))
    except Refused as error:
        return _page(application, translate(error.message, **error.params), 422)
    flash(translate(PASSED, name=application.supplier.name), "done")
    return redirect(url_for("catalogue.coming_in_queue"), 303)


@section.action(f"{QUEUE}/<public_id>/mot", load=application_of_area, allow=may_decide_application)
def pass_one(application: Application) -> ResponseReturnValue:
    """Pass one listing, or verify one paper, and leave the rest."""
    found = handed_in_by(application.supplier.id)
    products = [product for product in found.products if product.public_id == request.form.get("mot-hang")]
    papers = [paper for paper in found.papers if paper.public_id == request.form.get("mot-giay")]
    if products:
        publish_products(current_actor(), products)
    elif papers:
        verify_certificates(current_actor(), papers)
    else:
        raise Missing
    flash(translate(PASSED_ONE), "done")
    return redirect(url_for("catalogue.coming_in", public_id=application.row.public_id), 303)


@section.action(f"{QUEUE}/<public_id>/hoi", load=application_of_area, allow=may_decide_application)
def ask_coming_in(application: Application) -> ResponseReturnValue:
    """Ask for something, with a reason."""
    reason, words = request.form.get("reason", ""), request.form.get("words", "")
    try:
        ask_for_changes(current_actor(), application.row, application.supplier, reason, words)
    except Refused as error:
        return _page(application, translate(error.message, **error.params), 422)
    flash(translate(ASKED), "done")
    return redirect(url_for("catalogue.coming_in_queue"), 303)


@section.action(f"{QUEUE}/<public_id>/tu-choi", load=application_of_area, allow=may_decide_application)
def refuse_coming_in(application: Application) -> ResponseReturnValue:
    """Don't let it in, with a reason."""
    reason, words = request.form.get("reason", ""), request.form.get("words", "")
    try:
        refuse_application(current_actor(), application.row, application.supplier, reason, words)
    except Refused as error:
        return _page(application, translate(error.message, **error.params), 422)
    flash(translate(REFUSED), "done")
    return redirect(url_for("catalogue.coming_in_queue"), 303)


def _pass(one: Application, way: str, hang: list[str] | None = None, giay: list[str] | None = None) -> None:
    """``hang`` and ``giay``: public ids of what is passed with it; None = all."""
    found = handed_in_by(one.supplier.id)
    products = [product for product in found.products if hang is None or product.public_id in hang]
    papers = [paper for paper in found.papers if giay is None or paper.public_id in giay]
    pass_supplier(current_actor(), one.row, one.supplier, way, products, papers)


def _page(one: Application, refusal: str | None = None, status: int = 200) -> ResponseReturnValue:
    return page(
        "catalogue/officer_application.html",
        status=status,
        page=_shown(one),
        refusal=refusal,
        typed=request.form,
        ways=_offered(VERIFICATION_WAYS),
        change_reasons=_offered(CHANGE_REASONS),
        refusal_reasons=_offered(REFUSAL_REASONS),
        form_key=fresh_form_key(),
    )


def _shown(one: Application) -> ApplicationPage:
    found = handed_in_by(one.supplier.id)
    return application_page(
        one,
        found,
        listings([product.id for product in found.products], today()),
        _doubles(one.supplier),
        messages_of("application", one.row.id),
        now(),
        url_for,
    )


def _doubles(supplier: Supplier) -> list[DoubleLine]:
    said = Traits(
        name=supplier.name,
        place_id=supplier.place_id,
        legacy_place_id=supplier.legacy_place_id,
        province_id=supplier.province_id,
        phone=supplier.phone,
        tax_code=supplier.tax_code,
    )
    found = probable_doubles(said, apart_from=supplier.id)
    return double_lines(found, lambda each: url_for("suppliers.officer_supplier", slug=each.supplier.slug))


def _offered(reasons: dict[str, str]) -> list[tuple[str, str]]:
    return [(code, translate(words)) for code, words in reasons.items()]
