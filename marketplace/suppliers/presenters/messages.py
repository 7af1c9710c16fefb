"""A conversation between officers and a person, as a timeline."""

from collections.abc import Callable, Iterable, Sequence

from marketplace.core.text import format_moment
from marketplace.core.texts import say
from marketplace.core.views import TimelineItem
from marketplace.suppliers.models import ReviewMessage
from marketplace.suppliers.vocabulary.messages import Side


def conversation(
    messages: Sequence[ReviewMessage], reader: Side, reason_label: Callable[[str], str] = str
) -> list[TimelineItem]:
    """What both sides wrote, newest first, as the ``reader``'s side sees it; officers stay without names.

    ``reason_label`` gives the words of a reason's code.
    """
    return [_item(message, reader, reason_label) for message in reversed(messages)]


def _item(message: ReviewMessage, reader: Side, reason_label: Callable[[str], str]) -> TimelineItem:
    return TimelineItem(
        when=format_moment(message.written_at),
        bold=_who(message, reader),
        text=" ".join(_said(message, reason_label)),
    )


def _who(message: ReviewMessage, reader: Side) -> str:
    if message.side == reader == "person":
        return say("Bạn:")
    return say("Cán bộ:") if message.side == "officer" else say("Người gửi:")


def _said(message: ReviewMessage, reason_label: Callable[[str], str]) -> Iterable[str]:
    if message.reason:
        yield f"{reason_label(message.reason)}."
    if message.erased_at:
        yield say("(đã xóa theo yêu cầu)")
    elif message.body:
        yield message.body
