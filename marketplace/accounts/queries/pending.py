"""Addresses that wait to be confirmed."""

from sqlalchemy import select

from marketplace.accounts.models import PendingLogin
from marketplace.accounts.vocabulary import CONFIRM, CONFIRM_WITHIN
from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.links import opened_token, private_token


def confirming_token(pending: PendingLogin) -> str:
    """The token of the link that is mailed to the address."""
    return private_token(CONFIRM, pending.public_id)


def pending_by_token(_actor: Actor, token: str) -> PendingLogin | None:
    """The address that a link confirms, or has confirmed, while the link isn't too old."""
    public_id = opened_token(CONFIRM, token)
    if public_id is None:
        return None
    query = select(PendingLogin).where(
        PendingLogin.public_id == public_id,
        PendingLogin.created_at > now() - CONFIRM_WITHIN,
    )
    return session.scalars(query).one_or_none()


def pending_by_id(pending_id: int) -> PendingLogin | None:
    """A waiting address by its key, for the worker."""
    return session.get(PendingLogin, pending_id)
