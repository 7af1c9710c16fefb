"""The officers' morning mail, stopped from the mail itself or switched in the own account."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.models import Account
from marketplace.accounts.presenters import MorningPage
from marketplace.accounts.queries import account_of_morning_link, own_account
from marketplace.accounts.routes.registry import section
from marketplace.accounts.services import want_morning_mail
from marketplace.core.form_keys import fresh_form_key
from marketplace.core.permissions import anyone, officer
from marketplace.core.texts import N_
from marketplace.web.language import translate
from marketplace.web.pages import page
from marketplace.web.signin import current_actor

WANTED = N_("Từ sáng mai bạn có thư về việc đang chờ.")
STOPPED = N_("Không gửi thư buổi sáng nữa.")


@section.page("/thu-sang/<token>", load=account_of_morning_link, allow=anyone, private=True)
def morning(account: Account) -> ResponseReturnValue:
    """The page with one button: a mail programme that opens every link stops nothing."""
    token = (request.view_args or {})["token"]
    shown = MorningPage(
        action=url_for("accounts.stop_mornings", token=token),
        account_href=url_for("accounts.own"),
        email=account.email or "",
        is_stopped=account.morning_mail_stopped_at is not None,
    )
    return page("accounts/morning.html", page=shown, form_key=fresh_form_key())


@section.action("/thu-sang/<token>", load=account_of_morning_link, allow=anyone, once=False)
def stop_mornings(account: Account) -> ResponseReturnValue:
    """No morning mail from now on, without signing in."""
    want_morning_mail(current_actor(), account, wanted=False)
    return redirect(url_for("accounts.morning", token=(request.view_args or {})["token"]), 303)


@section.action("/tai-khoan/thu-sang", load=own_account, allow=officer, once=False)
def put_mornings(account: Account) -> ResponseReturnValue:
    """The switch in the own account."""
    wanted = request.form.get("wanted") == "y"
    want_morning_mail(current_actor(), account, wanted=wanted)
    flash(translate(WANTED if wanted else STOPPED), "done")
    return redirect(url_for("accounts.own"), 303)
