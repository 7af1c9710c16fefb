"""The second factor of the own account: set up, its recovery codes."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.forms import CodeForm
from marketplace.accounts.models import Account
from marketplace.accounts.presenters import RecoveryCodesPage, SecondFactorPage, set_up_of
from marketplace.accounts.queries import grants_of, own_account, recovery_codes_left
from marketplace.accounts.routes.registry import section
from marketplace.accounts.services import confirm_second_factor, start_second_factor
from marketplace.core.clock import local
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import signed_in
from marketplace.core.settings import settings
from marketplace.core.text import format_date
from marketplace.web.pages import page
from marketplace.web.signin import current_actor


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


def _shown(account: Account, form: CodeForm, status: int) -> ResponseReturnValue:
    login, secret = account.email or account.phone or "", account.totp_secret
    since = account.totp_confirmed_at
    shown = SecondFactorPage(
        account_href=url_for("accounts.second_factor"),
        start_action=url_for("accounts.start_set_up"),
        confirm_action=url_for("accounts.confirm_set_up"),
        renew_action="",
        drop_action="",
        set_up=set_up_of(secret, login, settings().site_name) if secret and not since else None,
        since=format_date(local(since).date()) if since else None,
        codes_left=recovery_codes_left(account.id),
        must_have=bool(grants_of(account.id)),
        is_lacking=current_actor().lacks_second_factor,
    )
    return page("accounts/second_factor.html", status=status, page=shown, form=form, form_key=fresh_form_key())
