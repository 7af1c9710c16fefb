"""Reads of inquiries, one noun per file."""

from marketplace.inquiries.queries.calls import (
    Call,
    CallList,
    call_list,
    call_of,
    calls_of,
    silence_of_suppliers,
)
from marketplace.inquiries.queries.persons import Kept, kept_by_token, running_thread
from marketplace.inquiries.queries.threads import (
    Asked,
    DeadLink,
    Thread,
    answer_token,
    asked_where,
    first_of_thread,
    inquiry_answered_by,
    inquiry_by_id,
    inquiry_by_token,
    leads_of_thread,
    thread_by_token,
    threads_of_account,
    threads_of_the_day,
)

__all__ = [
    "Asked",
    "Call",
    "CallList",
    "DeadLink",
    "Kept",
    "Thread",
    "answer_token",
    "asked_where",
    "call_list",
    "call_of",
    "calls_of",
    "first_of_thread",
    "inquiry_answered_by",
    "inquiry_by_id",
    "inquiry_by_token",
    "kept_by_token",
    "leads_of_thread",
    "running_thread",
    "silence_of_suppliers",
    "thread_by_token",
    "threads_of_account",
    "threads_of_the_day",
]
