"""In which time a supplier usually answers, in words that promise no more than is known."""

from marketplace.core.texts import say

_HOUR, _DAY = 60, 24 * 60
_LONGEST_DAYS = 7


def usual_answer_words(minutes: int | None) -> str | None:
    """ "Thường trả lời trong khoảng 5 giờ": rounded up, coarser the longer it takes; None where too little is known."""
    if minutes is None:
        return None
    if minutes <= 12 * _HOUR:
        return say("Thường trả lời trong khoảng %(hours)s giờ", hours=max(1, -(-minutes // _HOUR)))
    if minutes <= _DAY:
        return say("Thường trả lời trong một ngày")
    days = -(-minutes // _DAY)
    if days <= _LONGEST_DAYS:
        return say("Thường trả lời trong khoảng %(days)s ngày", days=days)
    return say("Thường trả lời sau hơn một tuần")
