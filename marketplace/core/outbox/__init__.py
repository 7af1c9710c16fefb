"""The outbox: what is to happen after a fact, written in the fact's own transaction and carried out by a worker.

``emit(event)`` writes one row per (event, handler) of the table that ``app`` fills at start. A row is claimed in one
statement, so none runs in two workers at once; one whose worker died is claimed again when its lease has ended.
Handlers must be safe to run twice: they are idempotent by the row's id, or by reading the present state.
"""

from marketplace.core.outbox.carrying_out import claim, put_back, run
from marketplace.core.outbox.counts import KEPT_FOR, forget_done, in_hand_count, waiting_count
from marketplace.core.outbox.events import emit, emit_all, emit_once
from marketplace.core.outbox.rows import FIRST_PAUSE, LEASE, TRIES, OutboxRow
from marketplace.core.outbox.subscriptions import Job, Subscription, subscribe

__all__ = [
    "FIRST_PAUSE",
    "KEPT_FOR",
    "LEASE",
    "TRIES",
    "Job",
    "OutboxRow",
    "Subscription",
    "claim",
    "emit",
    "emit_all",
    "emit_once",
    "forget_done",
    "in_hand_count",
    "put_back",
    "run",
    "subscribe",
    "waiting_count",
]
