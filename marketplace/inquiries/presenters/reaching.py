"""How a question reaches a seller, and what officers have done for it: words for the buyer, before and after asking."""

from collections.abc import Mapping, Sequence

from marketplace.core.clock import today
from marketplace.core.texts import N_, say
from marketplace.inquiries.vocabulary import Silence
from marketplace.leads.models import CallNote
from marketplace.leads.presenters.words import moment_words
from marketplace.leads.vocabulary import CallOutcome
from marketplace.places.vocabulary import PlaceName
from marketplace.suppliers.vocabulary import SupplierLabel, usual_answer_words

_CALLED = {
    CallOutcome.TOLD: N_("%(who)s đã gọi %(when)s, nơi bán sẽ trả lời."),
    CallOutcome.SENT_LINK: N_("%(who)s đã gửi lời nhắn cho nơi bán %(when)s."),
    CallOutcome.NO_ANSWER: N_("%(who)s đã gọi %(when)s, chưa ai nghe máy; sẽ gọi lại."),
    CallOutcome.CALL_AGAIN: N_("%(who)s đã gọi %(when)s; sẽ gọi lại."),
    CallOutcome.WRONG_NUMBER: N_("%(who)s đã gọi %(when)s, số không đúng; đang tìm số khác."),
}
_CLOSED = N_("Nơi này đang tạm ngừng bán trên trang.")


def reached_words(supplier: SupplierLabel, silence: Silence, names: Mapping[str, PlaceName]) -> str:
    """Beside a seller on the form: by mail, or by an officer who rings; and how long an answer usually takes."""
    if silence is Silence.CLOSED:
        return say(_CLOSED)
    if silence is not Silence.SLOW:
        return say("Chưa nhận tin qua mạng: %(who)s gọi giúp", who=_officer(supplier, names))
    return usual_answer_words(supplier.usual_answer_minutes) or say("Trả lời qua mạng")


def helped_words(
    supplier: SupplierLabel, silence: Silence, notes: Sequence[CallNote], names: Mapping[str, PlaceName]
) -> str | None:
    """On the private page while nobody has answered: who rang and what came of it, or who is going to."""
    if silence is Silence.CLOSED:
        return say("Nơi này đang tạm ngừng trên trang, câu trả lời có thể không tới. Hãy hỏi thêm nơi khác.")
    officer = _officer(supplier, names)
    if notes:
        last = notes[-1]
        text = _CALLED[CallOutcome(last.outcome)]
        return _sentence(say(text, who=officer, when=moment_words(last.noted_at, today())))
    if silence is Silence.SLOW:
        return None
    return say("Nơi bán chưa nhận tin qua mạng: %(who)s sẽ gọi giúp.", who=officer)


def _officer(supplier: SupplierLabel, names: Mapping[str, PlaceName]) -> str:
    place = names.get(supplier.place_id or "")
    return say("cán bộ %(place)s", place=place.short) if place else say("cán bộ")


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
