"""Passwords: checked at a sign-in, set by a link."""

from datetime import timedelta

from sqlalchemy import delete

from marketplace.accounts.models import Account, PendingLogin
from marketplace.accounts.queries import account_by_login, account_key, account_of_key, grants_of, login_of
from marketplace.accounts.services.hashing import is_password, rehashed
from marketplace.accounts.services.sessions import end_sessions
from marketplace.accounts.vocabulary import HANDED_FOR, INVITED_FOR, LINK_PURPOSE, TRIES_WITHIN, Checked
from marketplace.core.actor import Actor
from marketplace.core.attempts import attempts_within, bucket_of, forget_attempts, note_attempt
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import apart, session
from marketplace.core.errors import Forbidden
from marketplace.core.links import private_token
from marketplace.core.settings import settings


def check_sign_in(login: str, password: str, network: str = "") -> Checked:
    """Check a sign-in; opens and closes its own transactions, for hashing is slow and a failure must be counted.

    Unknown logins cost the same time and get the same answer. After ``sign_in_tries`` failures within a quarter
    of an hour the login is limited, whoever asks and however it is typed. So is the sender's ``network``, after
    failures with whatever logins; it is never forgiven by a success, for whoever guesses may have an own account.
    """
    bucket = bucket_of("sign-in", login_of(login) or login.strip().casefold())
    senders = bucket_of("sign-in-network", network)
    with apart():
        if attempts_within(bucket, TRIES_WITHIN) >= settings().sign_in_tries or _is_flood(senders, network):
            return Checked(None, is_limited=True)
        note_attempt(bucket)  # before the check, so that tries at the same moment are counted too
        account = account_by_login(login)
        kept = account.password_hash if account else None
        key = account_key(account) if account else None
    if not is_password(kept, password):
        with apart():
            note_attempt(senders)
        return Checked(None)
    renewed = rehashed(kept, password)
    with apart():
        forget_attempts(bucket)
        if renewed and key and (account := account_of_key(key)):
            account.password_hash = renewed
    return Checked(key)


def _is_flood(senders: str, network: str) -> bool:
    return bool(network) and attempts_within(senders, TRIES_WITHIN) >= settings().sign_in_tries_per_network


def password_token(account: Account, lasting: timedelta = INVITED_FOR) -> str:
    """A link token with which the account's password can be set once: setting it raises the epoch inside."""
    until = int((now() + lasting).timestamp())
    return private_token(LINK_PURPOSE, f"{account_key(account)}.{until}")


def set_password(account: Account, password_hash: str, *, but: str | None = None) -> None:
    """Keep a new password's hash; ends all links and, but for the one of that public id, all sessions."""
    account.password_hash = password_hash
    account.session_epoch += 1
    account.confirmed_at = account.confirmed_at or now()
    session.execute(delete(PendingLogin).where(PendingLogin.account_id == account.id))  # whoever typed them may be gone
    session.flush()
    end_sessions(account.id, but=but)
    record(Actor(account.id), "set_password", "account", account.public_id)


def may_be_handed(account: Account) -> bool:
    """Whether an officer may hand out a link: where no mail can bring one and no more is at stake."""
    guarded = account.email or account.totp_confirmed_at or account.disabled_at or account.erased_at
    return not guarded and not grants_of(account.id)


def hand_out_link(actor: Actor, account: Account) -> str:
    """The token of a link with which the person sets a new password; raises Forbidden where that may not be."""
    if not may_be_handed(account):
        raise Forbidden
    record(actor, "hand_out_password_link", "account", account.public_id)
    return password_token(account, HANDED_FOR)
