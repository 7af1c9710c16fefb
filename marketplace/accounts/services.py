"""Writes of accounts: entering people, their passwords, their rights."""

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from marketplace.accounts.models import Account, GrantRow
from marketplace.accounts.queries import account_by_login, is_login_taken, login_of, session_text_of
from marketplace.accounts.vocabulary import (
    INVITATION,
    LONGEST_PASSWORD,
    SHORTEST_PASSWORD,
    TRIES_WITHIN,
    Checked,
    NewAccount,
)
from marketplace.core.actor import Actor, GrantLevel
from marketplace.core.attempts import attempts_within, bucket_of, forget_attempts, note_attempt
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import apart, session
from marketplace.core.errors import Refused
from marketplace.core.links import private_token
from marketplace.core.settings import settings
from marketplace.core.texts import N_

_hasher = PasswordHasher()
# Checked when nobody has the login, so that the answer takes as long as for a wrong password.
_NOBODY = _hasher.hash("nobody has this password")

TOO_SHORT = N_("Mật khẩu cần ít nhất %(least)s ký tự.")
TOO_LONG = N_("Mật khẩu dài quá %(most)s ký tự.")


def hashed(password: str) -> str:
    """The argon2id hash (RFC 9106) to keep; slow on purpose. Raises Refused (``password``)."""
    if len(password) < SHORTEST_PASSWORD:
        raise Refused(TOO_SHORT, field="password", least=SHORTEST_PASSWORD)
    if len(password) > LONGEST_PASSWORD:
        raise Refused(TOO_LONG, field="password", most=LONGEST_PASSWORD)
    return _hasher.hash(password)


def check_sign_in(login: str, password: str) -> Checked:
    """Check a sign-in; opens and closes its own transactions, for hashing is slow and a failure must be counted.

    Unknown logins cost the same time and get the same answer. After ``sign_in_tries`` failures within a quarter
    of an hour the login is limited, whoever asks and however it is typed.
    """
    bucket = bucket_of("sign-in", login_of(login) or login.strip().casefold())
    with apart():
        if attempts_within(bucket, TRIES_WITHIN) >= settings().sign_in_tries:
            return Checked(None, is_limited=True)
        note_attempt(bucket)  # before the check, so that tries at the same moment are counted too
        account = account_by_login(login)
        kept = account.password_hash if account else None
        text = session_text_of(account) if account else None
    if not _verified(kept or _NOBODY, password) or kept is None:
        return Checked(None)
    with apart():
        forget_attempts(bucket)
    return Checked(text)


def _verified(kept: str, password: str) -> bool:
    try:
        return _hasher.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return False


def begin_session(account: Account) -> None:
    """Note a sign-in."""
    account.last_signed_in_at = now()
    record(Actor(account.id), "sign_in", "account", account.public_id)


def register_account(actor: Actor, new: NewAccount) -> Account:
    """Enter a person; raises Refused when the address or number has an account already."""
    for field, login in (("email", new.email), ("phone", new.phone)):
        if login and is_login_taken(login):
            raise Refused(N_("Đã có tài khoản dùng địa chỉ hoặc số này."), field=field)
    account = Account(
        email=new.email,
        phone=new.phone,
        name=new.name,
        password_hash=hashed(new.password) if new.password else None,
        created_at=now(),
        session_epoch=0,
    )
    session.add(account)
    session.flush()
    record(actor, "register_account", "account", account.public_id)
    return account


def invitation_token(account: Account) -> str:
    """A link token with which the account's password can be set once: setting it raises the epoch inside."""
    return private_token(INVITATION, session_text_of(account))


def set_password(account: Account, password_hash: str) -> None:
    """Keep a new password's hash and end all sessions and invitations of the account."""
    account.password_hash = password_hash
    account.session_epoch += 1
    account.confirmed_at = account.confirmed_at or now()
    session.flush()
    record(Actor(account.id), "set_password", "account", account.public_id)


def grant_office(actor: Actor, account: Account, place_id: str, level: GrantLevel = "reviewer") -> None:
    """Make the account an officer of the area ``place_id``."""
    _grant(actor, account, "officer", level, place_id)


def grant_administration(actor: Actor, account: Account) -> None:
    """Make the account an administrator of the site."""
    _grant(actor, account, "administrator", "reviewer", None)


def _grant(actor: Actor, account: Account, role: str, level: GrantLevel, place_id: str | None) -> None:
    session.add(
        GrantRow(
            account_id=account.id,
            role=role,
            level=level,
            place_id=place_id,
            granted_by_id=actor.account_id,
            granted_at=now(),
        )
    )
    session.flush()
    record(actor, "grant", "account", account.public_id, role=role, place_id=place_id)
