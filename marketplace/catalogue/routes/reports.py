"""Anybody reports a listing; officers of the area settle it."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.forms.reports import ReportForm
from marketplace.catalogue.policies import may_settle_report
from marketplace.catalogue.presenters.reviewing.reports import report_row
from marketplace.catalogue.queries.reports import (
    Reported,
    ReportFile,
    open_reports,
    report_of_area,
    reported_product,
    reported_supplier,
    settled_reports,
)
from marketplace.catalogue.routes.registry import section
from marketplace.catalogue.services.reports import TOO_MANY, is_report_allowed, report_listing, settle_report
from marketplace.catalogue.vocabulary.reports import REPORT_OUTCOMES
from marketplace.core.db import apart
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import anyone, officer
from marketplace.core.texts import N_
from marketplace.suppliers.queries import area_names, messages_of_many
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.senders import sender_network
from marketplace.web.signin import current_actor

QUEUE = "/can-bo/bao-sai"
SETTLED = N_("Đã ghi: %(outcome)s.")


def _allowed() -> bool:
    """Counted before the transaction, so that what was refused counts too."""
    with apart():
        return is_report_allowed(sender_network(), request.path)


@section.page("/chu-the/<slug>/bao-sai", load=reported_supplier, allow=anyone, private=True)
def report_supplier(about: Reported) -> ResponseReturnValue:
    """The form about a supplier."""
    return _form_page(about, ReportForm())


@section.action("/chu-the/<slug>/bao-sai", load=reported_supplier, allow=anyone, prepare=_allowed)
def send_supplier_report(about: Reported, prepared: bool) -> ResponseReturnValue:
    """Keep it."""
    return _send(about, prepared)


@section.page("/san-pham/<slug>/bao-sai", load=reported_product, allow=anyone, private=True)
def report_product(about: Reported) -> ResponseReturnValue:
    """The form about a product."""
    return _form_page(about, ReportForm())


@section.action("/san-pham/<slug>/bao-sai", load=reported_product, allow=anyone, prepare=_allowed)
def send_product_report(about: Reported, prepared: bool) -> ResponseReturnValue:
    """Keep it."""
    return _send(about, prepared)


@section.page(QUEUE, allow=officer)
def reports() -> ResponseReturnValue:
    """What people reported in the own areas, oldest first, and what came of it lately."""
    actor = current_actor()
    waiting, done = open_reports(actor), settled_reports(actor)
    messages = messages_of_many("report", [file.row.id for file in (*waiting, *done)])
    return page(
        "catalogue/officer_reports.html",
        area_name=area_names(actor),
        waiting=[report_row(file, messages, url_for) for file in waiting],
        done=[report_row(file, messages, url_for) for file in done],
        outcomes=[(code, translate(words)) for code, words in REPORT_OUTCOMES.items()],
        form_key=fresh_form_key(),
    )


@section.action(f"{QUEUE}/<public_id>", load=report_of_area, allow=may_settle_report)
def settle(file: ReportFile) -> ResponseReturnValue:
    """Say what came of it."""
    outcome = request.form.get("outcome", "")
    settle_report(current_actor(), file.row, outcome, request.form.get("words", ""))
    flash(translate(SETTLED, outcome=translate(REPORT_OUTCOMES[outcome])), "done")
    return redirect(url_for("catalogue.reports"), 303)


def _send(about: Reported, allowed: bool) -> ResponseReturnValue:
    form = ReportForm(request.form)
    if not form.validate():
        return _form_page(about, form, 422)
    if not allowed:
        form.form_errors = [translate(TOO_MANY)]
        return _form_page(about, form, 429)
    try:
        report_listing(current_actor(), about, form.report)
    except Refused as error:
        form.refuse(error)
        return _form_page(about, form, 422)
    return redirect(url_for(f"catalogue.report_{about.subject}", slug=about.slug, xong=1), 303)


def _form_page(about: Reported, form: ReportForm, status: int = 200) -> ResponseReturnValue:
    return page(
        "catalogue/report.html",
        status=status,
        about=about,
        back_href=url_for(f"catalogue.{about.subject}", slug=about.slug),
        action=url_for(f"catalogue.send_{about.subject}_report", slug=about.slug),
        is_sent=request.method == "GET" and "xong" in request.args,
        form=form,
        form_key=request.form.get("form_key") or fresh_form_key(),
    )
