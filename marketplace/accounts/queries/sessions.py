"""Sign-ins that are going on."""

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select

from marketplace.accounts.models import Account, SessionRow
from marketplace.accounts.queries.grants import grants_of
from marketplace.accounts.vocabulary import IDLE_FOR_OFFICERS, IDLE_FOR_PEOPLE, NOTED_EVERY
from marketplace.core.actor import Actor, Grant
from marketplace.core.clock import now
from marketplace.core.db import session


@dataclass(frozen=True)
class SignedIn:
    """A session with its account and all grants of that, whether or not they count in it."""

    account: Account
    row: SessionRow
    grants: tuple[Grant, ...]

    @property
    def is_to_be_noted(self) -> bool:
        """Whether it is long enough since the session was last seen to write that down again."""
        return self.row.seen_at <= now() - NOTED_EVERY


def digest_of(token: str) -> str:
    """What is kept of a random token; whoever reads the table can't sign in with it."""
    return sha256(token.encode()).hexdigest()


def signed_in_by(token: str) -> SignedIn | None:
    """The session of the token; None when it was ended, was left alone for too long, or never was.

    ``seen_at`` is noted once an hour, so a session ends up to an hour before its time, never after.
    """
    query = (
        select(SessionRow, Account)
        .join(Account, Account.id == SessionRow.account_id)
        .where(
            SessionRow.token_digest == digest_of(token),
            SessionRow.ended_at.is_(None),
            Account.disabled_at.is_(None),
            Account.erased_at.is_(None),
        )
    )
    found = session.execute(query).one_or_none()
    if found is None:
        return None
    grants = grants_of(found.Account.id)
    idle = IDLE_FOR_OFFICERS if grants else IDLE_FOR_PEOPLE
    return SignedIn(found.Account, found.SessionRow, grants) if found.SessionRow.seen_at > now() - idle else None


def sessions_of(account_id: int) -> list[SessionRow]:
    """The sign-ins of an account that are going on, the last used first."""
    idle = IDLE_FOR_OFFICERS if grants_of(account_id) else IDLE_FOR_PEOPLE
    query = select(SessionRow).where(
        SessionRow.account_id == account_id, SessionRow.ended_at.is_(None), SessionRow.seen_at > now() - idle
    )
    return list(session.scalars(query.order_by(SessionRow.seen_at.desc(), SessionRow.id.desc())))


def own_session(actor: Actor, public_id: str) -> SessionRow | None:
    """One of the sign-ins of whoever asks."""
    own = SessionRow.account_id == actor.account_id, SessionRow.public_id == public_id
    return session.scalars(select(SessionRow).where(*own, SessionRow.ended_at.is_(None))).one_or_none()
