"""How a supplier stands, as officers see it, and what they may do about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from marketplace.core.texts import N_, say
from marketplace.core.views import Pill, TimelineItem
from marketplace.suppliers.models import ReviewMessage, Supplier
from marketplace.suppliers.presenters.messages import conversation
from marketplace.suppliers.queries import PUBLIC_STATES
from marketplace.suppliers.vocabulary.reviews import CLOSING_REASONS, SUSPENSION_REASONS, reason_label

_PILLS: dict[str, Pill] = {
    "applied": Pill(N_("Chờ thông qua"), "yours"),
    "unclaimed": Pill(N_("Chưa có người phụ trách"), "theirs"),
    "claimed": Pill(N_("Đã có người phụ trách"), "done"),
    "suspended": Pill(N_("Đang tạm ẩn"), "due"),
    "closed": Pill(N_("Đã đóng"), "lost"),
}


@dataclass(frozen=True)
class OfficerStanding:
    """The part of the officer's page; actions are None where they don't fit. Reasons are (code, words)."""

    pill: Pill
    is_public: bool
    messages: list[TimelineItem]
    suspend_action: str | None
    close_action: str | None
    reinstate_action: str | None
    suspend_reasons: list[tuple[str, str]]
    close_reasons: list[tuple[str, str]]


def standing_of_page(
    supplier: Supplier, messages: Sequence[ReviewMessage], url: Callable[..., str], *, may_change: bool
) -> OfficerStanding:
    """``messages``: what officers and its people wrote about it."""
    pill, shown = _PILLS[supplier.state], supplier.state in PUBLIC_STATES

    def action(endpoint: str, fits: bool) -> str | None:
        return url(endpoint, slug=supplier.slug) if may_change and fits else None

    return OfficerStanding(
        pill=Pill(say(pill.label), pill.tone),
        is_public=shown,
        messages=conversation(messages, "officer", reason_label),
        suspend_action=action("catalogue.suspend", shown),
        close_action=action("catalogue.close", shown or supplier.state == "suspended"),
        reinstate_action=action("catalogue.reinstate", supplier.state in ("suspended", "closed")),
        suspend_reasons=[(code, say(words)) for code, words in SUSPENSION_REASONS.items()],
        close_reasons=[(code, say(words)) for code, words in CLOSING_REASONS.items()],
    )
