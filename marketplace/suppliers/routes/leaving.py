"""What the site keeps of a person, to take along; and leaving it for good. Above accounts, for it reads memberships."""

import json

from flask import Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.models import Account
from marketplace.accounts.queries import grants_of, own_account, sessions_of
from marketplace.accounts.services import check_own_password
from marketplace.accounts.vocabulary import PasswordCheck
from marketplace.core.errors import Refused
from marketplace.core.permissions import signed_in
from marketplace.core.texts import N_
from marketplace.suppliers.forms import LeavingForm
from marketplace.suppliers.presenters import own_data_of
from marketplace.suppliers.queries import own_memberships
from marketplace.suppliers.routes.registry import section
from marketplace.suppliers.services import leave_for_good
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor, sign_out

GONE = N_("Tài khoản đã được xóa. Cảm ơn bạn đã dùng trang.")


@section.page("/tai-khoan/du-lieu.json", load=own_account, allow=signed_in)
def own_data(account: Account) -> ResponseReturnValue:
    """The own data as a file."""
    kept = own_data_of(account, grants_of(account.id), sessions_of(account.id), own_memberships(account.id))
    answer = Response(json.dumps(kept, ensure_ascii=False, indent=2), mimetype="application/json")
    answer.headers["Content-Disposition"] = "attachment; filename=tai-khoan.json"
    return answer


@section.page("/tai-khoan/xoa", load=own_account, allow=signed_in)
def erasing(_account: Account) -> ResponseReturnValue:
    """What goes and what stays, before anything does."""
    return _page(LeavingForm(), 200)


def _check() -> PasswordCheck | None:
    form = LeavingForm(request.form)
    return check_own_password(current_actor(), form.present.data or "") if form.validate() else None


@section.action("/tai-khoan/xoa", load=own_account, allow=signed_in, prepare=_check, once=False)
def erase(account: Account, prepared: PasswordCheck | None) -> ResponseReturnValue:
    """Leave the site for good."""
    form = LeavingForm(request.form)
    if not form.validate() or prepared is None:
        return _page(form, 422)
    try:
        if prepared.problem:
            raise Refused(prepared.problem, field="present")
        leave_for_good(current_actor(), account)
    except Refused as error:
        form.refuse(error)
        return _page(form, 422)
    sign_out()
    flash(translate(GONE), "done")
    return redirect(url_for("accounts.sign_in"), 303)


def _page(form: LeavingForm, status: int) -> ResponseReturnValue:
    hrefs = {"own": url_for("accounts.own"), "data": url_for("suppliers.own_data"), "erase": url_for("suppliers.erase")}
    return page("suppliers/erasing.html", status=status, form=form, hrefs=hrefs)
