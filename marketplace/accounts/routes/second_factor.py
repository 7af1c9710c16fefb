"""The second factor of the own account: set up, its recovery codes."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.forms import CodeForm, ConfirmedForm, DropForm
from marketplace.accounts.models import Account
from marketplace.accounts.policies import may_drop_factor
from marketplace.accounts.presenters import RecoveryCodesPage, SecondFactorPage, set_up_of
from marketplace.accounts.queries import grants_of, own_account, recovery_codes_left
from marketplace.accounts.routes.registry import section
from marketplace.accounts.services import (
    check_own_code,
    check_own_password,
    confirm_second_factor,
    drop_second_factor,
    renew_recovery_codes,
    start_second_factor,
)
from marketplace.accounts.vocabulary import PasswordCheck
from marketplace.core.clock import local
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import signed_in
from marketplace.core.settings import settings
from marketplace.core.text import format_date
from marketplace.core.texts import N_
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

WRONG_CODE = N_("Mã chưa đúng, hoặc đã dùng rồi. Hãy gõ mã đang hiện trong ứng dụng.")
LIMITED = N_("Sai quá nhiều lần. Xin đợi 15 phút rồi thử lại.")
OFF = N_("Đã tắt đăng nhập hai lớp.")


@section.page("/tai-khoan/hai-lop", load=own_account, allow=signed_in)
def second_factor(account: Account) -> ResponseReturnValue:
    """Whether there is a second factor, and what to do about it."""
    return _shown(account, CodeForm(), 200)


@section.action("/tai-khoan/hai-lop/bat-dau", load=own_account, allow=signed_in, once=False)
def start_set_up(account: Account) -> ResponseReturnValue:
    """Make a secret, which counts when its first code was given."""
    start_second_factor(account)
    return redirect(url_for("accounts.second_factor"), 303)


@section.action("/tai-khoan/hai-lop", load=own_account, allow=signed_in, once=False)
def confirm_set_up(account: Account) -> ResponseReturnValue:
    """Take the first code, and show the recovery codes."""
    form = CodeForm(request.form)
    if account.totp_confirmed_at:  # the page of the codes loaded again
        return redirect(url_for("accounts.second_factor"), 303)
    if not form.validate():
        return _shown(account, form, 422)
    try:
        codes = confirm_second_factor(account, form.code.data or "", current_actor().session_id)
    except Refused as error:
        form.refuse(error)
        return _shown(account, form, 422)
    return page("accounts/recovery_codes.html", page=RecoveryCodesPage(codes, url_for("accounts.onward")))


def _check() -> PasswordCheck | None:
    form = ConfirmedForm(request.form, prefix="renew-")
    return check_own_password(current_actor(), form.present.data or "") if form.validate() else None


@section.action("/tai-khoan/hai-lop/ma-du-phong", load=own_account, allow=signed_in, prepare=_check, once=False)
def renew_codes(account: Account, prepared: PasswordCheck | None) -> ResponseReturnValue:
    """Fresh recovery codes; the ones before are worthless."""
    form = ConfirmedForm(request.form, prefix="renew-")
    if not form.validate() or prepared is None or prepared.problem or not account.totp_confirmed_at:
        if prepared and prepared.problem:
            form.refuse(Refused(prepared.problem, field="present"))
        return _shown(account, CodeForm(), 422, renew_form=form)
    codes = renew_recovery_codes(account)
    return page("accounts/recovery_codes.html", page=RecoveryCodesPage(codes, url_for("accounts.own")))


def _check_both() -> Refused | None:
    """What forbids it, None where nothing does; a right code is used up."""
    form = DropForm(request.form)
    if not form.validate():
        return Refused("")
    check = check_own_password(current_actor(), form.present.data or "")
    if check.problem:
        return Refused(check.problem, field="present")
    step = check_own_code(current_actor(), form.code.data or "")
    return None if step.is_right else Refused(LIMITED if step.is_limited else WRONG_CODE, field="code")


@section.action("/tai-khoan/hai-lop/tat", load=own_account, allow=may_drop_factor, prepare=_check_both, once=False)
def drop_own_factor(account: Account, prepared: Refused | None) -> ResponseReturnValue:
    """Sign in with the password alone from now on; officers can't."""
    form = DropForm(request.form)
    if not form.validate() or prepared:
        if prepared and prepared.field:
            form.refuse(prepared)
        return _shown(account, CodeForm(), 422, drop_form=form)
    drop_second_factor(current_actor(), account)
    flash(translate(OFF), "done")
    return redirect(url_for("accounts.second_factor"), 303)


def _shown(
    account: Account,
    form: CodeForm,
    status: int,
    *,
    renew_form: ConfirmedForm | None = None,
    drop_form: DropForm | None = None,
) -> ResponseReturnValue:
    return page(
        "accounts/second_factor.html",
        status=status,
        page=_page_of(account),
        form=form,
        renew_form=renew_form or ConfirmedForm(prefix="renew-"),
        drop_form=drop_form or DropForm(),
        form_key=fresh_form_key(),
    )


def _page_of(account: Account) -> SecondFactorPage:
    login, secret = account.email or account.phone or "", account.totp_secret
    since = account.totp_confirmed_at
    return SecondFactorPage(
        account_href=url_for("accounts.own"),
        start_action=url_for("accounts.start_set_up"),
        confirm_action=url_for("accounts.confirm_set_up"),
        renew_action=url_for("accounts.renew_codes"),
        drop_action=url_for("accounts.drop_own_factor"),
        set_up=set_up_of(secret, login, settings().site_name) if secret and not since else None,
        since=format_date(local(since).date()) if since else None,
        codes_left=recovery_codes_left(account.id),
        must_have=bool(grants_of(account.id)),
        is_lacking=current_actor().lacks_second_factor,
    )
