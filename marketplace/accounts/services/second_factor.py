"""The second factor: set up with a first code, asked for at every sign-in, no code taken twice."""

import hmac
import secrets
from datetime import datetime
from hashlib import sha256

import pyotp
from sqlalchemy import delete, select, update

from marketplace.accounts.models import Account, RecoveryCode, SessionRow
from marketplace.accounts.queries import account_key, account_of_key
from marketplace.accounts.services.sessions import end_sessions
from marketplace.accounts.vocabulary import RECOVERY_CODES, STEP_SECONDS, TRIES_WITHIN, SecondStep
from marketplace.core.actor import Actor
from marketplace.core.attempts import attempts_within, bucket_of, forget_attempts, note_attempt
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import apart, session, transaction
from marketplace.core.errors import Refused
from marketplace.core.settings import settings
from marketplace.core.texts import N_

WRONG_CODE = N_("Mã chưa đúng. Hãy gõ mã đang hiện trong ứng dụng.")
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that are read as another
_HALF_LENGTH = 5


def fresh_secret() -> str:
    """A new secret, 160 bits in base 32."""
    return pyotp.random_base32()


def code_of(secret: str, moment: datetime | None = None) -> str:
    """The code of six digits that an authenticator shows at the moment, by default now."""
    return pyotp.TOTP(secret).at(moment or now())


def next_code(account: Account) -> str:
    """A code that would be taken now, or within half a minute: not one that was taken already."""
    present = int(now().timestamp()) // STEP_SECONDS
    step = max(present, (account.totp_last_step or 0) + 1)
    return pyotp.TOTP(account.totp_secret or "").at(step * STEP_SECONDS)


def step_of(secret: str, code: str) -> int | None:
    """The step to which the code belongs: the present one, the one before or the one after; else None."""
    present = int(now().timestamp()) // STEP_SECONDS
    given = "".join(code.split())
    for step in (present, present - 1, present + 1):
        if hmac.compare_digest(pyotp.TOTP(secret).at(step * STEP_SECONDS).encode(), given.encode()):
            return step
    return None


def check_second_step(account_key: str, code: str) -> SecondStep:
    """Check a code at the sign-in; opens its own transaction, for a failure must be counted and a success used up.

    After ``sign_in_tries`` failures within a quarter of an hour the account is limited, on whatever device.
    """
    with apart():
        account = account_of_key(account_key)
        if account is None or not account.totp_confirmed_at:
            return SecondStep(False)
        bucket = bucket_of("second-step", account.public_id)
        if attempts_within(bucket, TRIES_WITHIN) >= settings().sign_in_tries:
            return SecondStep(False, is_limited=True)
        if use_code(account, code):
            forget_attempts(bucket)
            return SecondStep(True)
        note_attempt(bucket)
        return SecondStep(False)


def check_own_code(actor: Actor, code: str) -> SecondStep:
    """Check a code of whoever asks, counted as at the sign-in."""
    with transaction(write=False):
        account = session.get(Account, actor.account_id) if actor.account_id else None
        key = account_key(account) if account else ""
    return check_second_step(key, code)


def use_code(account: Account, code: str) -> bool:
    """Take a code of the authenticator, or else a recovery code; what was taken is never taken again."""
    return _use_step(account, code) or _use_recovery_code(account, code)


def _use_step(account: Account, code: str) -> bool:
    step = step_of(account.totp_secret or "", code)
    if step is None or step <= (account.totp_last_step or 0):
        return False
    account.totp_last_step = step
    session.flush()
    return True


def _use_recovery_code(account: Account, code: str) -> bool:
    found = session.scalars(
        select(RecoveryCode).where(
            RecoveryCode.account_id == account.id,
            RecoveryCode.digest == _digest(account, code),
            RecoveryCode.used_at.is_(None),
        )
    ).first()
    if found is None:
        return False
    found.used_at = now()
    session.flush()
    record(Actor(account.id), "use_recovery_code", "account", account.public_id)
    return True


def start_second_factor(account: Account) -> None:
    """Give the account a secret that counts for nothing yet; one that was confirmed stays."""
    if not account.totp_confirmed_at:
        account.totp_secret = fresh_secret()
        session.flush()


def confirm_second_factor(account: Account, code: str, session_id: str | None) -> list[str]:
    """Have the secret count from now on; the recovery codes, which are shown this once.

    The session ``session_id`` has shown its second factor with that, all others end. Raises Refused (``code``).
    """
    if account.totp_confirmed_at or not account.totp_secret or not _use_step(account, code):
        raise Refused(WRONG_CODE, field="code")
    account.totp_confirmed_at = now()
    end_sessions(account.id, but=session_id)
    session.execute(update(SessionRow).where(SessionRow.public_id == session_id).values(second_factor_at=now()))
    record(Actor(account.id), "set_up_second_factor", "account", account.public_id)
    return renew_recovery_codes(account)


def renew_recovery_codes(account: Account) -> list[str]:
    """Fresh recovery codes, as they are shown once; the ones before are worthless."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
    codes = ["-".join((_half(), _half())) for _ in range(RECOVERY_CODES)]
    session.add_all(RecoveryCode(account_id=account.id, digest=_digest(account, code)) for code in codes)
    session.flush()
    record(Actor(account.id), "renew_recovery_codes", "account", account.public_id)
    return codes


def drop_second_factor(actor: Actor, account: Account) -> None:
    """Take the second factor off the account, by its owner or by an administrator. Its other sessions end."""
    account.totp_secret = account.totp_confirmed_at = account.totp_last_step = None
    session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
    end_sessions(account.id, but=actor.session_id)
    session.execute(update(SessionRow).where(SessionRow.account_id == account.id).values(second_factor_at=None))
    record(actor, "drop_second_factor", "account", account.public_id)


def _half() -> str:
    return "".join(secrets.choice(_LETTERS) for _ in range(_HALF_LENGTH))


def _digest(account: Account, code: str) -> str:
    """Keyed, for a code is short enough to be found by trying, and of the account, so that equal codes differ."""
    tidy = "".join(letter for letter in code.casefold() if letter.isalnum())
    text = f"recovery:{account.public_id}:{tidy}"
    return hmac.new(settings().secret_key.encode(), text.encode(), sha256).hexdigest()
