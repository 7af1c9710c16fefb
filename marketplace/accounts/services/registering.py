"""People entered."""

from marketplace.accounts.models import Account
from marketplace.accounts.queries import is_login_taken
from marketplace.accounts.services.hashing import hashed
from marketplace.accounts.vocabulary import NewAccount
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_


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
