"""Officers: the claims of the own areas, rivals side by side, and what is decided about them."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.core.audit import record
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import officer
from marketplace.core.texts import N_
from marketplace.suppliers.forms import AskForm, JudgeForm
from marketplace.suppliers.policies import may_judge_claim, may_see_claim
from marketplace.suppliers.presenters import OfficerClaim, claim_rows, officer_claim
from marketplace.suppliers.queries import (
    ClaimFile,
    area_names,
    claim_of_area,
    claims_of_supplier,
    decided_claims,
    mailboxes_of,
    messages_of,
    pending_claims,
)
from marketplace.suppliers.routes.own_claims import scan_of
from marketplace.suppliers.routes.registry import section
from marketplace.suppliers.services import approve_claim, ask_claimant, refuse_claim, revoke_claim
from marketplace.web.forms import Form
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

APPROVED = N_("%(name)s nay phụ trách %(supplier)s.")
REFUSED = N_("Đã báo cho %(name)s lý do chưa nhận được.")
ASKED = N_("Đã hỏi %(name)s.")
REVOKED = N_("Đã thu lại; quyền của %(name)s đã kết thúc.")
CLAIM = "/can-bo/yeu-cau-nhan/<public_id>"


@section.page("/can-bo/yeu-cau-nhan", allow=officer)
def claims() -> ResponseReturnValue:
    """The claims that wait, overdue ones first, and those decided last."""
    actor = current_actor()
    return page(
        "suppliers/claims.html",
        area_name=area_names(actor),
        waiting=claim_rows(pending_claims(actor), _href),
        decided=claim_rows(decided_claims(actor), _href),
    )


def _href(public_id: str) -> str:
    return url_for("suppliers.claim_for_officer", public_id=public_id)


@section.page(CLAIM, load=claim_of_area, allow=may_see_claim, records=True)
def claim_for_officer(file: ClaimFile) -> ResponseReturnValue:
    """A claim beside its rivals; that somebody looked is written down."""
    record(current_actor(), "see_claim", "claim", file.claim.public_id)
    return _page(file)


@section.page(f"{CLAIM}/giay.jpg", load=claim_of_area, allow=may_see_claim, records=True)
def claim_scan_for_officer(file: ClaimFile) -> ResponseReturnValue:
    """The claimant's paper; that somebody looked is written down."""
    record(current_actor(), "see_scan", "claim", file.claim.public_id)
    return scan_of(file)


@section.action(f"{CLAIM}/dong-y", load=claim_of_area, allow=may_judge_claim)
def approve(file: ClaimFile) -> ResponseReturnValue:
    """Make the claimant manager."""
    approve_claim(current_actor(), file, ends_holders=request.form.get("ends_holders") == "y")
    return _back(file, translate(APPROVED, name=file.account.name, supplier=file.supplier.name))


@section.action(f"{CLAIM}/tu-choi", load=claim_of_area, allow=may_judge_claim)
def refuse(file: ClaimFile) -> ResponseReturnValue:
    """Refuse the claim, with a reason."""
    form = JudgeForm(request.form)
    try:
        refuse_claim(current_actor(), file, form.reason.data or "", form.why.data or "")
    except Refused as error:
        return _page(file, form, error)
    return _back(file, translate(REFUSED, name=file.account.name))


@section.action(f"{CLAIM}/hoi", load=claim_of_area, allow=may_judge_claim)
def ask(file: ClaimFile) -> ResponseReturnValue:
    """Ask the claimant something."""
    form = AskForm(request.form)
    if not form.validate():
        return _page(file, form)
    ask_claimant(current_actor(), file, form.words.data or "")
    return _back(file, translate(ASKED, name=file.account.name))


@section.action(f"{CLAIM}/thu-lai", load=claim_of_area, allow=may_judge_claim)
def revoke(file: ClaimFile) -> ResponseReturnValue:
    """Take an approved claim back."""
    form = JudgeForm(request.form)
    try:
        revoke_claim(current_actor(), file, form.reason.data or "", form.why.data or "")
    except Refused as error:
        return _page(file, form, error)
    return _back(file, translate(REVOKED, name=file.account.name))


def _back(file: ClaimFile, words: str) -> ResponseReturnValue:
    flash(words, "done")
    return redirect(_href(file.claim.public_id), 303)


def _page(file: ClaimFile, form: Form | None = None, error: Refused | None = None) -> ResponseReturnValue:
    """The claim first, then whoever else claims the same; a refused form keeps what was typed."""
    if form is not None and error is not None:
        form.refuse(error)
    shown = _side_by_side(file)
    return page(
        "suppliers/claim_review.html",
        status=422 if form else 200,
        supplier=file.supplier,
        supplier_href=url_for("suppliers.officer_supplier", slug=file.supplier.slug),
        list_href=url_for("suppliers.claims"),
        is_held=file.supplier.state == "claimed",
        first=shown[0],
        rivals=shown[1:],
        judge_form=form if isinstance(form, JudgeForm) else JudgeForm(),
        ask_form=form if isinstance(form, AskForm) else AskForm(),
        form_key=request.form.get("form_key") or fresh_form_key(),
    )


def _side_by_side(file: ClaimFile) -> list[OfficerClaim]:
    actor, mailboxes = current_actor(), mailboxes_of(file.supplier.id)
    others = [other for other in claims_of_supplier(file.supplier.id) if other.claim.id != file.claim.id]
    return [
        officer_claim(
            one,
            messages_of("claim", one.claim.id),
            mailboxes=mailboxes,
            may_judge=may_judge_claim(actor, one),
            own_id=actor.account_id,
            url=url_for,
        )
        for one in (file, *reversed(others))
    ]
