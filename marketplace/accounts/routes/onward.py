"""Where a sign-in leads: to the page one was going to, or to one's own bench. Never to another site."""

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from marketplace.accounts.models import Account
from marketplace.accounts.queries import account_key
from marketplace.accounts.services import begin_session
from marketplace.accounts.vocabulary import device_of
from marketplace.core.actor import Actor
from marketplace.web.signin import begin_second_step, sign_in


def own_address(target: str) -> str | None:
    """``target`` if it is a path of this site: no scheme, no host, none of the spellings that browsers read as one."""
    is_path = target.startswith("/") and not target.startswith("//")
    return target if is_path and target.isprintable() and "\\" not in target else None


def bench_address(actor: Actor) -> str:
    """The own bench; whoever lacks a second factor is led to set it up."""
    if actor.lacks_second_factor:
        return url_for("accounts.second_factor")
    if actor.supplier_ids:
        return url_for("leads.board")
    if actor.is_officer or actor.is_administrator:
        return url_for("reports.report")
    return url_for("inquiries.own")


def sign_in_with_password(account: Account, target: str = "") -> ResponseReturnValue:
    """After the password: to the second step where there is one, else signed in and on."""
    if account.totp_confirmed_at:
        begin_second_step(account_key(account), target)
        return redirect(url_for("accounts.second_step"), 303)
    return sign_in_fully(account, target)


def sign_in_fully(account: Account, target: str = "", *, with_second_factor: bool = False) -> ResponseReturnValue:
    """Begin a session of this browser, and go on."""
    device = device_of(request.headers.get("User-Agent", ""))
    token = begin_session(account, device, with_second_factor=with_second_factor)
    sign_in(token, Actor(account.id, account.name))
    return redirect(own_address(target) or url_for("accounts.onward"), 303)
