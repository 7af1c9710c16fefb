"""How lists, their states and the outcomes of their rows are called."""

from collections.abc import Mapping

from marketplace.catalogue.models import ImportRun
from marketplace.catalogue.vocabulary.reasons import OUTCOMES
from marketplace.core.text import format_number
from marketplace.core.texts import N_, say
from marketplace.core.views import Pill

KIND_LABELS = {"products": N_("Sản phẩm"), "suppliers": N_("Chủ thể")}
OUTCOME_LABELS: dict[str, str] = {
    "created": N_("thêm mới"),
    "changed": N_("sửa"),
    "unchanged": N_("giữ nguyên"),
    "refused": N_("không nhận"),
}
OUTCOME_PILLS: dict[str, Pill] = {
    "created": Pill(N_("Thêm mới"), "done"),
    "changed": Pill(N_("Sửa"), "theirs"),
    "unchanged": Pill(N_("Giữ nguyên"), "lost"),
    "refused": Pill(N_("Không nhận"), "due"),
}
_STATE_PILLS = {
    "uploaded": Pill(N_("Đang xem"), "theirs"),
    "previewed": Pill(N_("Chờ bạn"), "yours"),
    "taking": Pill(N_("Đang nhận"), "theirs"),
    "ended": Pill(N_("Đã nhận"), "done"),
    "dropped": Pill(N_("Đã bỏ"), "lost"),
}


def said_pill(pill: Pill) -> Pill:
    """The pill in the reader's language."""
    return Pill(say(pill.label), pill.tone)


def state_pill(run: ImportRun) -> Pill:
    """Where a list stands."""
    return said_pill(_STATE_PILLS[run.state])


def rows_words(count: int) -> str:
    """So many rows: "1.097 dòng"."""
    return say("%(count)s dòng", count=format_number(count))


def outcome_words(counts: Mapping[str, int]) -> list[str]:
    """What became of how many rows: "12 thêm mới", "3 sửa"; outcomes of no row are left out."""
    return [
        say("%(count)s %(outcome)s", count=format_number(counts[outcome]), outcome=say(OUTCOME_LABELS[outcome]))
        for outcome in OUTCOMES
        if counts.get(outcome)
    ]
