"""The administrator's page: accounts, their rights, closed and opened again, a lost second factor."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.forms import GrantForm
from marketplace.accounts.models import Account
from marketplace.accounts.presenters import (
    AccountLine,
    AdministrationPage,
    GrantLine,
    account_line,
    area_words,
    grant_words,
)
from marketplace.accounts.queries import account_for_administrator, accounts_matching, grant_rows_of
from marketplace.accounts.routes.registry import section
from marketplace.accounts.services import (
    disable_account,
    drop_second_factor,
    enable_account,
    give_right,
    revoke_grant,
)
from marketplace.accounts.vocabulary import Right
from marketplace.core.errors import Missing, Refused
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import administrator
from marketplace.core.texts import N_
from marketplace.places.queries import former_districts_of, place
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

MOST_SHOWN = 50
GIVEN = N_("Đã giao quyền cho %(name)s.")
REVOKED = N_("Đã rút quyền của %(name)s.")
DISABLED = N_("Đã khóa tài khoản của %(name)s.")
ENABLED = N_("Đã mở lại tài khoản của %(name)s.")
RESET = N_("Đã bỏ lớp thứ hai của %(name)s; lần đăng nhập tới sẽ cài lại.")
NO_DISTRICT = N_("Xã này không thuộc trọn một huyện cũ. Hãy chọn xã cũ, hoặc phạm vi khác.")


@section.page("/can-bo/nguoi-dung", allow=administrator)
def administration() -> ResponseReturnValue:
    """Accounts that hold rights, or those that ``q`` finds."""
    return _page(GrantForm(), 200)


@section.action("/can-bo/nguoi-dung/giao-quyen", allow=administrator)
def give() -> ResponseReturnValue:
    """Give a right; with the button "Tìm xã" only look for the place."""
    form = GrantForm(request.form)
    if form.place.is_searching or not form.validate():
        return _page(form, 422)
    try:
        account = give_right(current_actor(), form.login.login, form.name.data or "", _right(form))
    except Refused as error:
        form.refuse(error)
        return _page(form, 422)
    return _done(GIVEN, account)


def _right(form: GrantForm) -> Right:
    """Raises Refused (``scope``) where the commune names no former district."""
    if form.role.data == "administrator":
        return Right("administrator")
    ref, area = form.place.data, form.place.data.place_id
    if form.scope.data == "province":
        area = place(str(area)).province_id
    elif form.scope.data == "district":
        area = former_districts_of([ref]).get(ref)
        if area is None:
            raise Refused(NO_DISTRICT, field="scope")
    return Right("officer", "viewer" if form.role.data == "viewer" else "reviewer", area)


@section.action(
    "/can-bo/nguoi-dung/<public_id>/rut-quyen", load=account_for_administrator, allow=administrator, once=False
)
def revoke(account: Account) -> ResponseReturnValue:
    """Take a right back."""
    number = request.form.get("quyen", "")
    try:
        if not revoke_grant(current_actor(), account, int(number) if number.isdecimal() else 0):
            raise Missing
    except Refused as error:
        return _refused(error)
    return _done(REVOKED, account)


@section.action("/can-bo/nguoi-dung/<public_id>/khoa", load=account_for_administrator, allow=administrator, once=False)
def disable(account: Account) -> ResponseReturnValue:
    """Let nobody sign in with the account."""
    try:
        disable_account(current_actor(), account)
    except Refused as error:
        return _refused(error)
    return _done(DISABLED, account)


@section.action("/can-bo/nguoi-dung/<public_id>/mo", load=account_for_administrator, allow=administrator, once=False)
def enable(account: Account) -> ResponseReturnValue:
    """Let its owner sign in again."""
    enable_account(current_actor(), account)
    return _done(ENABLED, account)


@section.action(
    "/can-bo/nguoi-dung/<public_id>/dat-lai-hai-lop", load=account_for_administrator, allow=administrator, once=False
)
def reset_second_factor(account: Account) -> ResponseReturnValue:
    """Take off the second factor of somebody who lost the phone and the codes."""
    drop_second_factor(current_actor(), account)
    return _done(RESET, account)


def _refused(error: Refused) -> ResponseReturnValue:
    form = GrantForm()
    form.refuse(error)
    return _page(form, 422)


def _done(words: str, account: Account) -> ResponseReturnValue:
    flash(translate(words, name=account.name), "done")
    return redirect(url_for("accounts.administration"), 303)


def _page(form: GrantForm, status: int) -> ResponseReturnValue:
    wanted = request.args.get("q", "").strip()[:100]
    accounts = accounts_matching(wanted, MOST_SHOWN)
    shown = AdministrationPage(
        action=url_for("accounts.administration"),
        q=wanted,
        give_action=url_for("accounts.give"),
        lines=_lines(accounts),
        is_cut=len(accounts) == MOST_SHOWN,
    )
    return page("accounts/administration.html", status=status, page=shown, form=form, form_key=fresh_form_key())


def _lines(accounts: list[Account]) -> list[AccountLine]:
    rows = grant_rows_of([account.id for account in accounts])
    names = area_words([row for own in rows.values() for row in own])
    return [
        account_line(
            account,
            [GrantLine(grant_words(row, names), row.id) for row in rows.get(account.id, [])],
            {what: url_for(f"accounts.{what}", public_id=account.public_id) for what in _WAYS},
            is_oneself=account.id == current_actor().account_id,
        )
        for account in accounts
    ]


_WAYS = ("revoke", "disable", "enable", "reset_second_factor")
