"""Keys that make a form count once: a key that succeeded shows its result again, a refusal isn't remembered."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import String, Text, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from marketplace.core.clock import now
from marketplace.core.db import Base, session

KEPT_FOR = timedelta(days=7)


class FormKey(Base):
    """A used key and where its result stands. ``scope`` is the route and the account, so keys can't be borrowed."""

    __tablename__ = "form_key"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    scope: Mapped[str] = mapped_column(String(120), primary_key=True)
    result: Mapped[str] = mapped_column(Text)
    used_at: Mapped[datetime] = mapped_column(index=True)


def fresh_form_key() -> str:
    """A new key for a form about to be shown."""
    return secrets.token_urlsafe(16)


def result_of(key: str, scope: str) -> str | None:
    """Where the result of an earlier success with this key stands, or None."""
    return session.scalar(select(FormKey.result).where(FormKey.key == key, FormKey.scope == scope))


def remember(key: str, scope: str, result: str) -> None:
    """Note the success of a key, in the transaction of that success."""
    session.add(FormKey(key=key, scope=scope, result=result, used_at=now()))
    session.flush()


def forget_old() -> None:
    """Drop keys that nobody will send again."""
    session.execute(delete(FormKey).where(FormKey.used_at < now() - KEPT_FOR))
