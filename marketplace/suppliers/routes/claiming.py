"""Claiming a supplier: with an officer's code, or with proof."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.models import Account
from marketplace.accounts.queries import accounts_by_id
from marketplace.core.errors import Missing, Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import signed_in
from marketplace.core.settings import settings
from marketplace.core.text import format_moment
from marketplace.core.texts import N_
from marketplace.places.presenters import place_line
from marketplace.suppliers.forms import ClaimForm, CodeForm
from marketplace.suppliers.models import Supplier
from marketplace.suppliers.presenters import ClaimDoor
from marketplace.suppliers.queries import (
    SupplierMoved,
    claimable_supplier,
    pending_between,
)
from marketplace.suppliers.routes.registry import section
from marketplace.suppliers.services import (
    is_try_allowed,
    make_claim,
    redeem_code,
)
from marketplace.suppliers.vocabulary import NewClaim, kind_label
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.senders import sender_network
from marketplace.web.signin import current_actor

TOO_MANY_TRIES = N_("Thử mã quá nhiều lần. Xin đợi một giờ, hoặc gửi yêu cầu bên dưới.")
TAKEN = N_("Từ nay bạn phụ trách %(name)s. Những ai đã hỏi mua trước đây có trong sổ.")
SENT = N_("Đã gửi. Cán bộ địa bàn sẽ xem trước %(due)s.")


@section.page("/chu-the/<slug>/nhan", load=claimable_supplier, allow=signed_in)
def claim(supplier: Supplier | SupplierMoved) -> ResponseReturnValue:
    """How one takes charge of a supplier."""
    if isinstance(supplier, SupplierMoved):
        return redirect(url_for("suppliers.claim", slug=supplier.slug), 301)
    return _door(supplier)


def _count_try() -> bool:
    """Before the transaction, so that a try is counted though it is refused."""
    slug = str((request.view_args or {}).get("slug"))
    return is_try_allowed(current_actor(), slug, sender_network()) if request.form.get("code", "").strip() else True


@section.action("/chu-the/<slug>/nhan/ma", load=claimable_supplier, allow=signed_in, prepare=_count_try)
def take_with_code(supplier: Supplier | SupplierMoved, prepared: bool) -> ResponseReturnValue:
    """Take charge with a code."""
    found = _standing(supplier)
    form = CodeForm(request.form)
    if not prepared:
        form.refuse(Refused(TOO_MANY_TRIES, field="code"))
        return _door(found, code_form=form, status=429)
    if not form.validate():
        return _door(found, code_form=form, status=422)
    try:
        redeem_code(current_actor(), _account(), found, form.code.data or "")
    except Refused as error:
        form.refuse(error)
        return _door(found, code_form=form, status=422)
    flash(translate(TAKEN, name=found.name), "done")
    return redirect(url_for("leads.board"), 303)


@section.action("/chu-the/<slug>/nhan", load=claimable_supplier, allow=signed_in)
def send_claim(supplier: Supplier | SupplierMoved) -> ResponseReturnValue:
    """Ask the officers of the area for it."""
    found, form = _standing(supplier), ClaimForm(request.form)
    if not form.validate():
        return _door(found, claim_form=form, status=422)
    new = NewClaim(form.position.data or "", form.reach.data or "", form.words.data or "")
    try:
        made = make_claim(current_actor(), _account(), found, new)
    except Refused as error:
        form.refuse(error)
        return _door(found, claim_form=form, status=422)
    flash(translate(SENT, due=format_moment(made.due_at)), "done")
    return redirect(url_for("suppliers.claim_state", public_id=made.public_id), 303)


def _standing(supplier: Supplier | SupplierMoved) -> Supplier:
    if isinstance(supplier, SupplierMoved):
        raise Missing
    return supplier


def _account() -> Account:
    actor = current_actor()
    return accounts_by_id([actor.account_id or 0])[actor.account_id or 0]


def _door(
    supplier: Supplier,
    *,
    code_form: CodeForm | None = None,
    claim_form: ClaimForm | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    return page(
        "suppliers/claim.html",
        status=status,
        page=_shown(supplier),
        code_form=code_form or CodeForm(),
        claim_form=claim_form or ClaimForm(),
        form_key=request.form.get("form_key") or fresh_form_key(),
    )


def _shown(supplier: Supplier) -> ClaimDoor:
    waiting = pending_between(current_actor().account_id or 0, supplier.id)
    return ClaimDoor(
        name=supplier.name,
        kind=kind_label(supplier.kind),
        place=place_line(supplier.place_id or supplier.province_id, supplier.legacy_place_id).present or "",
        is_held=supplier.state == "claimed",
        code_action=url_for("suppliers.take_with_code", slug=supplier.slug),
        claim_action=url_for("suppliers.send_claim", slug=supplier.slug),
        back_href=url_for("catalogue.supplier", slug=supplier.slug),
        waiting_href=url_for("suppliers.claim_state", public_id=waiting.public_id) if waiting else None,
        hours=settings().review_within_hours,
    )
