"""The own account: how one is called and signs in, the password, and where one is signed in."""

from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.forms import ChangePasswordForm, ContactForm, NameForm
from marketplace.accounts.models import Account, SessionRow
from marketplace.accounts.presenters import OwnPage, session_lines
from marketplace.accounts.queries import own_account, own_session, sessions_of
from marketplace.accounts.routes.registry import section
from marketplace.accounts.services import (
    change_name,
    change_phone,
    check_own_password,
    drop_address,
    end_session,
    end_sessions,
    give_address,
    hashed,
    set_password,
)
from marketplace.accounts.vocabulary import PasswordCheck, Prepared
from marketplace.core.errors import Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import signed_in
from marketplace.core.text import format_phone
from marketplace.core.texts import N_
from marketplace.web.language import current_language, translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

SAVED = N_("Đã lưu.")
TO_CONFIRM = N_("Đã gửi thư tới %(email)s. Mở đường dẫn trong thư là địa chỉ mới dùng được.")
CHANGED = N_("Đã đổi mật khẩu. Các máy khác sẽ phải đăng nhập lại.")
ENDED = N_("Đã kết thúc đăng nhập ở máy ấy.")
ALL_ENDED = N_("Đã kết thúc đăng nhập ở mọi máy khác.")


@section.page("/tai-khoan", load=own_account, allow=signed_in)
def own(account: Account) -> ResponseReturnValue:
    """The own account."""
    return _page(account)


@section.action("/tai-khoan/ten", load=own_account, allow=signed_in)
def put_name(account: Account) -> ResponseReturnValue:
    """Keep another name."""
    form = NameForm(request.form)
    if not form.validate():
        return _page(account, "name", form)
    change_name(current_actor(), account, form.name.data or "")
    return _saved(translate(SAVED))


def _check_contact() -> PasswordCheck | None:
    form = ContactForm(request.form)
    return check_own_password(current_actor(), form.present.data or "") if form.validate() else None


@section.action("/tai-khoan/lien-lac", load=own_account, allow=signed_in, prepare=_check_contact)
def put_login(account: Account, prepared: PasswordCheck | None) -> ResponseReturnValue:
    """Keep another number, or drop one of the two; another address when its mail was opened."""
    form = ContactForm(request.form)
    if not form.validate() or prepared is None:
        return _page(account, "contact", form)
    if prepared.problem:
        form.refuse(Refused(prepared.problem, field="present"))
        return _page(account, "contact", form)
    try:
        change_phone(current_actor(), account, form.phone.data)
        if account.email and not form.email.data:
            drop_address(current_actor(), account)
    except Refused as error:
        form.refuse(error)
        return _page(account, "contact", form)
    if not form.email.data or form.email.data == account.email:
        return _saved(translate(SAVED))
    give_address(account, form.email.data, current_language())
    return _saved(translate(TO_CONFIRM, email=form.email.data))


def _change() -> Prepared:
    """Both are slow on purpose, so before any transaction."""
    form = ChangePasswordForm(request.form)
    if not form.validate():
        return Prepared()
    check = check_own_password(current_actor(), form.old.data or "")
    if check.problem:
        return Prepared(refused=Refused(check.problem, field="old"))
    try:
        return Prepared(hashed(form.password.data or ""))
    except Refused as error:
        return Prepared(refused=error)


@section.action("/tai-khoan/mat-khau", load=own_account, allow=signed_in, prepare=_change)
def put_password(account: Account, prepared: Prepared) -> ResponseReturnValue:
    """Keep another password; all other sign-ins end."""
    form = ChangePasswordForm(request.form)
    if not form.validate() or prepared.password_hash is None:
        if prepared.refused:
            form.refuse(prepared.refused)
        return _page(account, "password", form)
    set_password(account, prepared.password_hash, but=current_actor().session_id)
    return _saved(translate(CHANGED))


@section.action("/tai-khoan/phien/<public_id>/dung", load=own_session, allow=signed_in, once=False)
def end_own_session(row: SessionRow) -> ResponseReturnValue:
    """End one sign-in."""
    end_session(current_actor(), row.public_id)
    return _saved(translate(ENDED))


@section.action("/tai-khoan/phien/dung-het", load=own_account, allow=signed_in, once=False)
def end_other_sessions(account: Account) -> ResponseReturnValue:
    """End all sign-ins but this one."""
    end_sessions(account.id, but=current_actor().session_id)
    return _saved(translate(ALL_ENDED))


def _saved(words: str) -> ResponseReturnValue:
    flash(words, "done")
    return redirect(url_for("accounts.own"), 303)


def _page(account: Account, which: str | None = None, form: Any = None) -> ResponseReturnValue:
    forms = {
        "name": NameForm(data={"name": account.name}),
        "contact": ContactForm(data={"email": account.email, "phone": account.phone}),
        "password": ChangePasswordForm(),
    }
    if which:
        forms[which] = form
    status = 422 if which else 200
    return page("accounts/own.html", status=status, page=_shown(account, which), forms=forms, form_key=fresh_form_key())


def _shown(account: Account, which: str | None) -> OwnPage:
    rows = sessions_of(account.id)
    hrefs = {row.public_id: url_for("accounts.end_own_session", public_id=row.public_id) for row in rows}
    return OwnPage(
        name=account.name,
        email=account.email,
        phone=format_phone(account.phone) if account.phone else None,
        name_action=url_for("accounts.put_name"),
        contact_action=url_for("accounts.put_login"),
        password_action=url_for("accounts.put_password"),
        second_factor_href=url_for("accounts.second_factor"),
        has_second_factor=account.totp_confirmed_at is not None,
        sessions=session_lines(rows, current_actor().session_id, hrefs),
        end_others_action=url_for("accounts.end_other_sessions"),
        data_href=url_for("suppliers.own_data"),
        erase_href=url_for("suppliers.erasing"),
        mornings_action=url_for("accounts.put_mornings"),
        has_mornings=_has_mornings(account),
        open=which,
    )


def _has_mornings(account: Account) -> bool | None:
    """None for whoever can't have such a mail: no officer who decides, or nowhere to send it."""
    if not current_actor().reviewed_area_ids or account.email is None:
        return None
    return account.morning_mail_stopped_at is None
