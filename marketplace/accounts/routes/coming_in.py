"""Signing up, confirming an address, asking for a new password. Known and unknown are answered alike."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.forms import ForgottenForm, SignUpForm
from marketplace.accounts.models import PendingLogin
from marketplace.accounts.presenters import ConfirmPage, ForgottenPage, SignUpPage
from marketplace.accounts.queries import pending_by_token
from marketplace.accounts.routes.onward import bench_address, own_address, sign_in_with_password
from marketplace.accounts.routes.registry import section
from marketplace.accounts.services import confirm_address, forget_password, hashed, may_ask_for_password, may_sign_up
from marketplace.accounts.services import sign_up as take_in
from marketplace.accounts.vocabulary import NewPerson, Prepared
from marketplace.core.errors import Missing, Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import anyone
from marketplace.core.texts import N_
from marketplace.web.language import current_language, translate
from marketplace.web.pages import page
from marketplace.web.senders import sender_network
from marketplace.web.signin import current_actor

BY_MAIL, BY_NUMBER = "thu", "so"
TOO_MANY = N_("Từ mạng này vừa có quá nhiều lần gửi. Xin đợi một giờ rồi thử lại.")
CONFIRMED_ALREADY = N_("Địa chỉ thư này đã xác nhận rồi.")
ADDRESS_KEPT = N_("Đã xác nhận địa chỉ thư.")


@section.page("/dang-ky", allow=anyone, private=True)
def sign_up() -> ResponseReturnValue:
    """The sign-up form, or what to do next when it was sent."""
    target = request.args.get("next", "")
    if not current_actor().is_stranger:
        return redirect(own_address(target) or bench_address(current_actor()), 303)
    done = request.args.get("xong")
    return _sign_up_page(SignUpForm(data={"next": target}), 200, done if done in (BY_MAIL, BY_NUMBER) else None)


def _hash() -> Prepared:
    """Slow on purpose, so before any transaction; whether or not there is such an account."""
    form = SignUpForm(request.form)
    if not form.validate():
        return Prepared()
    if not may_sign_up(sender_network()):
        return Prepared(is_limited=True)
    try:
        return Prepared(hashed(form.password.data or ""))
    except Refused as error:
        return Prepared(refused=error)


@section.action("/dang-ky", allow=anyone, prepare=_hash)
def send_sign_up(prepared: Prepared) -> ResponseReturnValue:
    """Take in somebody new."""
    form = SignUpForm(request.form)
    if not form.validate() or prepared.refused:
        if prepared.refused:
            form.refuse(prepared.refused)
        return _sign_up_page(form, 422)
    if prepared.password_hash is None:
        form.form_errors = [translate(TOO_MANY)]
        return _sign_up_page(form, 429)
    login, target = form.login.login, own_address(form.next.data or "") or ""
    is_mail = "@" in login
    email, phone = (login, None) if is_mail else (None, login)
    take_in(NewPerson(form.name.data or "", email, phone, prepared.password_hash, current_language(), target))
    done = BY_MAIL if is_mail else BY_NUMBER
    return redirect(url_for("accounts.sign_up", xong=done, next=target or None), 303)


def _sign_up_page(form: SignUpForm, status: int, done: str | None = None) -> ResponseReturnValue:
    shown = SignUpPage(
        action=url_for("accounts.send_sign_up"),
        rules_href=url_for("site.rules"),
        privacy_href=url_for("site.privacy"),
        sign_in_href=url_for("accounts.sign_in", next=form.next.data or None),
        done=done,
    )
    return page("accounts/sign_up.html", status=status, form=form, page=shown, form_key=fresh_form_key())


@section.page("/xac-nhan/<token>", load=pending_by_token, allow=anyone, private=True)
def confirm(pending: PendingLogin) -> ResponseReturnValue:
    """The page with one button: a mail programme that opens every link confirms nothing."""
    return _again(pending) or _to_its_owner(pending) or _confirm_page(pending, 200)


@section.action("/xac-nhan/<token>", load=pending_by_token, allow=anyone)
def confirm_login(pending: PendingLogin) -> ResponseReturnValue:
    """Make the account, and sign in; or keep the address with the account that asked for it."""
    if turned_away := _again(pending) or _to_its_owner(pending):
        return turned_away
    is_new = pending.account_id is None
    try:
        account = confirm_address(pending)
    except Refused as error:
        return _confirm_page(pending, 422, translate(error.message))
    if is_new:
        return sign_in_with_password(account, request.form.get("next", ""))
    flash(translate(ADDRESS_KEPT), "done")
    return redirect(url_for("accounts.own"), 303)


def _again(pending: PendingLogin) -> ResponseReturnValue | None:
    """None for a link that wasn't used; people open one twice, and the second time all is well too."""
    if pending.confirmed_at is None:
        return None
    flash(translate(CONFIRMED_ALREADY), "done")
    return redirect(url_for("accounts.sign_in" if current_actor().is_stranger else "accounts.own"), 303)


def _to_its_owner(pending: PendingLogin) -> ResponseReturnValue | None:
    """None for who may go on. An account's new address is confirmed by its owner alone, signed in.

    A mistyped one is another's, who would have the account with it, for a new password comes by mail.
    """
    actor = current_actor()
    if pending.account_id in (None, actor.account_id):
        return None
    if not actor.is_stranger:
        raise Missing
    return redirect(url_for("accounts.sign_in", next=request.path), 303)


def _confirm_page(pending: PendingLogin, status: int, problem: str | None = None) -> ResponseReturnValue:
    shown = ConfirmPage(
        action=url_for("accounts.confirm_login", token=(request.view_args or {})["token"]),
        email=pending.email,
        name=pending.name,
        is_new=pending.account_id is None,
        target=own_address(request.values.get("next", "")) or "",
        problem=problem,
    )
    return page("accounts/confirm.html", status=status, page=shown, form_key=fresh_form_key())


@section.page("/quen-mat-khau", allow=anyone, private=True)
def forgotten() -> ResponseReturnValue:
    """The form for a new password, or what to do next when it was sent."""
    return _forgotten_page(ForgottenForm(), 200, is_sent=request.args.get("xong") == "1")


def _count() -> bool:
    return ForgottenForm(request.form).validate() and may_ask_for_password(sender_network())


@section.action("/quen-mat-khau", allow=anyone, prepare=_count)
def send_forgotten(*, prepared: bool) -> ResponseReturnValue:
    """Have the link mailed, if there is somebody to mail it to."""
    form = ForgottenForm(request.form)
    if not form.validate():
        return _forgotten_page(form, 422)
    if not prepared:
        form.form_errors = [translate(TOO_MANY)]
        return _forgotten_page(form, 429)
    forget_password(form.login.login, current_language())
    return redirect(url_for("accounts.forgotten", xong="1"), 303)


def _forgotten_page(form: ForgottenForm, status: int, *, is_sent: bool = False) -> ResponseReturnValue:
    shown = ForgottenPage(url_for("accounts.send_forgotten"), url_for("accounts.sign_in"), is_sent)
    return page("accounts/forgotten.html", status=status, form=form, page=shown, form_key=fresh_form_key())
