"""When officers ring for a supplier, what comes of a call, and when the lead is to be looked at again."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Protocol, TypeVar

from marketplace.core.clock import local
from marketplace.core.texts import N_

# Who hears nothing for a day asks elsewhere; and it is half of the time in which an answer is due.
CALL_AFTER = timedelta(hours=24)
_TOLD_AGAIN = timedelta(hours=24)
_NO_ANSWER_HOURS, _LATER_HOURS = 4, 2
# The hours of commune offices, Monday to Friday; nobody is rung on behalf of the state at night.
_HALF_DAYS = ((time(7, 30), time(11, 30)), (time(13, 30), time(17, 0)))
_SATURDAY = 5


class CallOutcome(StrEnum):
    """What came of a call; ``taken_back`` unsays an earlier note."""

    TOLD = "told"
    NO_ANSWER = "no_answer"
    CALL_AGAIN = "call_again"
    WRONG_NUMBER = "wrong_number"
    SENT_LINK = "sent_link"
    TAKEN_BACK = "taken_back"

    @property
    def label(self) -> str:
        """As a button."""
        return OUTCOME_LABELS[self]

    @property
    def said(self) -> str:
        """What came of it, in the middle of a sentence."""
        return _SAID[self]


OUTCOME_LABELS = {
    CallOutcome.TOLD: N_("Đã báo, họ sẽ trả lời"),
    CallOutcome.NO_ANSWER: N_("Không nghe máy"),
    CallOutcome.CALL_AGAIN: N_("Gọi lại sau"),
    CallOutcome.WRONG_NUMBER: N_("Sai số"),
    CallOutcome.SENT_LINK: N_("Đã gửi lời nhắn"),
}
_SAID = {
    CallOutcome.TOLD: N_("đã báo, họ sẽ trả lời"),
    CallOutcome.NO_ANSWER: N_("không nghe máy"),
    CallOutcome.CALL_AGAIN: N_("hẹn gọi lại"),
    CallOutcome.WRONG_NUMBER: N_("sai số"),
    CallOutcome.SENT_LINK: N_("đã gửi lời nhắn"),
    CallOutcome.TAKEN_BACK: N_("đã rút lại"),
}


class Note(Protocol):
    """What these rules read of a note."""

    @property
    def id(self) -> int:
        """Grows in the order of writing."""

    @property
    def outcome(self) -> str:
        """A CallOutcome."""

    @property
    def noted_at(self) -> datetime:
        """When it was written, UTC."""

    @property
    def corrects_id(self) -> int | None:
        """The note that a ``taken_back`` unsays."""


AnyNote = TypeVar("AnyNote", bound=Note)


def standing_notes(notes: Iterable[AnyNote]) -> list[AnyNote]:
    """The notes that count, oldest first; those that were taken back are left out, and what took them back."""
    known = sorted(notes, key=lambda note: note.id)
    void = {note.corrects_id for note in known}
    return [note for note in known if note.id not in void and note.outcome != CallOutcome.TAKEN_BACK]


def call_due_at(note: Note) -> datetime:
    """When the lead comes back to the call list after this note, if nobody has answered by then.

    A wrong number is no try: somebody has to find the right one, so the lead stays.
    """
    if note.outcome in (CallOutcome.TOLD, CallOutcome.SENT_LINK):
        return note.noted_at + _TOLD_AGAIN
    if note.outcome == CallOutcome.NO_ANSWER:
        return after_working_hours(note.noted_at, _NO_ANSWER_HOURS)
    if note.outcome == CallOutcome.CALL_AGAIN:
        return after_working_hours(note.noted_at, _LATER_HOURS)
    return note.noted_at


def after_working_hours(moment: datetime, hours: int) -> datetime:
    """The moment when so many hours in which offices are open have passed since ``moment`` (aware)."""
    there, left = local(moment), timedelta(hours=hours)
    while True:
        for opens, closes in _HALF_DAYS if there.weekday() < _SATURDAY else ():
            start = max(there, datetime.combine(there.date(), opens, there.tzinfo))
            open_for = datetime.combine(there.date(), closes, there.tzinfo) - start
            if left <= open_for:
                return (start + left).astimezone(moment.tzinfo)
            left -= max(open_for, timedelta(0))
        there = datetime.combine(there.date() + timedelta(days=1), time.min, there.tzinfo)
