"""Signing up, confirming an address, asking for a new password: alike for known and unknown, in answer and in time."""

from datetime import timedelta

from sqlalchemy import delete

from marketplace.accounts.models import Account, PendingLogin
from marketplace.accounts.queries import account_by_login, is_login_taken
from marketplace.accounts.vocabulary import (
    COUNTED_WITHIN,
    MAILS_PER_ADDRESS,
    MAILS_WITHIN,
    PENDING_KEPT_FOR,
    RESETS_PER_NETWORK,
    RULES_VERSION,
    SIGN_UPS_PER_NETWORK,
    AddressGiven,
    NewPerson,
    PasswordForgotten,
)
from marketplace.core.actor import STRANGER, Actor
from marketplace.core.attempts import attempts_within, bucket_of, note_attempt
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import apart, session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_

TAKEN = N_("Địa chỉ này nay đã có tài khoản. Hãy đăng nhập.")


def may_sign_up(network: str) -> bool:
    """Count a sign-up of this network; False when there were too many. Opens its own transaction."""
    return _counted("sign-up", network, SIGN_UPS_PER_NETWORK, COUNTED_WITHIN)


def may_ask_for_password(network: str) -> bool:
    """Count a question for a new password; False when there were too many. Opens its own transaction."""
    return _counted("new-password", network, RESETS_PER_NETWORK, COUNTED_WITHIN)


def _counted(what: str, network: str, most: int, within: timedelta) -> bool:
    with apart():
        return not network or _count(bucket_of(what, network), most, within)


def _count(bucket: str, most: int, within: timedelta) -> bool:
    if attempts_within(bucket, within) >= most:
        return False
    note_attempt(bucket)
    return True


def sign_up(new: NewPerson) -> None:
    """Take in somebody new; says nothing about whether the address or number has an account already.

    By e-mail nothing is made until the mailed link is opened, else nobody could sign up with an address that somebody
    else had typed. A phone number can't be asked: a free one has its account at once.
    """
    if new.phone:
        if not is_login_taken(new.phone):
            _enter(Account(phone=new.phone, name=new.name, password_hash=new.password_hash), RULES_VERSION)
        return
    pending = PendingLogin(
        name=new.name,
        email=new.email,
        password_hash=new.password_hash,
        rules_version=RULES_VERSION,
        language=new.language,
        created_at=now(),
    )
    session.add(pending)
    session.flush()
    if may_mail(new.email or ""):
        emit(AddressGiven(pending.id, new.target))


def give_address(account: Account, email: str, language: str) -> None:
    """Ask for an address to be the account's; it is from when the mailed link was opened.

    One that was asked for before, perhaps mistyped and another's, is void.
    """
    session.execute(delete(PendingLogin).where(PendingLogin.account_id == account.id))
    pending = PendingLogin(account_id=account.id, email=email, language=language, created_at=now())
    session.add(pending)
    session.flush()
    if may_mail(email):
        emit(AddressGiven(pending.id))


def confirm_address(pending: PendingLogin) -> Account:
    """The account of an address whose link was opened: a new one, or the one that had asked for it.

    Raises Refused when it got an account in between. Other sign-ups with the address are void, and so are the links
    with which a password is set that were mailed to the address before: that mailbox may be another's now.
    """
    if is_login_taken(pending.email):
        raise Refused(TAKEN)
    pending.confirmed_at = now()
    account = session.get(Account, pending.account_id) if pending.account_id else None
    if account is None:
        made = Account(email=pending.email, name=pending.name, password_hash=pending.password_hash)
        account = _enter(made, pending.rules_version)
    else:
        account.email = pending.email
        account.session_epoch += 1
        record(Actor(account.id), "change_address", "account", account.public_id)
    account.confirmed_at = account.confirmed_at or now()
    pending.password_hash = None
    session.flush()
    session.execute(delete(PendingLogin).where(PendingLogin.email == pending.email, PendingLogin.id != pending.id))
    return account


def _enter(account: Account, rules_version: str) -> Account:
    account.created_at, account.session_epoch = now(), 0
    session.add(account)
    session.flush()
    record(STRANGER, "sign_up", "account", account.public_id, rules=rules_version)
    return account


def forget_password(login: str, language: str) -> None:
    """Have a link mailed to the account's own address, if there are both; whoever asks is told the same."""
    account = account_by_login(login)
    address = account.email if account else None
    if account and address and may_mail(address):
        emit(PasswordForgotten(account.id, language))


def may_mail(address: str) -> bool:
    """Count a mail that a stranger causes; False when the address had enough of them today."""
    return _count(bucket_of("mail", address), MAILS_PER_ADDRESS, MAILS_WITHIN)


def forget_pending() -> None:
    """Drop addresses that were typed days ago: they are people's, and nobody confirms them any more."""
    session.execute(delete(PendingLogin).where(PendingLogin.created_at < now() - PENDING_KEPT_FOR))
