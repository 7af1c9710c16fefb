"""Words about what is being reviewed: an officer's reasons and questions, and a person's answers."""

from typing import Literal

from sqlalchemy import update

from marketplace.core.actor import Actor
from marketplace.core.clock import now
from marketplace.core.db import session
from marketplace.core.errors import Refused
from marketplace.core.texts import N_
from marketplace.suppliers.models import ReviewMessage
from marketplace.suppliers.vocabulary.messages import LONGEST_MESSAGE, Side, Subject

NOTHING_SAID = N_("Hãy viết vài chữ, hoặc chọn một lý do.")
TOO_LONG = N_("Dài quá %(limit)s ký tự: hãy viết ngắn hơn.")


def write_message(
    actor: Actor, subject: Subject, subject_id: int, side: Side, body: str, reason: str | None = None
) -> ReviewMessage:
    """Keep words, or a ``reason`` code with or without them, about the object ``subject_id`` of that kind.

    Raises Refused (``words``) where neither is given, or the words are longer than LONGEST_MESSAGE characters.
    """
    words = body.strip()
    if not words and not reason:
        raise Refused(NOTHING_SAID, field="words")
    if len(words) > LONGEST_MESSAGE:
        raise Refused(TOO_LONG, field="words", limit=LONGEST_MESSAGE)
    message = ReviewMessage(
        subject=subject,
        subject_id=subject_id,
        side=side,
        account_id=actor.account_id,
        reason=reason,
        body=words,
        written_at=now(),
    )
    session.add(message)
    session.flush()
    return message


def erase_messages(account_id: int, side: Literal["person", "officer"] = "person") -> None:
    """Empty what an account wrote as a person; that it wrote, and reasons, stay."""
    session.execute(
        update(ReviewMessage)
        .where(ReviewMessage.account_id == account_id, ReviewMessage.side == side, ReviewMessage.erased_at.is_(None))
        .values(body="", erased_at=now())
    )
