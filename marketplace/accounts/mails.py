"""The mails about accounts: an address to be confirmed, one that has an account already, a new password."""

from flask import render_template

from marketplace.accounts.models import Account, PendingLogin
from marketplace.accounts.queries import confirming_token
from marketplace.accounts.services import password_token
from marketplace.accounts.vocabulary import RESET_FOR
from marketplace.core.marks import mark_of
from marketplace.core.texts import N_
from marketplace.web.addresses import whole_address
from marketplace.web.language import language_context, translate
from marketplace.web.mail import ABOUT, Message


def address_to_confirm(pending: PendingLogin, target: str, account: Account | None) -> Message:
    """To an address that somebody typed, for an ``account`` that is there or none: where to confirm it."""
    about = account.public_id if account else mark_of(pending.email)
    with language_context(pending.language):
        link = whole_address("accounts.confirm", token=confirming_token(pending), next=target or None)
        text = render_template("accounts/mails/confirm.txt", pending=pending, address=link)
        return Message((pending.email,), translate(N_("Xác nhận địa chỉ thư của bạn")), text, {ABOUT: about})


def address_is_known(pending: PendingLogin) -> Message:
    """To an address that somebody signed up with and that has an account: nothing was changed."""
    with language_context(pending.language):
        links = {"sign_in": whole_address("accounts.sign_in"), "forgotten": whole_address("accounts.forgotten")}
        text = render_template("accounts/mails/known.txt", links=links)
        return Message((pending.email,), translate(N_("Bạn đã có tài khoản")), text, {ABOUT: mark_of(pending.email)})


def new_password(account: Account, language: str) -> Message:
    """To the account's own address: where to set a new password, within the hour."""
    with language_context(language):
        link = whole_address("accounts.invitation", token=password_token(account, RESET_FOR))
        text = render_template("accounts/mails/new_password.txt", account=account, address=link)
        return _to_owner(account, translate(N_("Đặt mật khẩu mới")), text)


def invitation_of_officer(account: Account) -> Message:
    """To a person who was given rights and has no password yet: where to set one."""
    link = whole_address("accounts.invitation", token=password_token(account))
    text = render_template("accounts/mails/invitation.txt", account=account, address=link)
    return _to_owner(account, translate(N_("Tài khoản cán bộ của bạn")), text)


def _to_owner(account: Account, subject: str, text: str) -> Message:
    """To the account's own address, and found again when its owner asks to be forgotten."""
    return Message((account.email,) if account.email else (), subject, text, {ABOUT: account.public_id})
