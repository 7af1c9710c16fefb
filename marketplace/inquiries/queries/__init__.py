"""Reads of inquiries, one noun per file."""

from marketplace.inquiries.queries.threads import (
    Asked,
    DeadLink,
    Thread,
    answer_token,
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
    "DeadLink",
    "Thread",
    "answer_token",
    "first_of_thread",
    "inquiry_answered_by",
    "inquiry_by_id",
    "inquiry_by_token",
    "leads_of_thread",
    "thread_by_token",
    "threads_of_account",
    "threads_of_the_day",
]
