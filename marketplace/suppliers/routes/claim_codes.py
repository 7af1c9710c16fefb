"""Officers: the code with which a supplier is claimed, and ending whoever holds it."""

from flask import flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.clock import local
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.text import format_date
from marketplace.core.texts import N_
from marketplace.suppliers.forms import NewCodeForm
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.policies import may_change_supplier, may_see_supplier
from marketplace.suppliers.presenters import CodePage
from marketplace.suppliers.queries import open_code, standing_memberships, supplier_of_area
from marketplace.suppliers.routes.registry import section
from marketplace.suppliers.services import end_everybody, make_code, withdraw_codes
from marketplace.suppliers.vocabulary import printed_code
from marketplace.web.addresses import whole_address
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

WITHDRAWN = N_("Đã hủy mã.")
ENDED = N_("Đã kết thúc quyền của mọi người ở %(name)s.")
COPIED = N_("Mã nhận %(name)s: %(code)s. Mở %(address)s, đăng nhập rồi điền mã. Mã dùng một lần, đến hết %(day)s.")
CODE = "/can-bo/chu-the/<slug>/ma-nhan"


@section.page(CODE, load=supplier_of_area, allow=may_see_supplier)
def claim_code(supplier: Supplier) -> ResponseReturnValue:
    """Whether a code stands; one that was just made is shown this once."""
    kept = session.pop("claim_code", None)
    return _code_page(supplier, code=kept[1] if kept and kept[0] == supplier.slug else None)


@section.action(CODE, load=supplier_of_area, allow=may_change_supplier)
def new_claim_code(supplier: Supplier) -> ResponseReturnValue:
    """Make a code; the one before is worth nothing."""
    form = NewCodeForm(request.form)
    try:
        code = make_code(current_actor(), supplier, replaces_holders=bool(form.replaces_holders.data))
    except Refused as error:
        form.refuse(error)
        return _code_page(supplier, form=form, status=422)
    session["claim_code"] = [supplier.slug, code]
    return redirect(url_for("suppliers.claim_code", slug=supplier.slug), 303)


@section.action(f"{CODE}/huy", load=supplier_of_area, allow=may_change_supplier)
def withdraw_claim_code(supplier: Supplier) -> ResponseReturnValue:
    """Take the code back."""
    withdraw_codes(current_actor(), supplier)
    flash(translate(WITHDRAWN), "done")
    return redirect(url_for("suppliers.claim_code", slug=supplier.slug), 303)


@section.action("/can-bo/chu-the/<slug>/ket-thuc", load=supplier_of_area, allow=may_change_supplier)
def end_holders(supplier: Supplier) -> ResponseReturnValue:
    """End everybody's rights over the supplier, which is unclaimed then."""
    end_everybody(current_actor(), supplier)
    flash(translate(ENDED, name=supplier.name), "done")
    return redirect(url_for("suppliers.claim_code", slug=supplier.slug), 303)


def _code_page(
    supplier: Supplier, *, code: str | None = None, form: NewCodeForm | None = None, status: int = 200
) -> ResponseReturnValue:
    shown = _shown(supplier, printed_code(code) if code else None)
    form = form or NewCodeForm()
    return page("suppliers/claim_code.html", status=status, page=shown, form=form, form_key=fresh_form_key())


def _shown(supplier: Supplier, code: str | None) -> CodePage:
    standing, holders = open_code(supplier.id), standing_memberships(supplier.id)
    day = format_date(local(standing.expires_at).date()) if standing else ""
    address = whole_address("suppliers.claim", slug=supplier.slug)
    return CodePage(
        name=supplier.name,
        back_href=url_for("suppliers.officer_supplier", slug=supplier.slug),
        is_held=supplier.state == "claimed",
        may_change=may_change_supplier(current_actor(), supplier),
        code=code,
        copied=translate(COPIED, name=supplier.name, code=code, address=address, day=day) if code else "",
        standing=day or None,
        make_action=url_for("suppliers.new_claim_code", slug=supplier.slug),
        withdraw_action=url_for("suppliers.withdraw_claim_code", slug=supplier.slug),
        end_action=url_for("suppliers.end_holders", slug=supplier.slug) if holders else None,
        holders=len(holders),
    )
