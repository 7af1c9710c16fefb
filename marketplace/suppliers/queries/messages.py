"""Reads of what officers and people wrote to each other about something that is reviewed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from marketplace.core.db import session
from marketplace.suppliers.models import ReviewMessage
from marketplace.suppliers.queries.merges import group_of
from marketplace.suppliers.vocabulary.messages import Subject


def messages_of(subject: Subject, subject_id: int) -> list[ReviewMessage]:
    """What was written about it, in the order of writing."""
    return list(messages_of_many(subject, [subject_id]).get(subject_id, []))


def messages_of_supplier(supplier_id: int) -> list[ReviewMessage]:
    """What was written about a supplier and about what is taken for it, in the order of writing."""
    found = messages_of_many("supplier", group_of(supplier_id)).values()
    return sorted((message for said in found for message in said), key=lambda message: message.id)


def message_by_id(message_id: int) -> ReviewMessage | None:
    """Words by their key, for the worker."""
    return session.get(ReviewMessage, message_id)


def messages_of_many(subject: Subject, subject_ids: Iterable[int]) -> Mapping[int, Sequence[ReviewMessage]]:
    """Likewise of many, by key; those about which nothing was written are left out."""
    query = (
        select(ReviewMessage)
        .where(ReviewMessage.subject == subject, ReviewMessage.subject_id.in_(set(subject_ids)))
        .order_by(ReviewMessage.id)
    )
    found: defaultdict[int, list[ReviewMessage]] = defaultdict(list)
    for message in session.scalars(query):
        found[message.subject_id].append(message)
    return dict(found)
