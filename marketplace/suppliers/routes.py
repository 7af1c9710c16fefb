"""The officers' pages about suppliers: the list of the own area, and how one is reached and by whom."""

from flask import flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.queries import account_by_login
from marketplace.accounts.services import invitation_token, register_account
from marketplace.accounts.vocabulary import NewAccount
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import officer
from marketplace.core.texts import N_
from marketplace.places.queries import display_names
from marketplace.suppliers.forms import ContactForm, MemberForm
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.policies import may_change_supplier, may_see_supplier
from marketplace.suppliers.presenters import (
    Invited,
    OfficerSupplierPage,
    OfficerSuppliers,
    members_of_page,
    supplier_rows,
)
from marketplace.suppliers.queries import (
    area_names,
    mailboxes_of,
    members_of,
    reachability,
    supplier_of_area,
    suppliers_of_area,
)
from marketplace.suppliers.services import add_member as put_member
from marketplace.suppliers.services import put_contact as keep_contact
from marketplace.suppliers.vocabulary import kind_label
from marketplace.web.addresses import whole_address
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.sections import Section
from marketplace.web.signin import current_actor

section = Section("suppliers", __name__)

SAVED = N_("Đã lưu liên hệ.")
ADDED = N_("Đã thêm người dùng.")


@section.page("/can-bo/chu-the", allow=officer)
def officer_list() -> ResponseReturnValue:
    """The suppliers of the own area, by name; ``q`` narrows."""
    wanted = request.args.get("q", "").strip()[:100]
    suppliers = suppliers_of_area(current_actor(), wanted)
    ids = [supplier.id for supplier in suppliers]
    names = display_names([supplier.place_id for supplier in suppliers if supplier.place_id])
    rows = supplier_rows(
        suppliers,
        hrefs={s.slug: url_for("suppliers.officer_supplier", slug=s.slug) for s in suppliers},
        communes={place_id: name.short for place_id, name in names.items()},
        reachable=reachability(ids),
    )
    shown = OfficerSuppliers(
        area_name=area_names(current_actor()),
        total=len(rows),
        action=url_for("suppliers.officer_list"),
        q=wanted,
        filters=[],
        rows=rows,
        pager=None,
    )
    return page("suppliers/officer_list.html", page=shown)


@section.page("/can-bo/chu-the/<slug>", load=supplier_of_area, allow=may_see_supplier)
def officer_supplier(supplier: Supplier) -> ResponseReturnValue:
    """How a supplier is reached, and who speaks for it."""
    return _supplier_page(supplier)


@section.action("/can-bo/chu-the/<slug>/lien-he", load=supplier_of_area, allow=may_change_supplier)
def put_contact(supplier: Supplier) -> ResponseReturnValue:
    """Keep mailboxes and phone."""
    form = ContactForm(request.form)
    if not form.validate():
        return _supplier_page(supplier, contact_form=form, status=422)
    keep_contact(current_actor(), supplier, form.addresses, form.phone.data)
    flash(translate(SAVED), "done")
    return redirect(url_for("suppliers.officer_supplier", slug=supplier.slug), 303)


@section.action("/can-bo/chu-the/<slug>/nguoi-dung", load=supplier_of_area, allow=may_change_supplier)
def add_member(supplier: Supplier) -> ResponseReturnValue:
    """Make an account, new or known by its address, a member of the supplier."""
    form = MemberForm(request.form)
    if not form.validate():
        return _supplier_page(supplier, member_form=form, status=422)
    email = form.member_email.data or ""
    known = account_by_login(email)
    try:
        account = known or register_account(current_actor(), NewAccount(name=form.member_name.data or "", email=email))
        put_member(current_actor(), supplier, account)
    except Refused as error:
        form.refuse(error)
        return _supplier_page(supplier, member_form=form, status=422)
    if known is None:  # the link to somebody else's account goes to its mailbox alone
        link = whole_address("accounts.invitation", token=invitation_token(account))
        session["invited"] = [supplier.slug, email, link]
    flash(translate(ADDED), "done")
    return redirect(url_for("suppliers.officer_supplier", slug=supplier.slug), 303)


def _supplier_page(
    supplier: Supplier,
    *,
    contact_form: ContactForm | None = None,
    member_form: MemberForm | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    kept = {"emails": "\n".join(mailboxes_of(supplier.id)), "phone": supplier.phone}
    return page(
        "suppliers/officer_edit.html",
        status=status,
        page=_shown(supplier),
        contact_form=contact_form or ContactForm(data=kept),
        member_form=member_form or MemberForm(),
        form_key=request.form.get("form_key") or fresh_form_key(),
    )


def _shown(supplier: Supplier) -> OfficerSupplierPage:
    place_id = supplier.place_id or supplier.province_id
    place = display_names([place_id])[place_id].full if place_id else supplier.place_text or "-"
    return OfficerSupplierPage(
        name=supplier.name,
        kind=kind_label(supplier.kind),
        place=place,
        list_href=url_for("suppliers.officer_list"),
        public_href=url_for("catalogue.supplier", slug=supplier.slug),
        contact_action=url_for("suppliers.put_contact", slug=supplier.slug),
        member_action=url_for("suppliers.add_member", slug=supplier.slug),
        may_change=may_change_supplier(current_actor(), supplier),
        members=members_of_page(members_of(supplier.id)),
        invited=_invited(supplier.slug),
    )


def _invited(slug: str) -> Invited | None:
    """The link of the account that was just made here; read once."""
    kept = session.pop("invited", None)
    return Invited(kept[1], kept[2]) if kept and kept[0] == slug else None
