"""What people change about their own account; what matters asks for the present password first."""

from sqlalchemy import delete

from marketplace.accounts.models import Account, PendingLogin
from marketplace.accounts.queries import grants_of, is_login_taken
from marketplace.accounts.services.hashing import is_password
from marketplace.accounts.vocabulary import TRIES_WITHIN, PasswordCheck
from marketplace.core.actor import Actor
from marketplace.core.attempts import attempts_within, bucket_of, forget_attempts, note_attempt
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import apart, session
from marketplace.core.errors import Refused
from marketplace.core.settings import settings
from marketplace.core.texts import N_

WRONG = N_("Mật khẩu hiện nay chưa đúng.")
LIMITED = N_("Sai quá nhiều lần. Xin đợi 15 phút rồi thử lại.")
TAKEN = N_("Chưa dùng được số này: hãy xem lại số, hoặc dùng số khác.")
ONE_LOGIN = N_("Cần giữ ít nhất một cách đăng nhập: số điện thoại hoặc thư điện tử.")
OFFICERS_ADDRESS = N_("Tài khoản cán bộ cần một địa chỉ thư: đường dẫn đặt mật khẩu mới chỉ tới được qua đó.")


def check_own_password(actor: Actor, password: str) -> PasswordCheck:
    """Whether it is the password of whoever asks; opens its own transactions, for hashing is slow.

    Limited after ``sign_in_tries`` failures in a quarter of an hour: a phone that was left open is no place to guess.
    """
    with apart():
        account = session.get(Account, actor.account_id) if actor.account_id else None
        if account is None:
            return PasswordCheck(WRONG)
        bucket = bucket_of("own-password", account.public_id)
        if attempts_within(bucket, TRIES_WITHIN) >= settings().sign_in_tries:
            return PasswordCheck(LIMITED, is_limited=True)
        note_attempt(bucket)
        kept = account.password_hash
    if not is_password(kept, password):
        return PasswordCheck(WRONG)
    with apart():
        forget_attempts(bucket)
    return PasswordCheck(None)


def want_morning_mail(actor: Actor, account: Account, *, wanted: bool) -> None:
    """Have the officers' morning mail sent to the account or not; saying the same again changes nothing."""
    if wanted == (account.morning_mail_stopped_at is None):
        return
    account.morning_mail_stopped_at = None if wanted else now()
    session.flush()
    record(actor, "want_morning_mail" if wanted else "stop_morning_mail", "account", account.public_id)


def change_name(actor: Actor, account: Account, name: str) -> None:
    """Call the person otherwise from now on."""
    account.name = name
    session.flush()
    record(actor, "change_name", "account", account.public_id)


def change_phone(actor: Actor, account: Account, phone: str | None) -> None:
    """Set, change or drop the number; raises Refused (``phone``) for one of another account, or the only login."""
    if phone == account.phone:
        return
    if phone is None and account.email is None:
        raise Refused(ONE_LOGIN, field="phone")
    if phone and is_login_taken(phone):
        raise Refused(TAKEN, field="phone")
    account.phone = phone
    session.flush()
    record(actor, "change_phone", "account", account.public_id)


def drop_address(actor: Actor, account: Account) -> None:
    """Take the e-mail address off the account; links that were mailed to it, and one that was to follow it, are void.

    Raises Refused (``email``) for the only login, and for whoever holds grants.
    """
    if account.phone is None:
        raise Refused(ONE_LOGIN, field="email")
    if grants_of(account.id):
        raise Refused(OFFICERS_ADDRESS, field="email")
    account.email = None
    account.session_epoch += 1
    session.execute(delete(PendingLogin).where(PendingLogin.account_id == account.id))
    session.flush()
    record(actor, "drop_address", "account", account.public_id)
