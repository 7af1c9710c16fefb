"""The page behind a link with which a password is set."""

from flask import request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.forms import PasswordForm
from marketplace.accounts.models import Account
from marketplace.accounts.presenters import PasswordPage, login_shown
from marketplace.accounts.queries import account_of_password_link
from marketplace.accounts.routes.onward import sign_in_with_password
from marketplace.accounts.routes.registry import section
from marketplace.accounts.services import hashed, set_password
from marketplace.core.actor import STRANGER
from marketplace.core.db import transaction
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import anyone
from marketplace.web.pages import page


@section.page("/dat-mat-khau/<token>", load=account_of_password_link, allow=anyone, private=True)
def invitation(account: Account) -> ResponseReturnValue:
    """The page on which a password is set."""
    return _password_page(account, PasswordForm(), 200)


def _hash() -> str | None:
    """Slow on purpose, so before any transaction; None where the form, or a 404, will say what is wrong."""
    with transaction(write=False):
        if account_of_password_link(STRANGER, str((request.view_args or {}).get("token"))) is None:
            return None  # nobody makes this server work without an invitation
    try:
        return hashed(request.form.get("password", ""))
    except Refused:
        return None


@section.action("/dat-mat-khau/<token>", load=account_of_password_link, allow=anyone, prepare=_hash)
def accept_invitation(account: Account, prepared: str | None) -> ResponseReturnValue:
    """Set the password and sign in; the second step, where there is one, is still asked for."""
    form = PasswordForm(request.form)
    if not form.validate():
        return _password_page(account, form, 422)
    if prepared is None:
        try:
            hashed(form.password.data or "")
        except Refused as error:
            form.refuse(error)
        return _password_page(account, form, 422)
    set_password(account, prepared)
    return sign_in_with_password(account)


def _password_page(account: Account, form: PasswordForm, status: int) -> ResponseReturnValue:
    shown = PasswordPage(
        action=url_for("accounts.accept_invitation", token=(request.view_args or {})["token"]),
        name=account.name,
        login=login_shown(account),
        is_new=account.password_hash is None,
    )
    return page("accounts/set_password.html", status=status, form=form, page=shown, form_key=fresh_form_key())
