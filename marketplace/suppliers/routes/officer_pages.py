"""The officers' pages about suppliers: the list of the own area, and how one is reached and by whom."""

from collections.abc import Sequence

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.services import may_be_handed
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import officer
from marketplace.core.texts import N_
from marketplace.places.queries import display_names, former_name
from marketplace.places.vocabulary import PlaceRef
from marketplace.suppliers.forms import ContactForm, InviteForm, NamingForm, PlaceForm
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.policies import may_change_invitation, may_change_supplier, may_see_supplier
from marketplace.suppliers.presenters import (
    InvitationLine,
    OfficerSupplierPage,
    OfficerSupplierRow,
    OfficerSuppliers,
    commune_chips,
    invitation_lines,
    members_of_page,
    place_of_page,
    supplier_rows,
)
from marketplace.suppliers.presenters.standing import standing_of_page
from marketplace.suppliers.queries import (
    Invited,
    area_names,
    invitation_of_area,
    mailboxes_of,
    members_of,
    messages_of_supplier,
    open_invitations,
    reachability,
    supplier_of_area,
    suppliers_of_area,
)
from marketplace.suppliers.routes.invitations import CANCELLED, INVITED, invitation_link
from marketplace.suppliers.routes.registry import section
from marketplace.suppliers.services import cancel_invitation, invite
from marketplace.suppliers.services import put_contact as keep_contact
from marketplace.suppliers.services import put_name as keep_name
from marketplace.suppliers.services import put_place as keep_place
from marketplace.suppliers.vocabulary import SupplierKind, kind_label
from marketplace.suppliers.vocabulary.tax_codes import is_tax_code_doubtful, tax_code_of
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

SAVED = N_("Đã lưu liên hệ.")
NAMED = N_("Đã lưu tên gọi và giấy tờ.")
PLACED = N_("Đã lưu nơi của %(name)s.")
MOVED_OUT = N_("%(name)s nay nằm ngoài địa bàn của bạn, nên không còn trong danh bạ này.")


@section.page("/can-bo/chu-the", allow=officer)
def officer_list() -> ResponseReturnValue:
    """The suppliers of the own area, by name; ``q`` narrows, ``thieu=xa`` leaves those without a known commune."""
    wanted, only_lacking = request.args.get("q", "").strip()[:100], request.args.get("thieu") == "xa"
    suppliers = suppliers_of_area(current_actor(), wanted)
    lacking = [supplier for supplier in suppliers if supplier.place_id is None]
    shown = OfficerSuppliers(
        area_name=area_names(current_actor()),
        total=len(lacking) if only_lacking else len(suppliers),
        action=url_for("suppliers.officer_list"),
        q=wanted,
        filters=commune_chips(len(suppliers), len(lacking), chosen=only_lacking, hrefs=_list_hrefs(wanted)),
        rows=_rows(lacking if only_lacking else suppliers),
        pager=None,
    )
    return page("suppliers/officer_list.html", page=shown)


def _list_hrefs(wanted: str) -> tuple[str, str]:
    """The list of all who match, and of those among them whose commune isn't known."""
    words = wanted or None
    return url_for("suppliers.officer_list", q=words), url_for("suppliers.officer_list", q=words, thieu="xa")


def _rows(suppliers: Sequence[Supplier]) -> list[OfficerSupplierRow]:
    names = display_names([supplier.place_id for supplier in suppliers if supplier.place_id])
    return supplier_rows(
        suppliers,
        hrefs={supplier.slug: _href(supplier) for supplier in suppliers},
        communes={place_id: name.short for place_id, name in names.items()},
        reachable=reachability([supplier.id for supplier in suppliers]),
    )


def _href(supplier: Supplier) -> str:
    """The supplier's page, at the place picker where that is what is wanting."""
    anchor = None if supplier.place_id else "noi-lam"
    return url_for("suppliers.officer_supplier", slug=supplier.slug, _anchor=anchor)


@section.page("/can-bo/chu-the/<slug>", load=supplier_of_area, allow=may_see_supplier)
def officer_supplier(supplier: Supplier) -> ResponseReturnValue:
    """How a supplier is reached, and who speaks for it."""
    return _supplier_page(supplier)


@section.action("/can-bo/chu-the/<slug>/ten", load=supplier_of_area, allow=may_change_supplier)
def put_name(supplier: Supplier) -> ResponseReturnValue:
    """Call the supplier otherwise; its address stays, for it stands on paper and in others' links."""
    form = NamingForm(request.form)
    if not form.validate():
        return _supplier_page(supplier, naming_form=form, status=422)
    keep_name(current_actor(), supplier, form.name.data or "", form.kind.data, tax_code_of(form.tax_code.data))
    flash(translate(NAMED), "done")
    return redirect(url_for("suppliers.officer_supplier", slug=supplier.slug), 303)


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
def invite_by_officer(supplier: Supplier) -> ResponseReturnValue:
    """Invite somebody to speak for the supplier: by mail, or with the link that the page shows."""
    form = InviteForm(request.form)
    if not form.validate():
        return _supplier_page(supplier, invite_form=form, status=422)
    try:
        invite(current_actor(), supplier, form.addressee, form.role.data)
    except Refused as error:
        form.refuse(error)
        return _supplier_page(supplier, invite_form=form, status=422)
    flash(translate(INVITED, to=form.to.data), "done")
    return redirect(url_for("suppliers.officer_supplier", slug=supplier.slug, _anchor="nguoi"), 303)


@section.action("/can-bo/chu-the/<slug>/loi-moi/<public_id>/rut", load=invitation_of_area, allow=may_change_invitation)
def cancel_invitation_of_area(invited: Invited) -> ResponseReturnValue:
    """Take an invitation back."""
    cancel_invitation(current_actor(), invited.supplier, invited.invitation)
    flash(translate(CANCELLED), "done")
    return redirect(url_for("suppliers.officer_supplier", slug=invited.supplier.slug, _anchor="nguoi"), 303)


@section.action("/can-bo/chu-the/<slug>/noi-lam", load=supplier_of_area, allow=may_change_supplier)
def put_place(supplier: Supplier) -> ResponseReturnValue:
    """Say in which commune the supplier is; with the button "Tìm xã" only look for it."""
    form = PlaceForm(request.form)
    form.place.near = supplier.province_id
    if form.place.is_searching or not form.validate():
        return _supplier_page(supplier, place_form=form, status=422)
    try:
        stays = keep_place(current_actor(), supplier, form.place.data, form.place.words)
    except Refused as error:
        form.refuse(error)
        return _supplier_page(supplier, place_form=form, status=422)
    flash(translate(PLACED if stays else MOVED_OUT, name=supplier.name), "done")
    if not stays:
        return redirect(url_for("suppliers.officer_list"), 303)
    return redirect(url_for("suppliers.officer_supplier", slug=supplier.slug), 303)


def _supplier_page(
    supplier: Supplier,
    *,
    contact_form: ContactForm | None = None,
    invite_form: InviteForm | None = None,
    place_form: PlaceForm | None = None,
    naming_form: NamingForm | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    kept = {"emails": "\n".join(mailboxes_of(supplier.id)), "phone": supplier.phone}
    return page(
        "suppliers/officer_edit.html",
        status=status,
        page=_shown(supplier),
        contact_form=contact_form or ContactForm(data=kept),
        invite_form=invite_form or InviteForm(data={"role": "manager"}),
        place_form=place_form or _place_form(supplier),
        naming_form=naming_form or _naming_form(supplier),
        form_key=request.form.get("form_key") or fresh_form_key(),
    )


def _naming_form(supplier: Supplier) -> NamingForm:
    """Filled with what is known; a household's tax code, a person's number, stays where it is."""
    code = None if supplier.kind == SupplierKind.HOUSEHOLD else supplier.tax_code
    return NamingForm(data={"name": supplier.name, "kind": supplier.kind, "tax_code": code})


def _place_form(supplier: Supplier) -> PlaceForm:
    """The picker with the commune that is known, else with the words of the list and what they may mean."""
    form = PlaceForm(data={"place": PlaceRef(supplier.place_id, supplier.legacy_place_id)})
    former = supplier.legacy_place_id
    words = "" if supplier.place_id else supplier.place_text or (former_name(former) if former else "")
    form.place.begin(words, supplier.province_id)
    return form


def _password_hrefs(supplier: Supplier) -> dict[int, str]:
    """Where a link for a new password is handed out, for those whom no mail can bring one."""
    if not may_change_supplier(current_actor(), supplier):
        return {}
    people = [account for _, account in members_of(supplier.id) if may_be_handed(account)]
    return {
        account.id: url_for("suppliers.hand_out_password", slug=supplier.slug, account_id=account.public_id)
        for account in people
    }


def _shown(supplier: Supplier) -> OfficerSupplierPage:
    return OfficerSupplierPage(
        name=supplier.name,
        kind=kind_label(supplier.kind),
        place=place_of_page(supplier),
        list_href=url_for("suppliers.officer_list"),
        public_href=url_for("catalogue.supplier", slug=supplier.slug),
        name_action=url_for("suppliers.put_name", slug=supplier.slug),
        contact_action=url_for("suppliers.put_contact", slug=supplier.slug),
        member_action=url_for("suppliers.invite_by_officer", slug=supplier.slug),
        code_href=url_for("suppliers.claim_code", slug=supplier.slug),
        place_action=url_for("suppliers.put_place", slug=supplier.slug),
        may_change=may_change_supplier(current_actor(), supplier),
        phone_is_doubted=supplier.phone_doubted_at is not None,
        tax_code_is_doubted=supplier.kind != SupplierKind.HOUSEHOLD and is_tax_code_doubtful(supplier.tax_code),
        members=members_of_page(members_of(supplier.id), _password_hrefs(supplier)),
        invitations=_invitations(supplier) if may_change_supplier(current_actor(), supplier) else [],
        standing=standing_of_page(
            supplier,
            messages_of_supplier(supplier.id),
            url_for,
            may_change=may_change_supplier(current_actor(), supplier),
        ),
    )


def _invitations(supplier: Supplier) -> list[InvitationLine]:
    return invitation_lines(
        open_invitations(supplier.id),
        link_of=invitation_link,
        cancel=lambda public_id: url_for(
            "suppliers.cancel_invitation_of_area", slug=supplier.slug, public_id=public_id
        ),
    )
