"""A lead that is typed in: who called, wrote or came by."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.catalogue.queries import product_choices_of
from marketplace.core.errors import Missing, Refused
from marketplace.core.texts import N_
from marketplace.leads.forms import NewLeadForm
from marketplace.leads.policies import may_sell
from marketplace.leads.presenters import new_lead_page
from marketplace.leads.queries import OwnSupplier, own_suppliers
from marketplace.leads.routes.registry import form_key, section
from marketplace.leads.services import type_in_lead
from marketplace.leads.vocabulary import Contact, NewTypedLead
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

NEW = "/ban-hang/dau-moi/ghi-moi"
_KEPT = N_("Đã ghi một mối mới.")


@section.page(NEW, allow=may_sell)
def new() -> ResponseReturnValue:
    """The form; ``chu-the`` chooses among several suppliers of one account."""
    supplier = _chosen_supplier()
    return _page(NewLeadForm.over(_choices(supplier)), 200)


@section.action(NEW, allow=may_sell)
def type_in() -> ResponseReturnValue:
    """Keep the lead."""
    supplier = _chosen_supplier()
    form = NewLeadForm.over(_choices(supplier), request.form)
    if not form.validate():
        return _page(form, 422)
    try:
        lead = type_in_lead(current_actor(), supplier, _typed(supplier, form))
    except Refused as error:
        form.refuse(error)
        return _page(form, 422)
    flash(translate(_KEPT), "done")
    return redirect(url_for("leads.lead", public_id=lead.public_id), 303)


def _chosen_supplier() -> OwnSupplier:
    wanted = request.args.get("chu-the")
    own = [supplier for supplier in own_suppliers(current_actor()) if wanted in (None, supplier.slug)]
    if not own:
        raise Missing
    return own[0]


def _choices(supplier: OwnSupplier) -> list[tuple[str, str]]:
    return [(public_id, name) for _id, public_id, name in product_choices_of(supplier.id)]


def _typed(supplier: OwnSupplier, form: NewLeadForm) -> NewTypedLead:
    ids = {public_id: product_id for product_id, public_id, _name in product_choices_of(supplier.id)}
    return NewTypedLead(
        channel=form.channel.data,
        product_id=ids.get(form.product.data),
        quantity=form.quantity.data,
        contact=Contact(name=form.name.data, phone=form.phone.data),
        words=form.words.data or None,
    )


def _page(form: NewLeadForm, status: int) -> ResponseReturnValue:
    shown = new_lead_page(url_for, request.args.get("chu-the"))
    return page("leads/new.html", status=status, page=shown, form=form, form_key=form_key())
