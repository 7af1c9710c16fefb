"""Where a lead stands, in a word and a tone, on the supplier's side."""

from datetime import datetime, timedelta

from marketplace.core.texts import N_, say
from marketplace.core.views import Pill, Tone
from marketplace.leads.queries import LeadFile
from marketplace.leads.vocabulary import EventKind, LostReason, Stage, due_at, last_of, waiting_since

HURRY = timedelta(hours=24)  # a question that must be answered within a day says how many hours are left
_TONES: dict[Stage, Tone] = {
    Stage.CREATED: "yours",
    Stage.SEEN: "yours",
    Stage.CONTACTED: "theirs",
    Stage.SAMPLED: "theirs",
    Stage.QUOTED: "theirs",
    Stage.MEMORANDUM: "done",
    Stage.FRAMEWORK_CONTRACT: "done",
    Stage.CONTRACT: "done",
    Stage.DELIVERED: "done",
    Stage.LOST: "lost",
    Stage.SPAM: "lost",
}
FOLLOW_UP = N_("Hỏi lại")


def pill_of(file: LeadFile, now: datetime, answer_within_hours: int) -> Pill:
    """The pill of a lead; while a question waits and time is short, how much is left or since when it is overdue."""
    since = waiting_since(file.events)
    stage = file.stage
    if since is not None and (left := due_at(since, answer_within_hours) - now) <= HURRY:
        return Pill(_left_words(left), "due")
    if since is not None and stage not in (Stage.CREATED, Stage.SEEN):
        return Pill(say("Hỏi thêm"), "yours")
    if reason := lost_reason(file):
        return Pill(say("Không thành: %(reason)s", reason=reason), "lost")
    return Pill(stage.label, _TONES[stage])


def _left_words(left: timedelta) -> str:
    hours = int(abs(left).total_seconds() // 3600)
    if left < timedelta(0):
        if hours >= 24:
            return say("Quá hạn %(days)s ngày", days=hours // 24)
        return say("Quá hạn %(hours)s giờ", hours=hours) if hours else say("Vừa quá hạn")
    return say("Còn %(hours)s giờ", hours=hours) if hours else say("Còn dưới 1 giờ")


def lost_reason(file: LeadFile) -> str | None:
    """Why a lead was lost, in the middle of a sentence; None where it isn't, or nobody said more than "other"."""
    event = last_of(file.events, EventKind.LOST) if file.stage is Stage.LOST else None
    if event is None or event.reason is None or event.reason == LostReason.OTHER:
        return None
    label = LostReason(event.reason).label
    return label[0].lower() + label[1:]
