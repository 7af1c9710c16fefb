"""Rights given and taken back by the administration, and accounts closed and opened again."""

from marketplace.accounts.models import Account, GrantRow
from marketplace.accounts.queries import account_by_login, administrator_count, grant_rows_of, login_of
from marketplace.accounts.services.registering import register_account
from marketplace.accounts.services.sessions import end_sessions
from marketplace.accounts.vocabulary import NewAccount, OfficerInvited, Right
from marketplace.core.actor import Actor, GrantLevel
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.outbox import emit
from marketplace.core.texts import N_

HAS_IT = N_("Người này đã có quyền ấy.")
LAST_ADMINISTRATOR = N_("Phải còn ít nhất một quản trị trang. Hãy giao quyền cho người khác trước.")
ONESELF = N_("Không tự khóa tài khoản của mình được.")
BY_MAIL_ONLY = N_("Số này chưa có tài khoản. Hãy mời bằng thư điện tử.")


def grant_office(actor: Actor, account: Account, place_id: str, level: GrantLevel = "reviewer") -> None:
    """Make the account an officer of the area ``place_id``."""
    _grant(actor, account, Right("officer", level, place_id))


def grant_administration(actor: Actor, account: Account) -> None:
    """Make the account an administrator of the site."""
    _grant(actor, account, Right("administrator"))


def give_right(actor: Actor, login: str, name: str, right: Right) -> Account:
    """Give a right to whoever has this address or number; whoever has no account yet is invited by mail.

    Raises Refused (``login``) for an unknown number, and when it was given already.
    """
    account = account_by_login(login)
    if account is None:
        email = login_of(login) or ""
        if "@" not in email:
            raise Refused(BY_MAIL_ONLY, field="login")
        try:
            account = register_account(actor, NewAccount(name or email.split("@")[0], email=email))
        except Refused as error:  # of an account that was disabled
            raise Refused(error.message, field="login") from error
    given = [(row.role, row.level, row.place_id) for row in grant_rows_of([account.id]).get(account.id, [])]
    if (right.role, right.level, right.place_id) in given:
        raise Refused(HAS_IT, field="login")
    _grant(actor, account, right)
    if account.password_hash is None:
        emit(OfficerInvited(account.id))
    return account


def _grant(actor: Actor, account: Account, right: Right) -> None:
    session.add(
        GrantRow(
            account_id=account.id,
            role=right.role,
            level=right.level,
            place_id=right.place_id,
            granted_by_id=actor.account_id,
            granted_at=now(),
        )
    )
    session.flush()
    record(actor, "grant", "account", account.public_id, role=right.role, level=right.level, place_id=right.place_id)


def revoke_grant(actor: Actor, account: Account, grant_id: int) -> bool:
    """Take a right back, at once; False when the account holds none such. Raises Refused for the last administrator."""
    row = next((row for row in grant_rows_of([account.id]).get(account.id, []) if row.id == grant_id), None)
    if row is None:
        return False
    if row.role == "administrator":
        _keep_an_administrator(account)
    row.revoked_at = now()
    session.flush()
    record(actor, "revoke", "account", account.public_id, role=row.role, level=row.level, place_id=row.place_id)
    return True


def disable_account(actor: Actor, account: Account) -> None:
    """Let nobody sign in with the account; its sessions and links end. Raises Refused for oneself and the last one."""
    if account.id == actor.account_id:
        raise Refused(ONESELF)
    _keep_an_administrator(account)
    account.disabled_at = account.disabled_at or now()
    account.session_epoch += 1
    session.flush()
    end_sessions(account.id)
    record(actor, "disable_account", "account", account.public_id)


def enable_account(actor: Actor, account: Account) -> None:
    """Let its owner sign in again."""
    account.disabled_at = None
    session.flush()
    record(actor, "enable_account", "account", account.public_id)


def _keep_an_administrator(account: Account) -> None:
    rows = grant_rows_of([account.id]).get(account.id, [])
    if any(row.role == "administrator" for row in rows) and not administrator_count(without=account.id):
        raise Refused(LAST_ADMINISTRATOR)
