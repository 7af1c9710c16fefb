"""Sign-ins begun, noted and ended."""

import logging
import secrets

from sqlalchemy import select, update

from marketplace.accounts.models import Account, SessionRow
from marketplace.accounts.queries import SignedIn, digest_of
from marketplace.core.actor import Actor
from marketplace.core.audit import record
from marketplace.core.clock import now
from marketplace.core.db import is_in_transaction, session, transaction
from marketplace.core.errors import HouseError

log = logging.getLogger(__name__)
_TOKEN_BYTES = 32


def begin_session(account: Account, device: str, *, with_second_factor: bool) -> str:
    """Begin a sign-in on a device; the token that its cookie holds and nothing else knows."""
    moment, token = now(), secrets.token_urlsafe(_TOKEN_BYTES)
    session.add(
        SessionRow(
            account_id=account.id,
            token_digest=digest_of(token),
            device=device,
            began_at=moment,
            seen_at=moment,
            second_factor_at=moment if with_second_factor else None,
        )
    )
    session.get_one(Account, account.id).last_signed_in_at = moment
    session.flush()
    record(Actor(account.id), "sign_in", "account", account.public_id)
    return token


def note_seen(signed_in: SignedIn) -> None:
    """Write down that the session is in use. In a short transaction of its own, and without it if that can't be."""
    if not signed_in.is_to_be_noted or is_in_transaction():
        return
    try:
        with transaction(write=True):
            session.execute(update(SessionRow).where(SessionRow.id == signed_in.row.id).values(seen_at=now()))
    except HouseError:
        log.warning("a session's last use was not noted")


def end_session(actor: Actor, public_id: str) -> bool:
    """End one of the actor's own sessions; False when there is none such. A copy of its cookie is worthless then."""
    condition = SessionRow.account_id == actor.account_id, SessionRow.public_id == public_id
    row = session.scalars(select(SessionRow).where(*condition, SessionRow.ended_at.is_(None))).one_or_none()
    if row is None:
        return False
    row.ended_at = now()
    session.flush()
    return True


def end_sessions(account_id: int, *, but: str | None = None) -> None:
    """End all sessions of an account, but for the one of that public id."""
    going_on = select(SessionRow).where(SessionRow.account_id == account_id, SessionRow.ended_at.is_(None))
    for row in session.scalars(going_on):
        if row.public_id != but:
            row.ended_at = now()
    session.flush()
