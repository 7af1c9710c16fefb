"""Signing in, in one step or two, and out."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.forms import CodeForm, SignInForm
from marketplace.accounts.models import Account
from marketplace.accounts.presenters import SecondStepPage, SignInPage
from marketplace.accounts.queries import account_of_key
from marketplace.accounts.routes.onward import bench_address, own_address, sign_in_fully, sign_in_with_password
from marketplace.accounts.routes.registry import section
from marketplace.accounts.services import check_second_step, check_sign_in, next_code
from marketplace.accounts.services import end_session as end_one
from marketplace.accounts.vocabulary import SECOND_STEP_WITHIN, SHOWN_SECRETS, Checked, SecondStep
from marketplace.core.permissions import anyone, signed_in
from marketplace.core.settings import settings
from marketplace.core.texts import N_
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.senders import sender_network
from marketplace.web.signin import current_actor, sign_out, waiting_for_code

WRONG = N_("Thư điện tử, số điện thoại hoặc mật khẩu chưa đúng.")
WRONG_CODE = N_("Mã chưa đúng, hoặc đã dùng rồi. Hãy gõ mã đang hiện trong ứng dụng.")
TOO_LATE = N_("Đã quá 10 phút từ khi gõ mật khẩu. Xin đăng nhập lại từ đầu.")
LIMITED = N_("Sai quá nhiều lần. Xin đợi 15 phút rồi thử lại.")
DEMONSTRATION = N_("Bản trình diễn: các tài khoản để thử được in ra khi khởi động.")


@section.page("/dang-nhap", allow=anyone, private=True)
def sign_in() -> ResponseReturnValue:
    """The sign-in form; who is signed in goes on to the own bench."""
    target = request.args.get("next", "")
    if not current_actor().is_stranger:
        return redirect(own_address(target) or bench_address(current_actor()), 303)
    return _form_page(SignInForm(data={"next": target}), 200)


def _check() -> Checked:
    """Slow on purpose, so before any transaction."""
    form = SignInForm(request.form)
    if not form.validate():
        return Checked(None)
    return check_sign_in(form.login.data or "", form.password.data or "", sender_network())


@section.action("/dang-nhap", allow=anyone, prepare=_check, once=False)
def start_session(prepared: Checked) -> ResponseReturnValue:
    """Sign in, and go where one was going."""
    form = SignInForm(request.form)
    if not form.validate():
        return _form_page(form, 422)
    account = account_of_key(prepared.account_key) if prepared.account_key else None
    if account is None:
        form.form_errors = [translate(LIMITED if prepared.is_limited else WRONG)]
        return _form_page(form, 429 if prepared.is_limited else 422)
    return sign_in_with_password(account, form.next.data or "")


def _form_page(form: SignInForm, status: int) -> ResponseReturnValue:
    hint = translate(DEMONSTRATION) if settings().is_demonstration else None
    return page(
        "accounts/sign_in.html",
        status=status,
        form=form,
        page=SignInPage(
            action=url_for("accounts.start_session"),
            sign_up_href=url_for("accounts.sign_up", next=form.next.data or None),
            forgotten_href=url_for("accounts.forgotten"),
            hint=hint,
        ),
    )


@section.page("/dang-nhap/ma", allow=anyone, private=True)
def second_step() -> ResponseReturnValue:
    """The form for the code; back to the first step where that was not taken just now."""
    account = _half_signed_in()
    return _code_page(account, CodeForm(), 200) if account else redirect(url_for("accounts.sign_in"), 303)


def _check_code() -> SecondStep:
    """In a transaction of its own: a wrong code must be counted although it is refused."""
    waiting = waiting_for_code(SECOND_STEP_WITHIN)
    return check_second_step(waiting.account_key, request.form.get("code", "")) if waiting else SecondStep(False)


@section.action("/dang-nhap/ma", allow=anyone, prepare=_check_code, once=False)
def finish_sign_in(prepared: SecondStep) -> ResponseReturnValue:
    """Sign in with the code, and go where one was going."""
    form, account, waiting = CodeForm(request.form), _half_signed_in(), waiting_for_code(SECOND_STEP_WITHIN)
    if account is None or waiting is None:
        first = SignInForm()
        first.form_errors = [translate(TOO_LATE)]
        return _form_page(first, 422)
    if prepared.is_right:
        return sign_in_fully(account, waiting.target, with_second_factor=True)
    if form.validate():
        form.code.errors = [translate(LIMITED if prepared.is_limited else WRONG_CODE)]
    return _code_page(account, form, 429 if prepared.is_limited else 422)


def _half_signed_in() -> Account | None:
    waiting = waiting_for_code(SECOND_STEP_WITHIN)
    account = account_of_key(waiting.account_key) if waiting else None
    return account if account and account.totp_confirmed_at else None


def _code_page(account: Account, form: CodeForm, status: int) -> ResponseReturnValue:
    secret = account.totp_secret or ""
    is_shown = settings().is_demonstration and secret.startswith(SHOWN_SECRETS)
    shown = SecondStepPage(
        action=url_for("accounts.finish_sign_in"),
        back_href=url_for("accounts.sign_in"),
        shown_code=next_code(account) if is_shown else None,
    )
    return page("accounts/second_step.html", status=status, form=form, page=shown)


@section.page("/vao-viec", allow=signed_in)
def onward() -> ResponseReturnValue:
    """To the workbench of whoever signed in."""
    return redirect(bench_address(current_actor()), 303)


@section.action("/dang-xuat", allow=signed_in, once=False)
def end_session() -> ResponseReturnValue:
    """Sign out; a copy of the cookie opens nothing afterwards."""
    end_one(current_actor(), current_actor().session_id or "")
    sign_out()
    return redirect(url_for("site.home"), 303)
