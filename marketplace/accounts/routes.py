"""Signing in and out, and the page behind an invitation."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.forms import PasswordForm, SignInForm
from marketplace.accounts.models import Account
from marketplace.accounts.presenters import PasswordPage, SignInPage
from marketplace.accounts.queries import account_of_invitation, account_of_session, session_text_of
from marketplace.accounts.services import begin_session, check_sign_in, hashed, set_password
from marketplace.accounts.vocabulary import Checked
from marketplace.core.actor import STRANGER, Actor
from marketplace.core.db import transaction
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import anyone, signed_in
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.web.language import present_path, translate
from marketplace.web.pages import page
from marketplace.web.sections import Section
from marketplace.web.signin import current_actor, sign_out
from marketplace.web.signin import sign_in as begin

section = Section("accounts", __name__)

WRONG = N_("Thư điện tử, số điện thoại hoặc mật khẩu chưa đúng.")
LIMITED = N_("Sai quá nhiều lần. Xin đợi 15 phút rồi thử lại.")
DEMONSTRATION = N_("Bản trình diễn: các tài khoản để thử được in ra khi khởi động.")


@section.page("/dang-nhap", allow=anyone, private=True)
def sign_in() -> ResponseReturnValue:
    """The sign-in form; who is signed in goes on to the own bench."""
    if not current_actor().is_stranger:
        return redirect(_onward(current_actor(), request.args.get("next", "")), 303)
    return _form_page(SignInForm(data={"next": request.args.get("next", "")}), 200)


def _check() -> Checked:
    """Slow on purpose, so before any transaction."""
    form = SignInForm(request.form)
    if not form.validate():
        return Checked(None)
    return check_sign_in(form.login.data or "", form.password.data or "")


@section.action("/dang-nhap", allow=anyone, prepare=_check, once=False)
def start_session(prepared: Checked) -> ResponseReturnValue:
    """Sign in, and go where one was going."""
    form = SignInForm(request.form)
    if not form.validate():
        return _form_page(form, 422)
    account = account_of_session(prepared.session_text) if prepared.session_text else None
    if account is None:
        form.form_errors = [translate(LIMITED if prepared.is_limited else WRONG)]
        return _form_page(form, 429 if prepared.is_limited else 422)
    begin_session(account)
    begin(session_text_of(account), Actor(account.id, account.name))
    return redirect(_own_address(form.next.data or "") or url_for("accounts.onward"), 303)


@section.page("/vao-viec", allow=signed_in)
def onward() -> ResponseReturnValue:
    """To the workbench of whoever signed in."""
    return redirect(_onward(current_actor(), ""), 303)


@section.action("/dang-xuat", allow=signed_in, once=False)
def end_session() -> ResponseReturnValue:
    """Sign out."""
    sign_out()
    return redirect(url_for("site.home"), 303)


@section.page("/dat-mat-khau/<token>", load=account_of_invitation, allow=anyone, private=True)
def invitation(account: Account) -> ResponseReturnValue:
    """The page on which an invited person sets a password."""
    return _password_page(account, PasswordForm(), 200)


def _hash() -> str | None:
    """Slow on purpose, so before any transaction; None where the form, or a 404, will say what is wrong."""
    with transaction(write=False):
        if account_of_invitation(STRANGER, str((request.view_args or {}).get("token"))) is None:
            return None  # nobody makes this server work without an invitation
    try:
        return hashed(request.form.get("password", ""))
    except Refused:
        return None


@section.action("/dat-mat-khau/<token>", load=account_of_invitation, allow=anyone, prepare=_hash)
def accept_invitation(account: Account, prepared: str | None) -> ResponseReturnValue:
    """Set the password and sign in."""
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
    begin(session_text_of(account), Actor(account.id, account.name))
    return redirect(url_for("accounts.onward"), 303)


def _form_page(form: SignInForm, status: int) -> ResponseReturnValue:
    hint = translate(DEMONSTRATION) if settings().is_demonstration else None
    shown = SignInPage(url_for("accounts.start_session"), hint)
    return page("accounts/sign_in.html", status=status, page=shown, form=form, form_key=fresh_form_key())


def _password_page(account: Account, form: PasswordForm, status: int) -> ResponseReturnValue:
    shown = PasswordPage(present_path(), account.name, account.email or account.phone or "")
    return page("accounts/set_password.html", status=status, page=shown, form=form, form_key=fresh_form_key())


def _own_address(target: str) -> str | None:
    """``target`` if it is a path of this site: no scheme, no host, none of the spellings that browsers read as one."""
    is_path = target.startswith("/") and not target.startswith("//")
    return target if is_path and target.isprintable() and "\\" not in target else None


def _onward(actor: Actor, target: str) -> str:
    if own := _own_address(target):
        return own
    if actor.supplier_ids:
        return url_for("leads.board")
    if actor.is_officer or actor.is_administrator:
        return url_for("reports.report")
    return url_for("inquiries.own")
