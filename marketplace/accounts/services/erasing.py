"""An account is emptied when its owner asks to be forgotten; facts stay, with nobody's name on them."""

from sqlalchemy import delete, or_

from marketplace.accounts.models import Account, PendingLogin, RecoveryCode
from marketplace.accounts.queries import grants_of
from marketplace.accounts.services.sessions import end_sessions
from marketplace.accounts.vocabulary import AccountErased
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.marks import mark_of
from marketplace.core.outbox import emit
from marketplace.core.texts import N_

HAS_GRANTS = N_("Tài khoản đang giữ quyền cán bộ hoặc quản trị. Hãy nhờ quản trị trang rút quyền trước.")


def erase_account(actor: Actor, account: Account) -> None:
    """Empty name, address, number and all that signs in; emits AccountErased.

    Raises Refused while the account holds grants.
    """
    if grants_of(account.id):
        raise Refused(HAS_GRANTS)
    public_id, address = account.public_id, account.email
    of_person = or_(PendingLogin.account_id == account.id, PendingLogin.email == address)
    account.name, account.email, account.phone = "", None, None
    account.password_hash = account.totp_secret = account.totp_confirmed_at = account.totp_last_step = None
    account.session_epoch += 1
    account.erased_at = now()
    session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account.id))
    session.execute(delete(PendingLogin).where(of_person))
    session.flush()
    end_sessions(account.id)
    record(actor, "erase_account", "account", public_id)
    emit(AccountErased(account.id, mark_of(address) if address else None))
